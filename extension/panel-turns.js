// Elements are made and changed a few at a time, with the browser's own work in between, and kept where they stay the same.
"use strict";

/** Elements between two rests: a few milliseconds on a slow phone. */
const PIECES = 25;

/** An element with a class and a text. */
function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Sets a text that has changed; screen readers and selections are left alone where it has not. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Work in turns: begun anew, what is left of the old is given up. */
class Turns {
  #begun = 0;

  /** Does `work`, an iterator that yields after each piece. */
  async begin(work) {
    const mine = ++this.#begun;
    let pieces = 0;
    for (const _ of work) {
      if (++pieces % PIECES) continue;
      await Turns.#rest();
      if (mine !== this.#begun) return;
    }
  }

  static #rest() {
    return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * Makes the children of `parent` those of `items`, by their `key`; `create` and `update` make one and bring it up to date.
 * What stays keeps its element, with focus and all that the reader did to it. Yields after each.
 */
function* reconcile(parent, items, create, update) {
  const wanted = new Set(items.map(({ key }) => key));
  const kept = new Map();
  for (const child of [...parent.children]) {
    if (wanted.has(child.key)) kept.set(child.key, child);
    else {
      child.remove();
      yield;
    }
  }
  let place = parent.firstElementChild;
  for (const item of items) {
    const element = kept.get(item.key) ?? Object.assign(create(item), { key: item.key });
    update(element, item);
    if (element === place) place = place.nextElementSibling;
    else insert(parent, element, place);
    yield;
  }
}

/** Puts an element before `place`; it keeps the focus, which it would lose by the way. */
function insert(parent, element, place) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  parent.insertBefore(element, place);
  focused?.focus({ preventScroll: true });
}
