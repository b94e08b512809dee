// The gentle check without a signal: what in a note's words is too private to keep. The same judgement as
// carnet/capture/rules/discretion, whose patterns it is given as they are served; what changes there changes here.
// notice(words, patterns) → [{concern, why, begin, end}]; sentenceAround(words, begin, end) → [begin, end] of its sentence.
const CLUSTER = /.[\u0300-\u036f\u064b-\u065f\u0670\u3099\u309a\uff9e\uff9f]*/gsu;
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;
const ALIKE = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ı: "i", ى: "ي", ی: "ي", ة: "ه", ک: "ك" };
const ENDS = /[.!?؟]+(?=\s|$)|[。！？…\n]+/gu;
const watches = new WeakMap();
const folded = (cluster) => cluster.toLowerCase().normalize("NFKD").replace(MARKS, "")
  .replace(/[œæßøıىیةک]/gu, (letter) => ALIKE[letter]).normalize("NFKC");

function prepare(words, spaced) {
  const [kept, starts, ends] = [[" "], [0], [0]];
  const add = (unit, start, end) => { kept.push(unit); starts.push(start); ends.push(end); };
  for (const { 0: cluster, index } of words.matchAll(CLUSTER)) {
    const plain = folded(cluster);
    for (const letter of spaced || plain.trim() ? plain : "") {
      const stays = (spaced ? /\p{L}/u : /[\p{L}\p{N}]/u).test(letter);
      if (!stays && kept.at(-1) === " ") continue;
      for (const unit of stays ? letter.split("") : [" "]) add(unit, index, index + cluster.length);
    }
  }
  if (kept.at(-1) !== " ") add(" ", words.length, words.length);
  return { text: kept.join(""), starts, ends };
}

function sentenceAround(words, begin, end) {
  const ends = [...words.matchAll(ENDS)].map(({ 0: stop, index }) => [index, index + stop.length]);
  const first = ends.findLast(([, past]) => past <= begin)?.[1] ?? 0;
  return [first + words.slice(first, begin).match(/^\s*/u)[0].length, ends.find(([at]) => at >= end)?.[1] ?? words.length];
}

function expression(language, patterns) {
  let text = patterns.join("|");
  for (const [name, those] of Object.entries(language.names)) text = text.replaceAll(`<${name}>`, `(${those.join("|")})`);
  text = text.replaceAll("(", "(?:").replaceAll("*", "[^ ]*");
  if (!language.spaced) return new RegExp(text.replaceAll("~", ".{0,12}"), "gu");
  return new RegExp(` (?:${language.before.join("|")})(?:${text.replaceAll(" ~ ", " (?:.{0,30} )?")})(?= )`, "gu");
}

function watched(language) {
  const all = (reasons = {}) => Object.entries(reasons).map(([why, each]) => [why, expression(language, each)]);
  return Object.entries(language.concerns).map(([concern, { patterns, unless, spares }]) =>
    [concern, all(patterns), [...all(unless.length ? { "": unless } : {}), ...all(spares)]]);
}

function notice(words, patterns) {
  if (!watches.has(patterns)) watches.set(patterns, watched(patterns));
  const { text, starts, ends } = prepare(words, patterns.spaced);
  const spans = ([why, every]) => [...text.matchAll(every)]
    .map(({ 0: said, index }) => ({ why, begin: index + Number(patterns.spaced), end: index + said.length }));
  return watches.get(patterns).flatMap(([concern, noticed, passing]) => {
    const met = noticed.flatMap(spans);
    const ordinary = met.length ? passing.flatMap(spans) : [];
    const passes = (it) => ordinary.some(({ why, begin, end }) => (!why || why === it.why) && begin < it.end && it.begin < end);
    let reached = 0;
    return met.filter((each) => !passes(each)).map(({ why, begin, end }) => ({ concern, why, begin: starts[begin], end: ends[end - 1] }))
      .sort((a, b) => a.begin - b.begin || b.end - a.end).filter(({ begin, end }) => begin >= reached && ((reached = end), true));
  }).sort((a, b) => a.begin - b.begin);
}
