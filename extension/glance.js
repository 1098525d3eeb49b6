// A glance at the page: may it hold an article? It looks at a bounded part of the page, however large that is.
"use strict";

const MOST_PARAGRAPHS = 2000;
const MOST_TEXT = 200000;
const MOST_DATA = 50;
/** What is enough to know the text again. */
const ENOUGH = 5000;

/**
 * `against`: why the page is certainly no article; null where it may be one.
 * `print`: what its long paragraphs look like, to tell whether they are still the same.
 */
function glance() {
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return { against: "not-html" };
  if (document.designMode === "on" || document.body?.isContentEditable) return { against: "editor" };
  let [length, count, speech, print] = [0, 0, false, ""];
  for (const paragraph of document.getElementsByTagName("p")) {
    count += 1;
    if (count > MOST_PARAGRAPHS || length > MOST_TEXT || (speech && length > ENOUGH)) break;
    const words = paragraph.textContent;
    if (words.length <= 80) continue;
    length += words.length;
    speech ||= /["“”„«»]|\bsaid\b|according to/.test(words);
    print += `${words.length} ${words.slice(0, 40)}\n`;
  }
  return { against: (speech && length > 1000) || saysSo() ? null : "no-article", print };
}

/** Whether the page calls itself an article. */
function saysSo() {
  if (document.querySelector('meta[property="og:type"][content="article" i]')) return true;
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  return [...scripts].slice(0, MOST_DATA).some(({ textContent }) => {
    const data = textContent.slice(0, MOST_TEXT);
    return /"@type"[\s:["]{1,40}(?:[^\]]{0,200}")?\w*(?:Article|Posting|NewsStory|Report)"/.test(data);
  });
}
