// Random inputs: kept ones, changed. The same each time for the same seed.

/** Whole numbers from 0 to below an argument (splitmix32). */
export function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return Math.floor((((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}

const NAMES = ["__proto__", "constructor", "toString", "", "x", "\ud800", "\u202e", "ﬀ"];
const VALUES = [null, true, false, 0, 1, -1, 1e21, 0.1, [], {}, [null], ...NAMES];

/** One of `kept`, changed as text or as data, with `pieces`. */
export function input(kept, pieces, seed) {
  const random = dice(seed);
  const any = (list) => list[random(list.length)];
  const part = () => (random(2) ? any(pieces) : any(VALUES));

  /** `value` with something in it that is another. */
  function changed(value, depth = 0) {
    const whole = typeof value !== "object" || value === null || depth > 8 || random(6) === 0;
    if (whole) return random(3) ? part() : [value, part()];
    const copy = Array.isArray(value) ? [...value] : { ...value };
    const key = any(Object.keys(copy)) ?? "0";
    const way = random(5);
    if (way === 0) delete copy[key];
    else if (way === 1) put(copy, String(part()), part());
    else if (way === 2 && !Array.isArray(copy)) put(copy, String(part()), copy[key]);
    else put(copy, key, changed(copy[key], depth + 1));
    return copy;
  }

  /** `text` with something in it that is another. */
  function rewritten(text) {
    const [from, length] = [random(text.length + 1), random(12)];
    const written = part();
    const piece = typeof written === "string" ? written : JSON.stringify(written);
    const copy = text.slice(random(text.length + 1)).slice(0, 40);
    const ways = [piece, piece, "", copy, String.fromCodePoint(random(0x110000)), piece.repeat(random(30))];
    return text.slice(0, from) + any(ways) + text.slice(random(2) ? from : from + length);
  }

  let text = random(16) ? any(kept) : "";
  const data = parsed(text);
  if (data !== undefined && random(4)) {
    let value = data;
    for (let left = 1 + random(4); left > 0; left -= 1) value = changed(value);
    return JSON.stringify(value);
  }
  for (let left = 1 + random(6); left > 0; left -= 1) text = rewritten(text);
  return text;
}

/** Sets a property of any name, `__proto__` too. */
function put(object, key, value) {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The data that `text` is; undefined where it is none. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
