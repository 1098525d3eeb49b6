// A short article, and who says what in it.

const PARAGRAPHS = [
  "The town of Ravensmoor will close its last ferry at the end of the month, the harbour board announced on Tuesday after a meeting that lasted until late in the evening.",
  "“We have carried this town for ninety years, and we cannot carry it any further,” said Marta Okonjo, the board’s chairwoman.",
  "The decision was met with anger on the quay, where some two hundred people had gathered in the rain with lanterns and home-made signs.",
  "“Nobody asked us,” said Piet Hallam, a fisherman whose family has used the crossing since it opened. “They came with a sheet of paper and they left with our boat.”",
  "Okonjo said the board had looked for another operator for more than a year without finding one.",
  "The council is to vote on a bridge in the spring. Until then a bus will run along the coast four times a day, a journey of an hour and ten minutes.",
];

/** The speech in it, in order: words and speaker. */
export const SPEECH = [
  ["We have carried this town for ninety years, and we cannot carry it any further,", "Marta Okonjo"],
  ["Nobody asked us,", "Piet Hallam"],
  ["They came with a sheet of paper and they left with our boat.", "Piet Hallam"],
];

export const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n");

/** The article as a page, with more in its head and after its body where wanted. */
export function article({ head = "", after = "", body = BODY } = {}) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}
<title>Ravensmoor loses its ferry</title>
<meta property="og:type" content="article"></head>
<body><header><a href="/">The Ravensmoor Post</a></header>
<main><article><h1>Ravensmoor loses its ferry</h1>
<div id="body">${body}</div></article></main>
<footer>All rights reserved.</footer>${after}</body></html>`;
}

/** Words and speaker of each quotation that is speech, marks and white space at the edges left out. */
export function speech({ quotations }) {
  const words = (text) => text.replace(/^[“"\s]+|[”"\s]+$/g, "");
  return quotations.filter(({ kind }) => kind === "speech").map(({ text, speaker }) => [words(text), speaker]);
}
