// node pages.mjs BROWSER FOLDER [--scripts]: what the extension finds on each page of a folder, one JSON object a line.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { look } from "./look.mjs";
import { serveSaved } from "./saved.mjs";
import { Session } from "./session.mjs";

const [browser, folder, ...options] = process.argv.slice(2);
const scripts = options.includes("--scripts");

const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
let session = await Session.start(browser);
let failures = 0;
for (const page of pages) {
  try {
    console.log(JSON.stringify({ page, ...(await tell(page)) }));
  } catch (error) {
    failures += 1;
    console.error(`${page}: ${error.message}`);
    // Whatever went wrong may have taken the browser along.
    await session.close().catch(() => {});
    session = await Session.start(browser);
  }
}
await session.close();
process.exit(failures ? 1 : 0);

/** What there is to say of one page. */
async function tell(name) {
  const address = serveSaved(session.server, join(folder, name), { scripts });
  const { status, found, page_unchanged } = await look(session, address);
  const { engine = null, first_label_ms = null, main_thread_ms = null } = status;
  return { engine, first_label_ms, main_thread_ms, ...found, page_unchanged };
}
