// What the scripts of a page and the background do with any message of any sender.
//
// An input is JSON: `to` whom ("page", "frame" or "background"), the `message`, its `sender`, what a page `answers` to
// the background, and whether the engine `fails`.

import assert from "node:assert/strict";
import { compile } from "../../tests/browser/scripts.mjs";
import { parsed } from "./random.mjs";
import { Area } from "./storage.mjs";

// Node.js 20 lacks it.
Promise.try ??= (work, ...values) => new Promise((resolve) => resolve(work(...values)));

const ID = "hearsay";
/** What a message of the extension's own pages has a session do. */
const ACTS = ["annotations", "next", "previous", "card", "who", "panel", "go", "export"];
/** What such a message is answered without. */
const OTHERS = ["status", "pause", "resume"];

/** What messages and senders are made of. */
export const pieces = [
  ...ACTS, ...OTHERS, "state", "page", "page", "frame", "background", ID, "other", "hasOwnProperty",
  "__proto__", "type", "frames", "index", "format", "sender", "message", "tab", "url", "id", "fails", "answers", "to",
  "chrome-extension://hearsay/popup.html", "moz-extension://1/panel.html", "https://a.example/",
  "https://a.example/chrome-extension://hearsay/", " chrome-extension://hearsay/", "Moz-Extension://1/", "csv",
  { id: 7 }, { id: -1 }, { type: "go", index: 1e9 }, { id: ID },
  { id: ID, tab: { id: 1 }, url: "https://a.example/" }, { type: "status" }, { type: "state" }, { type: "page" },
  { state: "on", quotations: 1200, reports: {} }, { state: "nothing" }, { site: 5, state: "paused" },
];

const GLOBALS = [
  "chrome", "window", "self", "document", "location", "performance", "MutationObserver", "CSS", "matchMedia",
  "addEventListener", "innerWidth", "innerHeight", "setTimeout", "clearTimeout", "setInterval", "clearInterval",
  "console", "isOurs", "glance", "loadEngine",
];
const SCRIPTS = ["rules", "settings", "shown", "lookout", "route", "frame", "sweep", "corrections", "loader"];
const page = compile(SCRIPTS.map((name) => `${name}.js`), [], GLOBALS);
const background = compile(["rules.js", "settings.js", "reach.js", "background.js"], [], ["chrome"]);
const turn = () => new Promise(setImmediate);
const nothing = () => {};

/** Fails where an invariant is broken. */
export async function run(text) {
  const { to, message, sender, answers, fails } = parsed(text) ?? {};
  // The browser itself tells of the sender.
  const from = understood(sender);
  const done = [];
  const framed = to === "frame";
  const listener = to === "background" ? inBackground(done, answers) : await inPage(done, framed, Boolean(fails));
  done.length = 0;
  const answered = [];
  const later = listener(message, from, (answer) => answered.push(answer));
  await turn();
  assert.ok(later === undefined || later === true, "what listeners may return");
  assert.equal(answered.length, later ? 1 : 0, "an answer where one was told to come, and nowhere else");
  const own = from.id === ID;
  const extension = ["chrome-extension:", "moz-extension:"].some((scheme) => from.url?.startsWith(scheme));
  const { type, frames = false } = typeof message === "object" && message !== null ? message : {};
  if (to === "background") {
    const heard = own && from.tab !== undefined && !extension;
    const expected = heard && type === "state" ? ["action", "tabs"] : heard && type === "page" ? ["tabs"] : [];
    assert.deepEqual([...new Set(done.map(([what]) => what))].sort(), expected);
    assert.ok(done.every(([, tab]) => tab === from.tab.id), "of the sender's tab alone");
    assert.equal(later, heard && type === "page" ? true : undefined);
  } else {
    const heard = own && (!from.tab || extension) && frames === framed;
    const known = heard && (ACTS.includes(type) || OTHERS.includes(type));
    assert.equal(later, known ? true : undefined);
    const acts = done.filter(([what]) => what === "session").map(([, act]) => act);
    const meant = known && ACTS.includes(type) ? [type] : [];
    const asked = acts.filter((act) => act !== "status" && act !== "free");
    assert.deepEqual(asked, fails && !asked.length ? [] : meant);
    if (!known) assert.deepEqual(done, []);
  }
}

/** A sender as browsers describe one. */
function understood(sender) {
  const { id, url, tab } = typeof sender === "object" && sender !== null ? sender : {};
  const text = (value) => (typeof value === "string" ? value : undefined);
  const number = Number.isInteger(tab?.id) ? tab.id : 3;
  return { id: text(id), url: text(url), tab: tab ? { id: number } : undefined };
}

/** The listener of a page with an article, whose session tells `done` what it is asked for. */
async function inPage(done, framed, fails) {
  let listener;
  const chrome = {
    runtime: {
      id: ID,
      onMessage: { addListener: (heard) => (listener = heard) },
      sendMessage: async ({ type }) => {
        done.push(["told", type]);
        return type === "page" ? { site: "a.example", paused: false } : undefined;
      },
    },
    storage: { sync: new Area(), local: new Area(), onChanged: { addListener: nothing } },
    extension: { inIncognitoContext: false },
    i18n: { getMessage: (key) => key },
  };
  const found = { state: "on", reason: null, quotations: 1, reports: 1, main_thread_ms: 1 };
  let started = false;
  const act = (name, value) => () => {
    done.push(["session", name]);
    if (fails && started) throw new Error("the engine failed");
    return value;
  };
  class Session {
    status = act("status", found);
    free = act("free");
  }
  for (const name of ACTS) Session.prototype[name] = act(name, name);
  const window = {};
  window.parent = framed ? {} : window;
  page({
    chrome,
    window,
    self: { origin: "https://a.example" },
    document: { visibilityState: "visible", hidden: false, querySelectorAll: () => [], addEventListener: nothing },
    location: { hostname: "a.example", pathname: "/", origin: "https://a.example", search: "" },
    performance,
    MutationObserver: class { observe() {} disconnect() {} },
    CSS: { highlights: new Map() },
    matchMedia: () => ({ addEventListener: nothing }),
    addEventListener: nothing,
    innerWidth: 1000,
    innerHeight: 1000,
    setTimeout: nothing,
    clearTimeout: nothing,
    setInterval: nothing,
    clearInterval: nothing,
    console: { error: nothing },
    isOurs: () => false,
    glance: () => ({ against: null, print: "x" }),
    loadEngine: async () => ({ module: { Session }, kind: "wasm", made: {} }),
  });
  await turn();
  started = true;
  return listener;
}

/** The listener of the background, which tells `done` what it does, and gets `answers` from pages. */
function inBackground(done, answers) {
  let listener;
  const tell = (what, tab) => done.push([what, tab]);
  const event = { addListener: nothing };
  background({
    chrome: {
      runtime: { id: ID, onMessage: { addListener: (heard) => (listener = heard) }, onInstalled: event },
      storage: { sync: new Area(), onChanged: event },
      tabs: {
        sendMessage: async (tab) => {
          tell("tabs", tab);
          if (answers === undefined) throw new Error("nobody is there");
          return answers;
        },
      },
      action: {
        setBadgeText: async ({ tabId, text }) => {
          assert.equal(typeof text, "string");
          tell("action", tabId);
        },
        setBadgeBackgroundColor: async ({ tabId }) => tell("action", tabId),
      },
      commands: { onCommand: event },
      contextMenus: { onClicked: event },
    },
  });
  return listener;
}
