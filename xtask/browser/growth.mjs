// What stays in memory of a page in Chromium, the more often Hearsay comes and goes.

import { heap } from "./held.mjs";
import { pause } from "./session.mjs";

/** Memory after so many times: `early`, when all is there that is kept, as the last few pages for going back; and `late`. */
export async function growth(session, addresses, { early, late }) {
  const tab = await session.open(addresses[0]);
  await tab.until(["on"]);
  const toggles = await series(tab, early, late, async () => {
    await tab.ask("pause");
    await tab.ask("resume");
    await tab.until(["on"]);
  });
  const navigations = await series(tab, early, late, async (time) => {
    await tab.go(addresses[time % addresses.length]);
    await tab.until(["on"]);
  });
  await tab.close();
  return { early, late, toggles, navigations };
}

async function series(tab, early, late, step) {
  const held = {};
  for (let time = 1; time <= late; time += 1) {
    await step(time);
    if (time === early) held.early = await memory(tab);
    if (time === late) held.late = await memory(tab);
  }
  return held;
}

async function memory(tab) {
  // Labels find their places a moment after they are there.
  await pause(600);
  const { usedSize, nodes, jsEventListeners } = await heap(tab.page);
  const { memory_bytes = null } = await tab.status();
  return { heap_bytes: usedSize, engine_bytes: memory_bytes, nodes, listeners: jsEventListeners };
}
