// What a reader may do on a page.

import { pause } from "./session.mjs";

const CHOICES = {
  labels: ["auto", "hover"],
  theme: ["auto", "light", "dark"],
  quotations: [true, false],
  reports: [true, false],
  print: [true, false],
};

/** By name; each is given the reader. */
export const ACTS = {
  scroll: async ({ tab, writer }) => {
    const to = (share) => scrollTo(0, share * document.documentElement.scrollHeight);
    await tab.page.evaluate(to, writer.below(100) / 100);
    await pause(writer.below(300));
  },
  wheel: async ({ tab, writer }) => {
    await tab.page.mouse.move(300 + writer.below(600), 200 + writer.below(400));
    for (let turns = 1 + writer.below(6); turns > 0; turns -= 1) await tab.page.mouse.wheel({ deltaY: 400 });
  },
  /** Long enough that a card opens where there is something to tell. */
  rest: async ({ tab, writer }) => {
    await tab.page.mouse.move(300 + writer.below(600), 100 + writer.below(700));
    await pause(500);
  },
  step: async ({ tab, writer }) => {
    for (let steps = 1 + writer.below(4); steps > 0; steps -= 1) await tab.ask(writer.below(3) ? "next" : "previous");
  },
  card: async ({ tab }) => {
    await tab.ask("card");
    await pause(200);
    await tab.page.keyboard.press("Escape");
  },
  /** A card that is left open. */
  leave: ({ tab }) => tab.ask("card"),
  pause: async ({ tab, writer }) => {
    await tab.ask("pause");
    await pause(writer.below(200));
    if (writer.below(3)) await tab.ask("resume");
  },
  site: async (reader) => {
    await reader.setSite(!reader.on);
    await pause(reader.writer.below(500));
    // Off for the next pages too, now and then.
    if (!reader.on && reader.writer.below(4)) await reader.setSite(true);
  },
  setting: (reader) => {
    const key = reader.pick(Object.keys(CHOICES));
    return reader.choose(key, reader.pick(CHOICES[key]));
  },
  panel: async ({ session, tab, writer }) => {
    const panel = await session.openOwn(`panel.html?tab=${tab.id}`);
    await pause(writer.below(800));
    await panel.evaluate((number) => {
      const statements = document.querySelectorAll("button.statement");
      statements[number % statements.length]?.click();
    }, writer.below(1000));
    await panel.close();
    await tab.page.bringToFront();
  },
  export: ({ session, tab }) =>
    session.inExtension((id, format) => chrome.tabs.sendMessage(id, { type: "export", format }), tab.id, "markdown"),
  /** The page changes by itself. */
  change: ({ tab, writer }) =>
    tab.page.evaluate((text) => {
      const post = document.createElement("p");
      post.textContent = text;
      document.querySelector("article")?.prepend(post);
    }, writer.paragraph()),
};
