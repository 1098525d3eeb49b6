// What browser tests start with: `inEachBrowser("labels", (session) => { test("…", async () => { … session() … }) })`.

import { after, before, describe } from "node:test";
import { Session } from "./session.mjs";

/** Declares the same tests for both browsers; each gets one browser, which `start` starts before the first test. */
export function inEachBrowser(title, declare, start = Session.start) {
  for (const name of ["chromium", "firefox"]) {
    describe(`${title} in ${name}`, () => {
      let session;
      before(async () => {
        session = await start(name);
      });
      after(() => session?.close());
      declare(() => session, name);
    });
  }
}

/** Calls `look` until it returns something true; fails where that takes too long. */
export async function eventually(look, what, timeout = 15000) {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
