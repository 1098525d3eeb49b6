// A reader's long session in one browser: pages come and go, and Hearsay is switched, asked and left alone at random.

import { Consoles } from "./consoles.mjs";
import { Writer } from "./fiction.mjs";
import { growth, Held } from "./held.mjs";
import { pause, Session } from "./session.mjs";
import { Reader } from "./soak-reader.mjs";
import { servePages } from "./soak-pages.mjs";

// What the extension's scripts say in Firefox's consoles, and nothing that Firefox says itself.
const PREFERENCES = { "devtools.console.stdout.content": true, "devtools.console.stdout.chrome": false };

/**
 * Loads `loads` pages in `browser`, those of the files `saved` and made-up ones, and looks at memory after each `every`
 * of them. The same `seed` does the same. Gives what was done and all that went wrong: nothing where `clean`.
 */
export async function soak({ browser, loads, seed, saved = [], every = 100, folder }) {
  const session = await Session.start(browser, { folder, preferences: PREFERENCES });
  try {
    const consoles = await Consoles.of(session);
    const addresses = servePages(session.server, saved);
    await without(session, consoles, addresses);
    const held = await Held.of(session);
    const reader = new Reader(session, addresses, new Writer(seed), await session.open("about:blank"));
    await reader.warmUp();
    while (reader.loads < loads) {
      await reader.visit();
      if (reader.loads % every) continue;
      const wrong = [...reader.wrong, ...consoles.errors()].map((error) => JSON.stringify(error));
      console.error([`${browser}: ${reader.loads} loads, ${wrong.length} errors`, ...wrong].join("\n"));
      await reader.calm();
      await held.measure(reader.tab);
    }
    await reader.checkSettings();
    const { lost } = reader;
    const errors = [...reader.wrong, ...consoles.errors()];
    const grown = growth(held.marks);
    const clean = errors.length + lost.length + Object.values(grown).filter(({ leaks }) => leaks).length === 0;
    const done = { browser, seed, loads, clean, pages: addresses.length, did: reader.did };
    return { ...done, errors, lost, growth: grown, memory: held.marks };
  } finally {
    await session.close();
  }
}

/** Shows every page once with Hearsay off: what pages complain of by themselves. */
async function without(session, consoles, addresses) {
  await session.setSite("127.0.0.1", false);
  const tab = await session.open("about:blank");
  for (const address of addresses) {
    await tab.go(address);
    // Some take their time.
    await pause(500);
  }
  await tab.close();
  consoles.expectFromPages();
  await session.setSite("127.0.0.1", true);
}
