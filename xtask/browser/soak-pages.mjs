// The pages of a soak: saved ones, stress pages in small, and one of each kind that a reader meets.

import { Writer } from "./fiction.mjs";
import { serveSaved } from "./saved.mjs";
import { STRESS } from "./stress.mjs";

/** A page that may be kept for going back. */
const KEPT = { "cache-control": "max-age=600" };

const KINDS = {
  article: { body: (writer) => article(writer), count: 8 },
  dark: { body: (writer) => article(writer), head: "<style>body { color: #ddd; background: #111 }</style>", count: 2 },
  // No WebAssembly in Chromium.
  strict: { body: (writer) => article(writer), headers: { "content-security-policy": "script-src 'self'" }, count: 2 },
  late: { body: (writer) => `<div id="late"></div>${fill("#late", article(writer))}`, count: 2 },
  list: { body: (writer) => `<ul>${times(30, () => `<li>${writer.headline()}</li>`)}</ul>`, count: 1 },
  framed: { body: () => `<iframe src="/article-1.html" width="900" height="700"></iframe>`, count: 1 },
  shadow: { body: (writer) => `<div id="host"></div>${shade(article(writer))}`, count: 1 },
  // Goes from article to article without a load.
  single: { body: (writer) => `<main>${article(writer)}</main>${moves(article(writer))}`, count: 2 },
};

/** Serves the files `saved` and made-up pages; all addresses. */
export function servePages(server, saved) {
  const addresses = saved.map((path) => serveSaved(server, path));
  for (const [name, write] of Object.entries(STRESS)) addresses.push(server.put(`/${name}.html`, write(0.05), KEPT));
  let seed = 0;
  for (const [kind, { body, head = "", headers = {}, count }] of Object.entries(KINDS)) {
    for (let number = 1; number <= count; number += 1) {
      const writer = new Writer((seed += 1));
      const html = page(writer.headline(), head, body(writer));
      addresses.push(server.put(`/${kind}-${number}.html`, html, { ...KEPT, ...headers }));
    }
  }
  return addresses;
}

const times = (count, write) => Array.from({ length: count }, write).join("");

function article(writer) {
  const body = times(8 + writer.below(20), () => `<p>${writer.paragraph()}</p>`);
  return `<article><h1>${writer.headline()}</h1>${body}</article>`;
}

const fill = (selector, html) => `<script>setTimeout(() => {
  document.querySelector(${JSON.stringify(selector)}).innerHTML = ${JSON.stringify(html)};
}, 400);</script>`;

const shade = (html) => `<script>
  document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(html)};
</script>`;

const moves = (html) => `<script>setTimeout(() => {
  history.pushState(null, "", location.pathname.replace(/[^/]*$/, "moved-") + Math.random().toString(36).slice(2));
  document.querySelector("main").innerHTML = ${JSON.stringify(html)};
}, 900);</script>`;

const page = (title, head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body { max-width: 40rem; margin: 2rem auto; font: 17px/1.6 serif }</style>${head}</head>
<body><nav><a href="/article-1.html">News</a> <a href="/list-1.html">All</a> <a href="/article-2.html">More</a></nav>
${body}<footer>All rights reserved.</footer></body></html>`;
