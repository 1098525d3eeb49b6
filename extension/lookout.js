// Waits for text that comes late. While nothing changes it does nothing.
"use strict";

/** Milliseconds between two looks at the least. */
const EVERY = 1000;
/** Milliseconds for a page to finish what it has begun to change. */
const FINISH = 150;

class Lookout {
  #look;
  #timer;
  #last = 0;
  #observer = new MutationObserver(() => {
    // What else changes until the next look costs nothing.
    this.stop();
    this.#after(Math.max(FINISH, this.#last + EVERY - performance.now()));
  });

  /** `look` starts it again where there still is nothing. */
  constructor(look) {
    this.#look = look;
  }

  /** Has `look` called once, after nodes came or went; or after `longest` milliseconds. */
  start(longest) {
    this.stop();
    this.#last = performance.now();
    this.#observer.observe(document, { childList: true, subtree: true });
    if (longest) this.#after(longest);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }

  #after(wait) {
    // Of an extension that is gone nothing is left running.
    this.#timer = setTimeout(() => chrome.runtime?.id && whenShown(this.#look), wait);
  }
}
