/** Runs within the page: all of its state that the extension must leave alone, as one string. */
export function ownPage() {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("hearsay-overlay").forEach((host) => host.remove());
  // Written out, neighbouring text nodes look like one.
  let textNodes = 0;
  for (const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT); walker.nextNode(); ) textNodes += 1;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
  const selection = [anchorNode?.nodeValue, anchorOffset, focusNode?.nodeValue, focusOffset];
  const sheets = [document.styleSheets.length, document.adoptedStyleSheets.length];
  return JSON.stringify([copy.outerHTML, textNodes, selection, document.activeElement?.outerHTML, scrollX, scrollY, sheets]);
}
