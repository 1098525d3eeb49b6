// node pages.mjs BROWSER FOLDER [--scripts]: what the extension finds on each page of a folder, one JSON object a line.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Session } from "./session.mjs";
import { withoutScripts } from "./strip.mjs";

const [browser, folder, ...options] = process.argv.slice(2);
const scripts = options.includes("--scripts");

// Handlers in attributes are scripts too; this directive stops them and nothing else.
const HEADERS = scripts ? {} : { "content-security-policy": "script-src-attr 'none'" };

const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
let session = await Session.start(browser);
let failures = 0;
for (const page of pages) {
  try {
    console.log(JSON.stringify({ page, ...(await look(page)) }));
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

/** Opens a page with the overlay off, on, off and on again. */
async function look(name) {
  const html = readFileSync(join(folder, name), "utf8");
  const address = session.server.put(`/${name}`, scripts ? html : withoutScripts(html), HEADERS);
  const { hostname } = new URL(address);
  await session.setSite(hostname, false);
  const tab = await session.open(address);
  await tab.until(["off"]);
  const before = await tab.ownPage();
  await session.setSite(hostname, true);
  const status = await tab.until(["on", "nothing"]);
  const found = status.state === "on" ? await tab.annotations() : { quotations: [], reports: [], credits: {} };
  const states = [await tab.ownPage()];
  for (const [message, state] of [["pause", "paused"], ["resume", status.state]]) {
    await tab.ask(message);
    await tab.until([state]);
    states.push(await tab.ownPage());
  }
  await tab.close();
  const { engine = null, first_label_ms = null, main_thread_ms = null } = status;
  return { engine, first_label_ms, main_thread_ms, ...found, page_unchanged: states.every((state) => state === before) };
}
