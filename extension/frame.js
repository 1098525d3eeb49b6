// Frames within a page: which of them may hold an article, and whose switch they obey.
"use strict";

/** Pixels each way below which a frame is no place to read. */
const LARGE = 300;

const framed = window.parent !== window;

/** Whether it is too small to be read in, or on its way out, when Firefox tells no size. */
function small() {
  try {
    return innerWidth < LARGE || innerHeight < LARGE;
  } catch {
    return true;
  }
}

/** Calls `action` once the frame is large. One that is yet to be laid out has no size, and is not told when it gets its first. */
function whenLarge(action) {
  const laidOut = new ResizeObserver(check);
  function check() {
    if (small()) return;
    laidOut.disconnect();
    removeEventListener("resize", check);
    action();
  }
  addEventListener("resize", check);
  laidOut.observe(document.documentElement);
}

/** Calls `start` when the frame is shown and large enough to hold an article: most adverts get no further than this. */
function whenReadable(start) {
  whenShown(() => (small() ? whenLarge(start) : start()));
}

/** The page's own host, also where its address has none. */
const ownSite = () => location.hostname || self.origin.replace(/^\w+:\/\/|:\d+$/g, "");

/**
 * What counts for all frames of a page: the host in the address bar, and whether the page is paused; null where nobody answers.
 * The page may start after its frames, so that one that asks for the first time is `patient`.
 */
async function pageAround(patient) {
  for (let wait = 250; ; wait *= 2) {
    const page = await chrome.runtime.sendMessage({ type: "page" }).catch(() => null);
    if (page || !patient || wait > 4000) return page ?? null;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
