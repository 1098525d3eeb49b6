// A glance at the page: may it hold an article? It looks at a bounded part of the page, however large that is.
"use strict";

const MOST_PARAGRAPHS = 2000;
const MOST_TEXT = 200000;
const MOST_DATA = 50;
const MOST_ELEMENTS = 5000;
const MOST_TEXTS = 5000;
/** What is enough to know the text again. */
const ENOUGH = 5000;

/** Whether the page says that Hearsay's own engine is at work in it without the extension. Any page can say so. */
const isOurs = () => document.querySelector('meta[name="hearsay"]') !== null;

/**
 * `against`: why the page is certainly no article; null where it may be one.
 * `print`: what its long paragraphs look like, to tell whether they are still the same.
 */
function glance() {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return { against: "not-html" };
  if (document.designMode === "on" || document.body?.isContentEditable) return { against: "editor" };
  let [length, count, speech, print] = [0, 0, false, ""];
  for (const words of texts()) {
    count += 1;
    if (count > MOST_PARAGRAPHS || length > MOST_TEXT || (speech && length > ENOUGH)) break;
    if (words.length <= 80) continue;
    length += words.length;
    speech ||= /["“”„«»]|\bsaid\b|according to/.test(words);
    print += `${words.length} ${words.slice(0, 40)}\n`;
  }
  return { against: (speech && length > 1000) || saysSo() ? null : "no-article", print };
}

/** The page's paragraphs; then what stands without any in its main part, and in open shadow trees. */
function* texts() {
  for (const paragraph of document.getElementsByTagName("p")) yield paragraph.textContent;
  const main = document.querySelector("article, main, [role=main], [itemprop=articleBody]");
  if (main) yield* looseTexts(main);
  let left = MOST_ELEMENTS;
  const roots = [document];
  for (const root of roots) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    while (left-- > 0 && walk.nextNode()) if (walk.currentNode.shadowRoot) roots.push(walk.currentNode.shadowRoot);
    if (root !== document) yield* looseTexts(root, true);
  }
}

/** The texts in `root`; of those in paragraphs only where `all` are wanted. */
function* looseTexts(root, all = false) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let left = MOST_TEXTS; left > 0 && walk.nextNode(); left -= 1) {
    const { data, parentElement } = walk.currentNode;
    if (data.length > 80 && !/^(SCRIPT|STYLE)$/.test(parentElement?.tagName) && (all || !parentElement?.closest("p"))) yield data;
  }
}

/** Whether the page calls itself an article. */
function saysSo() {
  if (document.querySelector('meta[property="og:type"][content="article" i]')) return true;
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  let left = MOST_TEXT;
  return [...scripts].slice(0, MOST_DATA).some((script) => {
    let data = "";
    // Its text nodes may be many and large.
    for (let node = script.firstChild; node && data.length < left; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) data += node.substringData(0, left - data.length);
    }
    left -= data.length;
    return /"@type"[\s:["]{1,40}(?:[^\]]{0,200}")?\w*(?:Article|Posting|NewsStory|Report)"/.test(data);
  });
}
