// The page that stands alone, as it was built, on the server here.

import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../dist/www/", import.meta.url));
const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".weights": "application/octet-stream",
};

/** Its files, as paths within its folder. */
export const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length).replaceAll("\\", "/"));

/** Serves them; the page's address. */
export async function serveWww(session) {
  for (const file of files) session.server.put(`/${file}`, readFileSync(join(FOLDER, file)), { "content-type": TYPES[extname(file)] });
  return session.server.put("/", readFileSync(join(FOLDER, "index.html")));
}
