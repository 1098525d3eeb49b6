// Pages that are built and changed at random, the same each time for the same seed.

import { FERRY, MILL } from "./stories.mjs";

export const PARAGRAPHS = `${FERRY.body}${MILL.body}`.match(/(?<=<p>)[^]*?(?=<\/p>)/g);

/** A function that gives whole numbers from 0 to below its argument. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TAGS = ["div", "section", "article", "aside", "figure", "figcaption", "blockquote", "ul", "li", "span", "details", "x-story", "h2", "table", "main", "q"];
const TRAITS = [
  "", "", "", "", 'class="related teaser"', 'class="story-body"', 'id="comments"', "hidden", 'style="display: none"', 'style="columns: 2"', 'dir="rtl"',
  'aria-hidden="true"', 'style="position: fixed; top: 0"', 'contenteditable="true"', 'style="color: #eee; background: #111"', 'lang="de"',
];
const TEXTS = ["“", "” said ", "Ann Lee", "\u200b", "«", "’", "—", "said", " ", "According to ", "😀", "e\u0301", "\u202e", ": ", "\u00ad", "@lee", "<br>", "<!-- -->"];

/** The inside of a page: the paragraphs of our articles and scraps of text, strewn over a tree of no sense. */
export function tree(seed) {
  const random = dice(seed);
  let left = 120;
  const node = (depth) => {
    left -= 1;
    const kind = random(10);
    if (kind < 4) return `<p>${PARAGRAPHS[random(PARAGRAPHS.length)]}</p>`;
    if (kind < 6) return Array.from({ length: random(6) }, () => TEXTS[random(TEXTS.length)]).join("");
    const tag = TAGS[random(TAGS.length)];
    let inside = "";
    for (let more = random(6); more > 0 && left > 0 && depth < 12; more -= 1) inside += node(depth + 1);
    return `<${tag} ${TRAITS[random(TRAITS.length)]}>${inside}</${tag}>`;
  };
  let html = `<article>${FERRY.body}</article>`;
  while (left > 0) html += node(0);
  return html;
}

/** Runs in the page: makes `steps` changes that follow from `seed` alone, some at once and some after a moment each. */
export async function change(seed, steps, paragraphs) {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const main = document.querySelector("main");
  const any = (selector) => {
    const all = main.querySelectorAll(selector);
    return all[random(all.length)] ?? main;
  };
  const other = (selector) => {
    const one = any(selector);
    return one === main ? main.appendChild(document.createElement("p")) : one;
  };
  const made = (tag, html) => Object.assign(document.createElement(tag), { innerHTML: html });
  const text = () => {
    const walk = document.createTreeWalker(any("p"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    return texts[random(texts.length)];
  };
  const ways = [
    () => other("p").after(made("p", paragraphs[random(paragraphs.length)])),
    () => other("p").remove(),
    () => main.append(other("p")),
    () => text()?.splitText?.(0),
    () => { const node = text(); if (node) node.data = node.data.slice(random(20)); },
    () => { const node = text(); if (node?.data.length > 9) node.replaceWith(made("em", node.data.slice(0, 9)), node.data.slice(9)); },
    () => any("p").normalize(),
    () => other("p").replaceWith(made("blockquote", paragraphs[random(paragraphs.length)])),
    () => other("p, blockquote").toggleAttribute("hidden"),
    () => other("*").before(made("aside", "<p>Advertisement</p>")),
    () => { other("article").className = `c${random(9)}`; },
    () => { const one = other("p"); one.innerHTML = one.innerHTML; },
    () => other("p, em, aside").replaceChildren(),
    () => { const wrapper = made("div", ""); other("p").replaceWith(wrapper); wrapper.append(made("p", paragraphs[random(paragraphs.length)])); },
    () => {
      const host = made("div", "");
      other("p").after(host);
      host.attachShadow({ mode: random(2) ? "open" : "closed" }).append(made("p", paragraphs[random(paragraphs.length)]));
    },
  ];
  for (let step = 0; step < steps; step += 1) {
    ways[random(ways.length)]();
    if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(60)));
  }
  return main.innerHTML;
}
