// The keys of the commands, which the browser keeps.
"use strict";

/** Shows the commands and their keys; nothing where the browser has no keys, as on Android. */
async function drawKeys() {
  const commands = (await chrome.commands?.getAll()) ?? [];
  part("keys-section").hidden = commands.length === 0;
  const rows = commands.filter(({ description }) => description).map(({ description, shortcut }) => {
    const [row, head, cell, key] = ["tr", "th", "td", "kbd"].map((tag) => document.createElement(tag));
    head.scope = "row";
    head.textContent = description;
    key.textContent = shortcut;
    cell.append(shortcut ? key : word("keys_none"));
    row.append(head, cell);
    return row;
  });
  part("keys").tBodies[0].replaceChildren(...rows);
}

part("change-keys").addEventListener("click", () => {
  // Firefox opens the page itself; Chrome has an address for it.
  if (chrome.commands.openShortcutSettings) chrome.commands.openShortcutSettings();
  else chrome.tabs.create({ url: "chrome://extensions/shortcuts" });
});
// They are changed in another tab, and nothing tells of it.
addEventListener("focus", drawKeys);
