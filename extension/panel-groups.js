// What the panel shows, from what the page tells: sources with their statements, those of nobody last, and what a filter leaves.
"use strict";

const KINDS = {
  "named-person": "kind_named_person",
  "spokesperson": "kind_spokesperson",
  "organisation": "kind_organisation",
  "unnamed-person": "kind_unnamed_person",
  "group": "kind_group",
  "document": "kind_document",
  "news-agency": "kind_news_agency",
  "state-media": "kind_state_media",
  "outlet": "kind_outlet",
  "social-post": "kind_social_post",
  "writer": "kind_writer",
};

const CONTROLS = {
  "state": "control_state",
  "public": "control_public",
  "party": "control_party",
  "co-operative": "control_co_operative",
  "private": "control_private",
};

/** Text as it is compared: without accents, case and kinds of mark. */
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”„«»]/g, '"');

/** Gives out keys that stay the same while the page changes: a text, and which it is of those that are the same. */
function keys() {
  const seen = new Map();
  return (text) => {
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return `${text} ${count}`;
  };
}

/** The sources of `panel`, largest share first, each with its `statements`, `facts` in words, the `marks` that the page gives it, and the `language` of its name. */
function groupsOf(panel) {
  const nobody = { number: null, name: word("card_nobody"), kind: null, unnamed: true, language: word("language"), words: 0, statements: [] };
  for (const { index, source, words } of panel.statements) {
    if (source !== null) continue;
    nobody.statements.push(index);
    nobody.words += words;
  }
  nobody.share = panel.words ? nobody.words / panel.words : 0;
  const key = keys();
  const size = ({ number, words, statements }) => (number === null ? -1 : words + statements.length / 1e4);
  const { language } = panel;
  const sources = [...panel.sources.map((source) => ({ ...source, language })), nobody].filter(({ statements }) => statements.length);
  sources.sort((one, other) => size(other) - size(one));
  return sources.map((source) => groupOf(source, panel, key(`${source.kind} ${source.name}`)));
}

function groupOf(source, { statements: all, language }, key) {
  const own = keys();
  const statements = source.statements.map((index) => {
    const statement = all[index];
    const via = statement.chain.length ? `${word("card_via")} ${statement.chain.join(" › ")}` : "";
    return { ...statement, language, via, by: source.name, key: own(statement.text), folded: fold(`${statement.text} ${via}`) };
  });
  const { control, country } = source.outlet ?? {};
  const outlet = [control && word(CONTROLS[control]), country && new Intl.DisplayNames(word("language"), { type: "region" }).of(country)];
  const facts = [
    source.kind && word(KINDS[source.kind]),
    source.role,
    outlet.filter(Boolean).join(", "),
    ...new Set(statements.map(({ via }) => via)),
  ].filter(Boolean);
  const colour = source.number === null ? "none" : source.number % 8;
  const marks = `c${colour}${source.unnamed ? " unnamed" : ""}${source.state ? " state" : ""}`;
  return { ...source, key, statements, facts, marks, folded: fold([source.name, ...facts].join(" ")) };
}

/** What `filter` leaves of `groups`: a source whose own name or kind is searched for stays whole. */
function filtered(groups, { search, kind, naming }) {
  const wanted = fold(search.trim());
  const left = groups.filter((group) => (!kind || group.kind === kind) && (!naming || group.unnamed === (naming === "unnamed")));
  if (!wanted) return left;
  return left
    .map((group) => {
      if (group.folded.includes(wanted)) return group;
      return { ...group, statements: group.statements.filter(({ folded }) => folded.includes(wanted)) };
    })
    .filter(({ statements }) => statements.length);
}
