// Settings to a file and back, and all back to the beginning.
"use strict";

part("export").addEventListener("click", async () => {
  const file = new Blob([writeSettings(await readSettings())], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "hearsay-settings.json";
  link.click();
  // The browser has to have read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  tell(word("backup_exported"));
});

part("import").addEventListener("click", () => part("file").click());
part("file").addEventListener("change", () => {
  const [file] = part("file").files;
  if (file) store(take(file), replaceSettings);
  // The same file may be chosen again.
  part("file").value = "";
});
part("reset").addEventListener("click", () => store(replaceSettings({}), replaceSettings));

/** Has the settings of `file` replace all others; returns what was stored before. */
async function take(file) {
  if (file.size > MOST_TEXT) throw new Refusal("import_too_large");
  return replaceSettings(parseSettings(await file.text()));
}
