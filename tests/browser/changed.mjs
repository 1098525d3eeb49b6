// The built extension with something in it broken on purpose.

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
  writeFileSync(path, change(readFileSync(path, "utf8")));
  const session = await Session.start(name, { folder });
  const close = session.close.bind(session);
  session.close = () => close().finally(() => rmSync(folder, { recursive: true }));
  return session;
}
