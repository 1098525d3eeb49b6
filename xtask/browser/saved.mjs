// Pages that were saved, as a server here serves them.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { withoutScripts } from "./strip.mjs";

// Handlers in attributes are scripts too; this directive stops them and nothing else.
const HEADERS = { "content-security-policy": "script-src-attr 'none'" };

/** Serves the page of the file `path`, without its scripts unless it may keep them; its address. */
export function serveSaved(server, path, { scripts = false } = {}) {
  const html = readFileSync(path, "utf8");
  return server.put(`/${basename(path)}`, scripts ? html : withoutScripts(html), scripts ? {} : HEADERS);
}
