// Runs within the page: a reader, loaded and timed.

/**
 * What reads, by name. Each loads itself and gives `read`, which takes a text and returns how many statements it found
 * in it, and `memory`, where it has one of its own.
 */
const READERS = {
  async wasm() {
    // As the extension does it.
    const bytes = fetch("/hearsay.wasm").then((answer) => answer.arrayBuffer());
    const module = await import("/engine.js");
    return hearsay(module, { module_or_path: await bytes });
  },
  async js() {
    return hearsay(await import("/engine-js.js"));
  },
  async compromise() {
    await import("/compromise.js");
    return { read: (text) => globalThis.nlp(text).quotations().json().length };
  },
};

async function hearsay(module, options) {
  const weights = fetch("/hearsay.weights").then((answer) => answer.arrayBuffer());
  const { memory } = await module.default(options);
  const engine = new module.Engine(new Uint8Array(await weights));
  const read = (text) => {
    const { quotations, reports } = engine.annotate(text);
    return quotations.length + reports.length;
  };
  return { read, memory };
}

let texts;
let reader;

/** Loads the reader `name` and has it read the first text; the milliseconds of both. */
export async function ready(name) {
  texts = await (await fetch("/texts.json")).json();
  const start = performance.now();
  reader = await READERS[name]();
  reader.read(texts[0]);
  return performance.now() - start;
}

/** Has every text read; the milliseconds, what was found, and the bytes of the reader's own memory. */
export function pass() {
  let found = 0;
  const start = performance.now();
  for (const text of texts) found += reader.read(text);
  const ms = performance.now() - start;
  return { ms, found, memory_bytes: reader.memory?.buffer.byteLength ?? null };
}
