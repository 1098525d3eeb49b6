// Stands where the extension has its own reach.js: the panel in this page asks the page around it, not a tab.
"use strict";

const page = parent.hearsay;

const statusOf = async () => page.status();
const reach = async (_tab, type, more) => page[type](more);

// What the extension's files take of a browser, as far as there is one here.
const silent = { addListener() {} };
globalThis.chrome = {
  i18n: { getMessage: page.word },
  runtime: { id: "www", onMessage: { addListener: (listener) => (page.changed = () => listener({ type: "state" }, { id: "www", tab: { id: 1 } })) } },
  storage: { onChanged: silent, sync: { get: async () => ({}) } },
  tabs: { onActivated: silent, onUpdated: silent, update: async () => {} },
};
