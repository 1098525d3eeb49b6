// The built extension with something in it broken on purpose.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Session } from "../../xtask/browser/session.mjs";

/** Starts `name` with a copy of the extension in which `change` has its way with the text of `file`. */
export async function startChanged(name, file, change) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-"));
  cpSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), folder, { recursive: true });
  const path = join(folder, file);
  const whole = readFileSync(path, "utf8");
  const changed = change(whole);
  assert.notEqual(changed, whole, `${file} holds what is to be changed`);
  writeFileSync(path, changed);
  const session = await Session.start(name, { folder });
  const close = session.close.bind(session);
  session.close = () => close().finally(() => rmSync(folder, { recursive: true }));
  return session;
}
