// The panel's words in the reader's language, and how elements are made of them.
"use strict";

const word = (key, values) => chrome.i18n.getMessage(key, values);
const part = (id) => document.getElementById(id);

/** Fills in the page's words: texts, and the names of elements that show none. */
function fillWords() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", word(element.dataset.name));
}
