// The page's hands: puts a text into the article, lets the engine read it, and says what was found.

import start, { Engine, Session } from "./engine.js";
import { samples } from "./samples.js";

const at = (id) => document.getElementById(id);
const messages = fetch("_locales/en/messages.json").then((answer) => answer.json());
const weights = fetch("hearsay.weights").then((answer) => answer.arrayBuffer());
const started = start({ module_or_path: "hearsay.wasm" });
const ready = Promise.all([messages, weights, started]).then(([all, bytes]) => [all, new Engine(new Uint8Array(bytes))]);

let session = null;

/** What the panel asks of the page around it, and `changed`, which it is told by. */
const hearsay = {
  status: () => session?.status(),
  panel: () => session?.panel(),
  go: ({ index }) => session?.go(index),
  export: ({ format }) => session?.export(format),
};
globalThis.hearsay = hearsay;
ready.then(([all]) => {
  hearsay.word = wording(all);
  at("panel").src = "panel.html?tab=1";
}, () => {});

/** A message of the extension, as its `i18n.getMessage` would give it. */
function wording(all) {
  return (key, values = []) => {
    const { message = "", placeholders = {} } = all[key] ?? {};
    const numbered = message.replace(/\$(\w+)\$/g, (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole);
    return numbered.replace(/\$(\d)/g, (_, place) => [values].flat()[place - 1] ?? "");
  };
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  // Each in the direction of its own script.
  made.dir = "auto";
  return made;
}

/** Shows a text, under its title where it has one, and labels it. */
async function show(text, title = "") {
  session?.free();
  session = null;
  const lines = text.split(/\n+/).map((line) => line.trim()).filter(Boolean);
  at("article").replaceChildren(...(title ? [element("h3", title)] : []), ...lines.map((line) => element("p", line)));
  at("panel").hidden = true;
  try {
    const [all, engine] = await ready;
    const changed = () => report(session.status());
    // Another text may have been chosen while the engine was loading.
    session?.free();
    session = new Session(engine, { word: wording(all), whole: at("article"), changed });
  } catch (error) {
    at("found").textContent = `The engine could not be started: ${error}`;
  }
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** Why there are no labels, where that is more than that nobody is quoted. */
const REASONS = {
  "not-english": "This is not in English, and cannot be read.",
  "too-large": "This is too large to be read.",
};

const nothing = (reason) => REASONS[reason] ?? "Nobody is quoted here.";

function report(status) {
  const found = [
    count(status.quotations, "quotation", "quotations"),
    count(status.reports, "report", "reports"),
    count(status.speakers, "speaker", "speakers"),
  ];
  at("found").textContent = status.state === "on" ? `${found.join(" · ")}. Point at a quotation, or tap it.` : nothing(status.reason);
  at("panel").hidden = status.state !== "on";
  hearsay.changed?.();
}

function press(chosen) {
  for (const button of at("samples").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === chosen));
  }
}

function open(wanted) {
  at("paste").hidden = !wanted;
  at("own").setAttribute("aria-expanded", String(wanted));
}

for (const { name, title, text } of samples) {
  const button = element("button", name);
  button.type = "button";
  button.addEventListener("click", () => {
    press(button);
    open(false);
    show(text, title);
  });
  const item = document.createElement("li");
  item.append(button);
  at("samples").append(item);
}

at("own").addEventListener("click", () => {
  open(at("paste").hidden);
  if (!at("paste").hidden) at("text").focus();
});

at("paste").addEventListener("submit", (event) => {
  event.preventDefault();
  press(null);
  // Out of the way of the article; it opens again with the same text.
  open(false);
  at("own").focus();
  show(at("text").value);
});

at("samples").querySelector("button").click();

// Not every address that pages can have is one for it.
navigator.serviceWorker?.register("offline.js").catch(() => {});
