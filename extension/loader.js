// Decides whether there is an article to read and whether this site is switched on. Only then is the engine loaded.
"use strict";
(() => {
  /** When this script started, or was last switched on again. */
  let began = performance.now();

  /** What the popup and the badge are told. `reason` says why there is nothing. */
  let state = "loading";
  let reason = null;
  /** The engine's module and which of the two it is, once loaded; it stays loaded for the life of the page. */
  let engine = null;
  let session = null;
  let firstLabel = null;
  /** Milliseconds on the page's thread before the engine ran. */
  let spent = 0;
  let paused = false;
  /** Set for good when the engine fails. */
  let broken = false;
  /** Counts decisions: one that is overtaken by another has no effect. */
  let turn = 0;

  const settings = () => chrome.storage.sync.get({ sites: {}, labels: "auto" });

  /** Why the page is certainly no article, by a glance at it; null where it may be one. */
  function reasonAgainst() {
    if (!/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return "not-html";
    if (!document.body) return "no-article";
    if (document.designMode === "on" || document.body.isContentEditable) return "editor";
    if (document.querySelector('meta[property="og:type"][content="article" i]')) return null;
    for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
      if (/"@type"[\s:["]{1,40}(?:[^\]]{0,200}")?\w*(?:Article|Posting|NewsStory|Report)"/.test(script.textContent)) return null;
    }
    let length = 0;
    let speech = false;
    for (const paragraph of document.getElementsByTagName("p")) {
      const words = paragraph.textContent;
      if (words.length <= 80) continue;
      length += words.length;
      speech ||= /["“”„«»]|\bsaid\b|according to/.test(words);
      if (speech && length > 1000) return null;
      if (length > 200000) break;
    }
    return "no-article";
  }

  /** Whether the page's policy lets this script compile WebAssembly: the smallest module tells. */
  function mayCompile() {
    try {
      return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    } catch {
      return false;
    }
  }

  const file = (name) => fetch(chrome.runtime.getURL(name)).then((response) => response.arrayBuffer());

  async function loadEngine() {
    const kind = mayCompile() ? "wasm" : "js";
    const files = [file("hearsay.weights"), kind === "wasm" && file("hearsay.wasm")];
    const module = await import(chrome.runtime.getURL(kind === "wasm" ? "engine.js" : "engine-js.js"));
    const [weights, wasm] = await Promise.all(files);
    await module.default(wasm && { module_or_path: wasm });
    return { module, kind, made: new module.Engine(new Uint8Array(weights)) };
  }

  /** Takes everything out of the page. */
  function clear() {
    const last = session;
    session = null;
    if (broken) sweep();
    else last?.free();
  }

  /** The same where there is no session that could: it failed, or belonged to an earlier version of the extension. */
  function sweep() {
    document.querySelector("hearsay-overlay")?.remove();
    // Firefox does not let a content script list the names.
    for (const theme of ["light", "dark"]) {
      CSS.highlights.delete(`hearsay-current-${theme}`);
      for (const colour of [0, 1, 2, 3, 4, 5, 6, 7, "none"]) {
        CSS.highlights.delete(`hearsay-quoted-${colour}-${theme}`);
        CSS.highlights.delete(`hearsay-reported-${colour}-${theme}`);
      }
    }
  }

  /** Looks at switches and page, and does what they ask for. */
  async function decide() {
    if (broken) return;
    const mine = ++turn;
    try {
      const { sites, labels } = await settings();
      if (mine !== turn) return;
      if (sites[location.hostname] === false) return rest("off", "site-off");
      if (paused) return rest("paused", "paused");
      if (session) return session.set_labels(labels);
      const start = performance.now();
      if (state === "off") [began, firstLabel] = [start, null];
      const against = reasonAgainst();
      spent += performance.now() - start;
      if (against) return rest("nothing", against);
      tell("loading");
      engine ??= await loadEngine();
      if (mine !== turn) return;
      session = new engine.module.Session(engine.made, {
        word: (key, values) => chrome.i18n.getMessage(key, values),
        labels,
        changed: report,
        failed,
      });
      report();
    } catch (error) {
      if (mine === turn) failed(error);
    }
  }

  /** Has nothing in the page, for `why`. */
  function rest(next, why) {
    clear();
    tell(next, why);
  }

  function failed(error) {
    console.error("Hearsay:", error);
    broken = true;
    turn++;
    rest("error", "failed");
  }

  /** Tells what the session has found. */
  function report() {
    if (!session || orphaned()) return;
    const found = session.status();
    if (found.state === "on") firstLabel ??= performance.now() - began;
    tell(found.state, found.reason);
  }

  function tell(next, why = null) {
    state = next;
    reason = why;
    if (orphaned()) return;
    // Nobody may be listening.
    chrome.runtime.sendMessage({ type: "state", ...status() }).catch(() => {});
  }

  function status() {
    const none = { quotations: 0, reports: 0, speakers: 0, credits: null, main_thread_ms: 0 };
    const found = session?.status() ?? none;
    return {
      ...found,
      state,
      reason,
      site: location.hostname,
      engine: engine?.kind ?? null,
      first_label_ms: firstLabel,
      main_thread_ms: found.main_thread_ms + spent,
    };
  }

  function annotations() {
    const { engine, first_label_ms, main_thread_ms } = status();
    const empty = { quotations: [], reports: [], credits: { byline: [], publisher: null, wire: null, dateline: null } };
    return { ...(session?.annotations() ?? empty), engine, first_label_ms, main_thread_ms };
  }

  /** Whether the extension was removed or updated while the page stayed. This script then takes its leave. */
  function orphaned() {
    if (chrome.runtime?.id) return false;
    turn++;
    clear();
    return true;
  }

  async function toggle() {
    const { sites } = await settings();
    if (sites[location.hostname] === false) delete sites[location.hostname];
    else sites[location.hostname] = false;
    await chrome.storage.sync.set({ sites });
  }

  function pause(on) {
    paused = on;
    return decide();
  }

  const answers = {
    status,
    annotations,
    pause: () => pause(true).then(status),
    resume: () => pause(false).then(status),
    next: () => session?.next(),
    previous: () => session?.previous(),
    // A switch that the browser does not store stays as it was.
    toggle: () => toggle().catch((error) => console.error("Hearsay:", error)),
  };

  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    // The extension's own pages and background alone, no content script of another tab.
    const own = sender.id === chrome.runtime.id && (!sender.tab || /^(chrome|moz)-extension:/.test(sender.url));
    if (!own || !Object.hasOwn(answers, message?.type)) return;
    Promise.resolve(answers[message.type]()).then(respond, (error) => {
      failed(error);
      respond(null);
    });
    return true;
  });

  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "sync" && (changes.sites || changes.labels)) decide();
  });

  // Switches may have changed while the page lay in the back/forward cache.
  addEventListener("pageshow", (event) => event.persisted && !orphaned() && decide());

  // An article may come later, or by a navigation without a load.
  const again = () => reason === "no-article" && !session && !orphaned() && decide();
  addEventListener("load", again);
  addEventListener("popstate", () => setTimeout(again, 1000));
  globalThis.navigation?.addEventListener?.("navigatesuccess", () => setTimeout(again, 1000));
  for (const wait of [1500, 5000]) setTimeout(again, wait);

  sweep();
  decide();
})();
