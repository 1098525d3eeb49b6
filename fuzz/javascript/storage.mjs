// An area of the browser's storage, which keeps copies as the browser does.

const copied = (value) => JSON.parse(JSON.stringify(value));
const pairs = (items) => Object.entries(items).filter(([, value]) => value !== undefined);

export class Area {
  #items = new Map();

  /** Has exactly `items` stored. */
  hold(items) {
    this.#items = new Map(pairs(copied(items)));
  }

  items() {
    return copied(Object.fromEntries(this.#items));
  }

  async get(keys) {
    const all = this.items();
    if (keys === null) return all;
    return Object.fromEntries(Object.entries(all).filter(([key]) => [keys].flat().includes(key)));
  }

  async set(items) {
    for (const [key, value] of pairs(copied(items))) this.#items.set(key, value);
  }

  async remove(keys) {
    for (const key of [keys].flat()) this.#items.delete(key);
  }
}
