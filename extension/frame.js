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

/** Calls `start` when the page is shown and, in a frame, when that may hold an article: adverts get no further than this. */
function whenReadable(start) {
  const lookout = new Lookout(look);
  function look() {
    if (small()) whenLarge(() => whenShown(look));
    else if (glance().against) lookout.start();
    else start();
  }
  whenShown(framed ? look : start);
}

/** The page's own host, also where its address has none. */
const ownSite = () => location.hostname || self.origin.replace(/^\w+:\/\/|:\d+$/g, "");

/** What counts for all frames of a page: the host in the address bar, and whether the page is paused. */
async function pageAround() {
  // The page may start after its frames; where nobody ever answers, the frame stands for itself.
  for (let wait = 250; framed && wait < 5000; wait *= 2) {
    const page = await chrome.runtime.sendMessage({ type: "page" }).catch(() => null);
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return { site: ownSite(), paused: false };
}
