// An independent reader of Web Annotations: finds what a target selects in a page by the recommendation's own words, and
// the words by which all of that are compared.

/** Runs in the page: for each target, the text that its quote selects, that its position selects, and how many places the quote fits. */
export function reanchor(targets) {
  const text = document.body.textContent;
  const points = Array.from(text);
  return targets.map(({ selector: [quote, position] }) => {
    const { exact, prefix = "", suffix = "" } = quote;
    const places = [];
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
      if (text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + exact.length)) places.push(at);
    }
    const first = places.length ? text.slice(places[0], places[0] + exact.length) : null;
    return { quote: first, position: position ? points.slice(position.start, position.end).join("") : null, places: places.length };
  });
}

/** Words alone: white space, marks and what has no width is left out. */
export const bare = (text) => text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff“”„«»‘’"']/g, "");

/** The annotations of a collection, each with its targets and its data. */
export const items = (collection) => collection.first.items.map(({ id, target, body }) => ({ id, target, data: body[1] }));

/** What is wrong with a collection by the required properties of the recommendation; empty where nothing is. */
export function faults(collection, source) {
  const wrong = [];
  const want = (holds, what) => holds || wrong.push(what);
  want([collection["@context"]].flat()[0] === "http://www.w3.org/ns/anno.jsonld", "@context");
  want(collection.type === "AnnotationCollection" && collection.id && collection.total === collection.first.items.length, "collection");
  want(collection.first.type === "AnnotationPage" && collection.first.id && collection.first.startIndex === 0, "page");
  const ids = new Set();
  for (const { id, type, target, body, motivation } of collection.first.items) {
    want(/^urn:uuid:[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/.test(id) && !ids.has(id), `id ${id}`);
    ids.add(id);
    want(type === "Annotation" && motivation === "identifying", `type of ${id}`);
    want(body[0].type === "TextualBody" && typeof body[0].value === "string", `body of ${id}`);
    want(target.length > 0, `target of ${id}`);
    for (const { source: page, selector } of target) {
      want(page === source, `source ${page}`);
      want(selector[0].type === "TextQuoteSelector" && selector[0].exact, `quote of ${id}`);
      if (selector[1]) want(selector[1].type === "TextPositionSelector" && selector[1].start < selector[1].end, `position of ${id}`);
    }
  }
  return wrong;
}
