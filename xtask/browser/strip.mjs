// Takes the executable scripts out of a page's source and leaves the rest as it is, byte for byte.

// A script of any other type is data, which the page's readers may want: JSON-LD above all.
const EXECUTABLE = /^(|module|importmap|speculationrules|(application|text)\/(x-)?(java|ecma|j|live)script[\d.]*)$/;

// Elements whose content is text up to their end tag, where `<script` is no tag.
const RAW = new Set(["style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

const TAG = /<!--[^]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

/** `html` without its executable scripts. */
export function withoutScripts(html) {
  let kept = "";
  let from = 0;
  const tags = new RegExp(TAG);
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    const [, slash, name = "", attributes] = tag;
    const element = name.toLowerCase();
    if (slash || !(element === "script" || RAW.has(element))) continue;
    const end = new RegExp(`</${element}(?=[\\s/>])[^>]*>`, "gi");
    end.lastIndex = tags.lastIndex;
    const close = end.exec(html);
    const after = close ? end.lastIndex : html.length;
    if (element === "script" && EXECUTABLE.test(type(attributes))) {
      kept += html.slice(from, tag.index);
      from = after;
    }
    tags.lastIndex = after;
  }
  return kept + html.slice(from);
}

function type(attributes) {
  const [, double, single, bare] = /(?:^|[\s"'])type\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return (double ?? single ?? bare ?? "").trim().toLowerCase().replace(/;.*/, "");
}
