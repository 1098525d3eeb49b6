// What was found as text: into the clipboard, or into a file.
"use strict";

const FORMATS = {
  jsonld: { type: "application/ld+json", ending: "jsonld" },
  csv: { type: "text/csv", ending: "csv" },
  markdown: { type: "text/markdown", ending: "md" },
};

/** Has the buttons of the menu copy and save; `ask` gives the text of a format, and `title` what the article is called. */
function startExport(ask, title) {
  const menu = part("export");
  menu.addEventListener("click", async ({ target }) => {
    const format = target.dataset.copy ?? target.dataset.save;
    if (!format) return;
    setText(part("said"), "");
    setText(part("said"), await (target.dataset.copy ? copy(format, ask) : save(format, ask, title())));
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}

/** What to tell the reader afterwards. */
async function copy(format, ask) {
  const text = await ask(format);
  if (!text) return word("panel_no_export");
  return navigator.clipboard.writeText(text).then(() => word("panel_copied"), () => word("panel_not_copied"));
}

/** What to tell the reader afterwards. */
async function save(format, ask, title) {
  const text = await ask(format);
  if (!text) return word("panel_no_export");
  const { type, ending } = FORMATS[format];
  // Without a byte order mark spreadsheets take a table for one in an old encoding.
  const address = URL.createObjectURL(new Blob(format === "csv" ? ["\ufeff", text] : [text], { type }));
  const link = make("a");
  link.href = address;
  link.download = `${fileName(title)}.${ending}`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  return word("panel_saved", [link.download]);
}

/** A title as a file's name. */
function fileName(title) {
  return title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-|-$/g, "") || "hearsay";
}
