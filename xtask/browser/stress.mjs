// Pages that are hard on whoever reads them. Each function returns the same source each time.

import { Writer } from "./fiction.mjs";

/** Every stress page by name. `scale` makes it smaller: 0.1 is a tenth of what the name of its function promises. */
export const STRESS = { long_article: longArticle, many_nodes: manyNodes, many_quotations: manyQuotations, mutations, live_blog: liveBlog };

/** An article of 1 MB. */
export function longArticle(scale = 1) {
  const writer = new Writer(1);
  let body = "";
  // ASCII almost throughout: characters are bytes, or a little fewer.
  while (body.length < 1e6 * scale) body += paragraph(writer.paragraph());
  return page(writer.headline(), body);
}

/** An article of usual length in a page of 20,000 nodes: teasers and comments around it, markup within it. */
export function manyNodes(scale = 1) {
  const writer = new Writer(2);
  const marked = () => paragraph(writer.paragraph().replace(/[A-Z]\S+ [A-Z]\w+/g, "<a href='/x'><b>$&</b></a>"));
  const body = repeat(40, marked);
  // Seven nodes each, and eight.
  const teaser = () => `<li><a href="/x"><i></i><span>${writer.headline()}</span></a><p>${writer.sentence()}</p></li>`;
  const comment = () => `<div><b>A reader</b><div><div><p>${writer.quotation()}</p></div></div><hr></div>`;
  const [teasers, comments] = [repeat(1600 * scale, teaser), repeat(1070 * scale, comment)];
  return page(writer.headline(), body, `<aside class="related"><ul>${teasers}</ul></aside><section class="comments">${comments}</section>`);
}

/** An article with 2,000 quotations. */
export function manyQuotations(scale = 1) {
  const writer = new Writer(3);
  let body = "";
  for (let found = 0; found < 2000 * scale; ) {
    const text = writer.quotation();
    found += text.split("“").length - 1;
    body += paragraph(text);
  }
  return page(writer.headline(), body);
}

/** An article whose last part, `#feed`, is to be changed all the time; see `live-page.mjs`. */
export function mutations(scale = 1) {
  const writer = new Writer(4);
  const body = repeat(300 * scale, () => paragraph(writer.paragraph()));
  return page(writer.headline(), `${body}<div id="feed">${repeat(50, () => paragraph(writer.quotation()))}</div>`);
}

/** What comes into the feed of `mutations`, as texts. */
export function news() {
  const writer = new Writer(5);
  return Array.from({ length: 50 }, () => writer.quotation());
}

/** A live blog of 500 posts. */
export function liveBlog(scale = 1) {
  const writer = new Writer(6);
  let number = 500 * scale;
  const post = () => {
    const [hour, minute] = [Math.floor(number / 30), (number % 30) * 2].map((part) => String(part).padStart(2, "0"));
    number -= 1;
    const text = repeat(1 + writer.below(3), () => paragraph(writer.paragraph()));
    return `<article class="post" id="post-${number}"><time datetime="2031-05-06T${hour}:${minute}">${hour}:${minute}</time><h2>${writer.headline()}</h2>${text}</article>`;
  };
  return page(writer.headline(), repeat(number, post));
}

const paragraph = (text) => `<p>${text}</p>\n`;

const repeat = (count, write) => Array.from({ length: count }, write).join("");

const page = (title, body, after = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><style>body { max-width: 42rem; margin: 2rem auto; font: 17px/1.6 serif }</style></head>
<body><header><a href="/">The Ravensmoor Post</a></header><main><article><h1>${title}</h1>
${body}</article></main>${after}<footer>All rights reserved.</footer></body></html>`;
