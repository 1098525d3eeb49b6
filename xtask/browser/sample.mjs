// The sample article. It is bare; in a column, as on a news page, there is room for labels.

import { readFileSync } from "node:fs";

/** Which of its statements, by keyboard, came by way of somebody. */
export const SHOWN = 7;

const STYLE = `<meta name="viewport" content="width=device-width">
<style>
  :root { color-scheme: light dark }
  body { max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem; font: 17px/1.65 Georgia, serif }
  h1 { margin: 1rem 0; font-size: 1.75rem; line-height: 1.2 }
  h2 { font-size: 1.125rem; font-weight: 400; line-height: 1.4 }
</style></head>`;

/** The article of the file `path` as a page. */
export const sample = (path) => readFileSync(path, "utf8").replace("</head>", STYLE);
