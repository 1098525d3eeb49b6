// Decides whether there is an article to read and whether this site is switched on. Only then is the engine loaded.
"use strict";
(() => {
  /** Milliseconds between checks for what nobody tells of. */
  const BEAT = 2000;

  /** When this script started, or was last switched on again, or the page moved on. */
  let began = performance.now();
  /** What the popup and the badge are told. `reason` says why there is nothing. */
  let state = "loading";
  let reason = null;
  /** The host whose switch counts; not known at once in a frame. */
  let site = framed ? null : ownSite();
  /** The engine's module and which of the two it is, once loaded; it stays loaded for the life of the page. */
  let engine = null;
  let session = null;
  let firstLabel = null;
  /** Milliseconds on the page's thread before the engine ran. */
  let spent = 0;
  let paused = false;
  /** Whether the reader wants labels here also where the page says that it has its own. */
  let insisted = false;
  /** What the background was told last. */
  let told = null;
  /** Set for good when the engine fails. */
  let broken = false;
  /** Counts decisions: one that is overtaken by another has no effect. */
  let turn = 0;
  let beat = 0;
  const route = new Route(moved);
  const lookout = new Lookout(lookAgain);
  const leave = new AbortController();

  /** Takes everything out of the page, and stops what is running. */
  function clear() {
    const last = session;
    session = null;
    lookout.stop();
    clearInterval(beat);
    if (broken) abandon(last);
    else last?.free();
  }

  /** Takes out of the page what can still be taken out where the engine has failed. */
  function abandon(last) {
    try {
      engine?.module.shut();
      last?.free();
    } catch {
      // It failed in the middle of its work.
    }
    sweep();
  }

  /** Looks at switches and page, and does what they ask for. */
  async function decide() {
    if (broken || orphaned()) return;
    const mine = ++turn;
    try {
      if (framed) ({ site, paused } = (await pageAround(!site)) ?? { site: site ?? ownSite(), paused });
      const { where, sites, ...look } = await readSettings();
      if (mine !== turn) return;
      if (!isOn({ where, sites }, site)) return rest("off", ruleFor(sites, site) ? "site-off" : "not-chosen");
      if (paused) return rest("paused", "paused");
      if (session) return session.set_look(look);
      route.here();
      if (state === "off") [began, firstLabel] = [performance.now(), null];
      if (document.hidden) {
        rest("loading");
        return whenShown(() => mine === turn && decide());
      }
      const { against, print } = timedGlance();
      const patience = route.patience(print);
      if (against || patience) {
        rest(against ? "nothing" : "loading", against);
        if (!against || against === "no-article") lookout.start(patience);
        return;
      }
      // The reader has the last word, here or by a rule for the site.
      if (isOurs() && !insisted && !ruleFor(sites, site)) return rest("paused", "own-labels");
      tell("loading");
      // The page may have another address by the time that something is corrected.
      const key = pageKey();
      const corrections = await readCorrections(key);
      engine ??= await loadEngine();
      if (mine !== turn) return;
      session = new engine.module.Session(engine.made, {
        word: (key, values) => chrome.i18n.getMessage(key, values),
        look,
        corrections,
        corrected: ([correction, stands]) => keepCorrection(key, correction, stands),
        changed: report,
        failed,
      });
      lookout.stop();
      beat = setInterval(check, BEAT);
      report();
    } catch (error) {
      if (mine === turn && !orphaned()) failed(error);
    }
  }

  function timedGlance() {
    const start = performance.now();
    const seen = glance();
    spent += performance.now() - start;
    return seen;
  }

  /** Looks at the page again. Switches tell of themselves: they are asked again only where there may be something. */
  function lookAgain() {
    if (state === "nothing" && timedGlance().against === "no-article") lookout.start();
    else decide();
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
    // A caller of what failed may not know yet, and go on painting.
    setTimeout(sweep);
  }

  /** Sees to what nobody tells of: that the extension is gone, the engine stuck after a trap, or the page at another address. */
  function check() {
    if (document.hidden || orphaned()) return;
    try {
      session.status();
    } catch (error) {
      return failed(error);
    }
    route.check();
  }

  /** Tells what the session has found, which may be the same as before where it is not `fresh`. */
  function report(fresh) {
    if (!session || orphaned()) return;
    route.reading(glance().print);
    const found = session.status();
    if (found.state === "on") firstLabel ??= performance.now() - began;
    tell(found.state, found.reason, fresh);
  }

  /** Tells of what is new: another state, or `fresh` labels. */
  function tell(next, why = null, fresh = false) {
    state = next;
    reason = why;
    const news = `${state} ${reason}`;
    if (!fresh && news === told) return;
    told = news;
    send();
  }

  function send() {
    // Nobody may be listening.
    if (!orphaned()) chrome.runtime.sendMessage({ type: "state" }).catch(() => {});
  }

  function status() {
    const none = { quotations: 0, reports: 0, speakers: 0, credits: null, outside: [], main_thread_ms: 0 };
    const found = session?.status() ?? none;
    const main_thread_ms = found.main_thread_ms + spent;
    return { ...found, state, reason, site, paused, engine: engine?.kind ?? null, first_label_ms: firstLabel, main_thread_ms };
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
    leave.abort();
    clear();
    return true;
  }

  /** The old article's labels go; another article is looked for. */
  function moved() {
    [began, firstLabel] = [performance.now(), null];
    clear();
    decide();
  }

  function pause(on) {
    paused = on;
    insisted ||= !on;
    return decide();
  }

  const answers = new Map(Object.entries({
    status,
    annotations,
    pause: () => pause(true).then(status),
    resume: () => pause(false).then(status),
    next: () => session?.next(),
    previous: () => session?.previous(),
    card: () => session?.card(),
    who: () => session?.who() ?? null,
    panel: () => session?.panel(),
    go: ({ index }) => session?.go(index),
    export: ({ format }) => session?.export(format),
  }));

  /** Whether a message is for this part of the page: frames are asked as such, and answer where they have something. All are paused. */
  const meant = ({ type, frames = false }) =>
    frames === framed && (!framed || state === "on" || state === "paused" || type === "pause" || type === "resume");

  function start() {
    chrome.runtime.onMessage.addListener((message, sender, respond) => {
      // The extension's own pages and background alone, no content script of another tab.
      const own = sender.id === chrome.runtime.id && (!sender.tab || /^(chrome|moz)-extension:/.test(sender.url));
      const answer = answers.get(message?.type);
      if (!own || !answer || !meant(message)) return;
      Promise.try(answer, message).then(respond, (error) => {
        failed(error);
        respond(null);
      });
      return true;
    });
    onSettings(() => turn && decide());
    const { signal } = leave;
    // Switches may have changed while the page lay in the back/forward cache, and its badge is gone. Pages can send such events too.
    addEventListener("pageshow", (event) => {
      if (!event.isTrusted || !event.persisted) return;
      told = null;
      decide().then(report);
    }, { signal });
    // A page that turns dark or light is drawn anew.
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => session && moved(), { signal });
    // A frame that goes takes its part of the badge along.
    if (framed) addEventListener("pagehide", send, { signal });
    route.listen(signal);
    if (!isOurs()) sweep();
    whenShown(decide);
  }

  if (framed) whenReadable(start);
  else start();
})();
