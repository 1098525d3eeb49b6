// node run.mjs BROWSER ARTICLE SCREENSHOT [--headless]: the extension on one article.
//
// With a display it stays until the browser is closed; headless it prints each label and writes the screenshot.

import { sample, SHOWN } from "./sample.mjs";
import { pause, Session } from "./session.mjs";

const [browser, article, screenshot, option] = process.argv.slice(2);
const headless = option === "--headless";
const session = await Session.start(browser, { headless });
const tab = await session.open(session.server.put("/article.html", sample(article)));
if (headless) {
  const status = await tab.until(["on", "nothing", "error"]);
  const { quotations = [], reports = [] } = status.state === "on" ? await tab.annotations() : {};
  for (const { speaker, via, text } of [...quotations.filter(({ kind }) => kind === "speech"), ...reports]) {
    console.log(`${speaker ?? "somebody"}${via ? `, by way of ${via}` : ""}: ${text}`);
  }
  // Onward by keyboard command to a statement that came by way of somebody, whose card then opens.
  for (let step = 0; step < SHOWN; step += 1) await tab.ask("next");
  // Labels find their places a moment after they are there; nothing outside Hearsay can see when.
  await pause(1000);
  await tab.page.screenshot({ path: screenshot });
  console.error(`screenshot: ${screenshot}`);
  await session.close();
  process.exit(quotations.length ? 0 : 1);
}
console.error(`Hearsay is in ${browser}; close it, or press Ctrl-C, to end.`);
session.browser.once("disconnected", () => process.exit(0));
