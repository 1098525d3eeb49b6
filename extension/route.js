// Moves of the page to another address without a load, and the article that is left behind by them.
"use strict";

/** Milliseconds for which an article that stays after a move is taken for one about to go. */
const PATIENCE = 3000;

class Route {
  #moved;
  #path = location.pathname;
  #query = location.search;
  #print = null;
  #left = null;

  constructor(moved) {
    this.#moved = moved;
  }

  listen(signal) {
    addEventListener("popstate", this.check, { signal });
    // Firefox before 147 has no `navigation`: there somebody has to call `check` now and then.
    globalThis.navigation?.addEventListener("currententrychange", this.check, { signal });
  }

  check = (event) => {
    const { pathname, search } = location;
    const path = pathname !== this.#path;
    if (!path && search === this.#query) return;
    [this.#path, this.#query] = [pathname, search];
    // An address that is merely replaced tells of what is in sight already. Of a query nobody may have told how it
    // changed: most often what counts visits was taken out of it.
    if (event?.navigationType === "replace" || (!event && !path)) this.#left = null;
    else if (this.#print !== null) this.#left = { print: this.#print, until: performance.now() + PATIENCE };
    this.#print = null;
    // Not now: the engine may be at work, as where the page moves because it loses the keyboard to a label.
    queueMicrotask(this.#moved);
  };

  /** Takes the address of a page that shows nothing of ours for where one is: there is nobody to call `check`. */
  here() {
    [this.#path, this.#query] = [location.pathname, location.search];
  }

  /** Remembers what the article in sight looks like. */
  reading(print) {
    this.#print = print;
    this.#left = null;
  }

  /** How many milliseconds to wait for other text than that of `print`, as that may be about to go. */
  patience(print) {
    return this.#left && this.#left.print === print ? Math.max(0, this.#left.until - performance.now()) : 0;
  }
}
