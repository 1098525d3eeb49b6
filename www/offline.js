// The page's service: it keeps the files, so that the page works without a network too.

const CACHE = "hearsay";
const FILES = [
  "./",
  "LICENCES.txt",
  "_locales/en/messages.json",
  "engine.js",
  "hearsay.wasm",
  "hearsay.weights",
  "highlights.css",
  "icons/icon.svg",
  "main.js",
  "page.js",
  "panel-export.js",
  "panel-groups.js",
  "panel-head.js",
  "panel-list.js",
  "panel-picture.js",
  "panel-turns.js",
  "panel.css",
  "panel.html",
  "panel.js",
  "reach.js",
  "reasons.js",
  "rules.js",
  "samples.js",
  "settings.js",
  "style.css",
  "tokens.css",
];

addEventListener("install", (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES))));

// What the network has is newer.
addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

async function answer(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep(request, response.clone());
    return response;
  } catch (error) {
    return (await kept(request)) ?? Promise.reject(error);
  }
}

/** Keeps an answer where there is room: it is as good where there is none. */
async function keep(request, response) {
  try {
    await (await caches.open(CACHE)).put(request, response);
  } catch {
    // What was kept before stays.
  }
}

/** What is kept for `request`. The page goes by two addresses. */
async function kept(request) {
  const options = { ignoreSearch: true };
  return (await caches.match(request, options)) ?? (request.url.split(/[?#]/)[0].endsWith("/index.html") ? caches.match("./", options) : undefined);
}
