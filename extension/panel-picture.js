// A picture of the article from beginning to end: a lane for each of the sources that say most, a stripe for each statement.
"use strict";

/** Lanes of sources of their own; all others share one. */
const LANES = 7;

class Picture {
  #root = part("picture");
  #caption = part("caption");
  /** Stripes by the index of their statement. */
  #stripes = [];
  #go;

  /** `go` is called with the index of a statement that the reader chooses. */
  constructor(go) {
    this.#go = go;
    this.#root.addEventListener("click", ({ target }) => target.dataset.index && this.#go(Number(target.dataset.index)));
    this.#root.addEventListener("keydown", (event) => this.#walk(event));
    const over = ({ target }) => this.#tell(target.ariaLabel);
    for (const event of ["pointerover", "focusin"]) this.#root.addEventListener(event, over);
    for (const event of ["pointerleave", "focusout"]) this.#root.addEventListener(event, () => this.#tell(null));
    this.#tell(null);
  }

  /** Draws the statements of `groups`; yields after each. */
  *draw(groups) {
    this.#stripes = [];
    yield* reconcile(this.#root, this.#lanes(groups), createLane, updateLane);
    for (const [index, { statements }] of this.#lanes(groups).entries()) {
      const track = this.#root.children[index].lastElementChild;
      yield* reconcile(track, statements, createStripe, (stripe, statement) => this.#update(stripe, statement));
    }
    this.#enter();
  }

  #lanes(groups) {
    const striped = groups.map((group) => ({
      ...group,
      statements: group.statements.map((statement) => ({ ...statement, key: `${group.key} ${statement.key}`, marks: group.marks })),
    }));
    const alone = striped.length > LANES + 1 ? LANES : striped.length;
    const rest = striped.slice(alone).flatMap(({ statements }) => statements);
    return [...striped.slice(0, alone), ...(rest.length ? [{ key: "", name: word("panel_others"), statements: rest }] : [])];
  }

  #update(stripe, { index, place, length, form, marks, by, text, language }) {
    this.#stripes[index] = stripe;
    stripe.className = `stripe ${marks} ${form}`;
    stripe.dataset.index = index;
    stripe.ariaLabel = word("label_of", [by, text]);
    stripe.lang = language;
    stripe.style.insetInlineStart = `${place * 100}%`;
    stripe.style.inlineSize = `${length * 100}%`;
    if (stripe !== document.activeElement) stripe.tabIndex = -1;
  }

  /** One stripe can be reached by Tab, the others from there. */
  #enter() {
    const stripes = this.#stripes.filter(Boolean);
    if (!stripes.includes(document.activeElement) && stripes.length) stripes[0].tabIndex = 0;
  }

  #walk(event) {
    const stripes = this.#stripes.filter(Boolean);
    const at = stripes.indexOf(event.target);
    const [next, last] = [at + 1, at - 1];
    const keys = { ArrowRight: next, ArrowDown: next, ArrowLeft: last, ArrowUp: last, Home: 0, End: stripes.length - 1 };
    const to = keys[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const stripe = stripes[(to + stripes.length) % stripes.length];
    event.target.tabIndex = -1;
    stripe.tabIndex = 0;
    stripe.focus();
  }

  #tell(text) {
    setText(this.#caption, text || word("panel_picture_help"));
  }
}

function createLane() {
  const lane = make("div", "lane");
  const name = make("span", "who small");
  // Each stripe says whose it is.
  name.ariaHidden = "true";
  name.dir = "auto";
  lane.append(name, make("div", "track"));
  return lane;
}

function updateLane(lane, { name, unnamed }) {
  lane.firstElementChild.classList.toggle("unnamed", Boolean(unnamed));
  setText(lane.firstElementChild, name);
}

function createStripe() {
  const stripe = make("button", "stripe");
  stripe.type = "button";
  return stripe;
}
