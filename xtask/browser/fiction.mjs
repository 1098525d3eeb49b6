// Made-up news in any amount, the same for the same seed.

const FIRST = ["Marta", "Piet", "Ines", "Anton", "Selma", "Joris", "Nadia", "Tomas", "Ruth", "Ilya", "Carmen", "Owen", "Leila", "Hugo", "Dina", "Karel"];
const LAST = ["Okonjo", "Hallam", "Varga", "Dravic", "Lindqvist", "Moreau", "Achterberg", "Senn", "Caldwell", "Petrenko", "Osei", "Brandt", "Quill", "Tamm", "Ferro", "Novak"];
const ROLES = ["the harbour master", "a spokeswoman for the ministry", "the mayor of {place}", "a retired engineer", "the union’s secretary", "an economist at the University of {place}", "the company’s chief executive", "a ferry captain", "the opposition’s leader", "a nurse at the hospital in {place}"];
const PLACES = ["Ravensmoor", "Koravia", "Port Ellard", "Sankt Brenn", "Dunholm", "Vesterby", "Almora Bay", "Greywater", "Tessel Point", "Marrowick"];
const THINGS = ["the new bridge", "the ferry line", "the budget", "the flood wall", "the railway strike", "the water tax", "the old shipyard", "the grain reserve", "the coal port", "the school reform"];
const CLAIMS = [
  "we cannot pay for {thing} a second time", "nobody in {place} was asked about {thing}", "{thing} will be finished before the winter", "the plan for {thing} was never more than a sheet of paper",
  "people will remember who voted against {thing}", "there is no money left for {thing}", "{thing} has kept this town alive for ninety years", "I would sign it again tomorrow",
  "the figures for {thing} do not add up", "our members have waited long enough", "without {thing} the young will leave {place}", "this is only the first step",
];
const PARTS = ["a matter of decency", "the worst of all choices", "hardly a surprise", "an insult to the whole coast", "a promise that was kept", "too little, and far too late"];
const VERBS = ["said", "said", "said", "told reporters", "warned", "insisted", "argued", "added"];

/** A sentence by its form. `n` is a person's name, `r` a role, `c` and `d` claims, `p` a few words, `v` a verb. */
const QUOTING = [
  ({ n, r, c, v }) => `“${upper(c)},” ${v} ${n}, ${r}.`,
  ({ n, r, c, d }) => `“${upper(c)},” said ${n}, ${r}. “${upper(d)}.”`,
  ({ n, c, v }) => `${n} ${v}: “${upper(c)}.”`,
  ({ n, r, p }) => `${n}, ${r}, called it “${p}”.`,
];
const REPORTING = [
  ({ n, r, c }) => `${n}, ${r}, said that ${c.replace(/^I /, "they ")}.`,
  ({ n, thing, place }) => `According to ${n}, the people of ${place} had heard nothing of ${thing} for months.`,
];
const TELLING = [
  ({ thing, place, number }) => `The council of ${place} is to vote on ${thing} in ${number} days, after a debate that has gone on since the spring.`,
  ({ place, number }) => `Some ${number} people gathered in the rain on the main square of ${place}, many of them with lanterns and home-made signs.`,
  ({ thing, number }) => `A report published on Tuesday puts the cost of ${thing} at ${number} million crowns, almost twice as much as was planned.`,
  ({ thing, place }) => `Work on ${thing} began eleven years ago, when ${place} still had a shipyard and a railway station of its own.`,
];

const upper = (text) => text[0].toUpperCase() + text.slice(1);

/** A writer of news. What it writes depends on `seed` and on what it has written, on nothing else. */
export class Writer {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  /** A number from 0 up to and without `limit`. */
  below(limit) {
    // Mulberry32: small, and good enough for prose.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  #pick(list) {
    return list[this.below(list.length)];
  }

  #fill(text) {
    return text.replace("{thing}", this.#pick(THINGS)).replace("{place}", this.#pick(PLACES));
  }

  #write(forms) {
    return this.#pick(forms)({
      n: `${this.#pick(FIRST)} ${this.#pick(LAST)}`,
      r: this.#fill(this.#pick(ROLES)),
      c: this.#fill(this.#pick(CLAIMS)),
      d: this.#fill(this.#pick(CLAIMS)),
      p: this.#pick(PARTS),
      v: this.#pick(VERBS),
      thing: this.#pick(THINGS),
      place: this.#pick(PLACES),
      number: 2 + this.below(400),
    });
  }

  /** A sentence or two with at least one quotation. */
  quotation() {
    return this.#write(QUOTING);
  }

  /** A sentence that quotes nobody. */
  sentence() {
    return this.#write(TELLING);
  }

  headline() {
    return upper(this.#fill("{thing} divides {place}"));
  }

  /** A paragraph as a newspaper has it: news, often somebody's words, sometimes in the writer's own. */
  paragraph() {
    const sentences = [this.sentence()];
    if (this.below(2)) sentences.push(this.quotation());
    if (this.below(4) === 0) sentences.push(this.#write(REPORTING));
    if (this.below(2)) sentences.push(this.sentence());
    return sentences.join(" ");
  }
}
