// The sources, each with its share of the quoted words and what it says.
"use strict";

/** Statements of an article up to which all sources stand open at first. */
const FEW = 40;

class List {
  #root = part("sources");
  /** Sources that the reader opened (true) or closed, by key. */
  #chosen = new Map();
  #redraw;
  #few = true;
  #searching = false;

  /** `go` is called with the index of a statement that the reader chooses, `redraw` when there is more to be seen. */
  constructor(go, redraw) {
    this.#redraw = redraw;
    this.#root.addEventListener("click", ({ target }) => {
      const statement = target.closest("button");
      if (statement) go(Number(statement.dataset.index));
      const source = target.closest("summary")?.closest(".source");
      // The click opens or closes it after this.
      if (source) this.#chosen.set(source.key, !source.firstElementChild.open);
    });
    this.#root.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Forgets what the reader did to the sources of another article. */
  forget() {
    this.#chosen.clear();
  }

  /** Draws `groups`, of an article with `count` statements; yields after each element. */
  *draw(groups, count, searching) {
    this.#few = count <= FEW;
    this.#searching = searching;
    yield* reconcile(this.#root, groups, () => this.#create(), updateSource);
    for (const [index, group] of groups.entries()) {
      const details = this.#root.children[index].firstElementChild;
      const open = this.#isOpen(group.key);
      if (details.open !== open) details.open = open;
      // What is closed keeps nothing that would be out of date when it is opened again.
      if (open) yield* reconcile(details.lastElementChild, group.statements, createStatement, updateStatement);
      else details.lastElementChild.replaceChildren();
    }
  }

  /** While the reader searches, what is found is seen. */
  #isOpen(key) {
    return this.#searching || (this.#chosen.get(key) ?? this.#few);
  }

  #create() {
    const source = make("li", "source");
    const details = make("details");
    const summary = make("summary");
    const name = make("span", "name");
    name.dir = "auto";
    const meter = make("span", "meter");
    meter.append(make("i"));
    summary.append(name, make("span", "share"), meter, make("span", "facts soft small"));
    details.append(summary, make("ol"));
    details.addEventListener("toggle", () => details.open && !details.lastElementChild.hasChildNodes() && this.#redraw());
    source.append(details);
    return source;
  }

  /** Up and down through all that can be seen of the list. */
  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = [...this.#root.querySelectorAll("summary, details[open] button")];
    const next = all[all.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function updateSource(source, { name, language, marks, share, words, facts }) {
  const [title, percentage, meter, about] = source.firstElementChild.firstElementChild.children;
  title.className = `name ${marks}`;
  title.lang = language;
  setText(title, name);
  setText(percentage, words ? percent(share) : word("panel_reported"));
  meter.className = `meter ${marks}`;
  meter.firstElementChild.style.inlineSize = `${share * 100}%`;
  setText(about, facts.join(" · "));
}

function createStatement() {
  const statement = make("li");
  const button = make("button", "statement");
  button.type = "button";
  const text = make("span", "text");
  text.dir = "auto";
  button.append(text, make("span", "via soft small"));
  statement.append(button);
  return statement;
}

function updateStatement(statement, { index, text, language, form, via }) {
  const button = statement.firstElementChild;
  button.dataset.index = index;
  button.classList.toggle("indirect", form === "indirect");
  button.firstElementChild.lang = language;
  setText(button.firstElementChild, text);
  setText(button.lastElementChild, via);
}
