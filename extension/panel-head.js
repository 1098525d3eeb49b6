// The panel's head: which article, by whom, and how many of the quoted words have a name to them.
"use strict";

const percent = (share) => new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share);

function drawTitle(title = "", language = "") {
  part("title").lang = title ? language : word("language");
  setText(part("title"), title || word("panel_title"));
}

function drawHead({ title, language, credits, words, sources }, groups) {
  drawTitle(title, language);
  const names = new Intl.ListFormat(document.documentElement.lang).format(credits.byline);
  const told = [
    ["credits_by", names],
    ["credits_publisher", credits.publisher],
    ["credits_wire", credits.wire],
    ["credits_dateline", credits.dateline],
  ].filter(([, value]) => value);
  setText(part("credits"), told.map(([key, value]) => word(key, [value])).join(" · "));

  const sum = (unnamed) => sources.filter((source) => source.unnamed === unnamed).reduce((sum, source) => sum + source.words, 0);
  const parts = [
    ["named", "panel_named", sum(false), sources.filter(({ unnamed }) => !unnamed).length],
    ["unnamed", "panel_unnamed", sum(true), sources.filter(({ unnamed }) => unnamed).length],
    ["nobody", "panel_nobody", groups.find(({ number }) => number === null)?.words ?? 0, null],
  ];
  part("bar").hidden = words === 0;
  for (const [name, , count] of parts) {
    const stretch = part("bar").querySelector(`.${name}`);
    stretch.hidden = count === 0;
    stretch.style.flexGrow = count;
  }
  const lines = parts.filter(([, , count, sources]) => count || sources);
  part("shares").replaceChildren(
    ...lines.map(([name, key, count, sources]) => {
      const values = [...(sources === null ? [] : [String(sources)]), words ? percent(count / words) : "–"];
      return make("li", name, word(key, values));
    }),
  );
}
