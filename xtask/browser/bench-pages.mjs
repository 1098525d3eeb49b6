// node bench-pages.mjs: what Hearsay costs on pages, a JSON object in and one out.
//
// In: `saved`, the files of saved pages; `scale` of the stress pages; how many `loads` of each page; and the extents of
// what `live.mjs` and `growth.mjs` do.

import { basename } from "node:path";
import { json } from "node:stream/consumers";
import { cost } from "./cost.mjs";
import { growth } from "./growth.mjs";
import { live } from "./live.mjs";
import { look } from "./look.mjs";
import { serveSaved } from "./saved.mjs";
import { Session } from "./session.mjs";
import { STRESS } from "./stress.mjs";

const extent = await json(process.stdin);
const sources = Object.entries(STRESS).map(([page, write]) => ({ page, html: write(extent.scale) }));
const figures = { saved: [], stress: [], live: [], memory: null };

await inBrowser("chromium", async (session) => {
  for (const path of extent.saved) {
    figures.saved.push({ page: basename(path), ...(await measure(session, serveSaved(session.server, path))) });
  }
  for (const { page, html } of sources) {
    const address = session.server.put(`/${page}.html`, html);
    figures.stress.push({ page, ...(await measure(session, address)), page_unchanged: {} });
  }
  await check(session);
  const addresses = ["mutations", "many_quotations"].map((page) => session.server.address(`/${page}.html`));
  console.error("chromium: memory");
  figures.memory = await growth(session, addresses, extent.growth);
});
await inBrowser("firefox", check);
console.log(JSON.stringify(figures));

async function inBrowser(name, action) {
  const session = await Session.start(name, { protocolTimeout: 0 });
  try {
    await action(session);
  } finally {
    await session.close();
  }
}

function measure(session, address) {
  console.error(`chromium: ${decodeURIComponent(new URL(address).pathname.slice(1))}`);
  return cost(session, address, extent.loads);
}

/** Whether stress pages stay as they are, and how a page does that changes itself. */
async function check(session) {
  for (const { page, html } of sources) {
    console.error(`${session.name}: ${page}, off and on`);
    const { page_unchanged } = await look(session, session.server.put(`/${page}.html`, html));
    figures.stress.find((row) => row.page === page).page_unchanged[session.name] = page_unchanged;
  }
  console.error(`${session.name}: a live page`);
  figures.live.push({ browser: session.name, ...(await live(session, session.server.address("/mutations.html"), extent.live)) });
}
