// What every page of the extension begins with: its words in the reader's language, and the theme that the reader chose.
"use strict";

const word = (key, values) => chrome.i18n.getMessage(key, values);
const part = (id) => document.getElementById(id);

/** Fills in the page's words: texts, and the names of elements that show none. */
function fillWords() {
  // The language that the words are in, which need not be the browser's.
  document.documentElement.lang = word("language");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", word(element.dataset.name));
}

/** Dresses the page as `theme` says, "auto" as the browser does. */
function dress(theme) {
  document.documentElement.dataset.theme = theme;
}

/** Calls `draw` with the settings, now and whenever they change, after dressing the page in their theme. */
async function followSettings(draw) {
  const take = async () => {
    const settings = await readSettings();
    dress(settings.theme);
    draw(settings);
  };
  onSettings(take);
  await take();
}

/** Has the radio buttons of that `name` show and save the setting of that name; returns what shows it. */
function bindChoices(name, save) {
  const choices = document.getElementsByName(name);
  for (const choice of choices) choice.addEventListener("change", () => save(name, choice.value));
  return (settings) => choices.forEach((choice) => (choice.checked = choice.value === settings[name]));
}

/** What to tell the reader of an `error` in storing something. */
const whyNotSaved = (error) => word(error instanceof RangeError ? "rules_too_many" : "not_saved");
