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
const LETTERS = [/[\u3041-\u3096\u30a1-\u30fa]/gu, /[\u3400-\u9fff]/gu, /[\u0620-\u064a\u066e-\u06d3]/gu, /[a-zà-öø-ÿœ]/gu];
function tongue(words, hers, small) {
const said = words.normalize("NFC").toLowerCase();
const [kana, han, arabic, latin] = LETTERS.map((each) => said.match(each)?.length ?? 0);
const many = Math.max(3 * (kana + han), arabic, latin);
if (!many) return hers;
if (many === latin) return latinTongue(said.match(/\p{L}+/gu), hers, small);
if (many === arabic) return "ar";
return kana || hers === "ja" ? "ja" : "zh";
}
function latinTongue(all, hers, small) {
const counts = Object.fromEntries(Object.entries(small).map(([name, every]) => {
const its = new Set(every.split(" "));
return [name, all.filter((word) => its.has(word)).length];
}));
const [first, count] = Object.entries(counts).reduce((best, each) => (each[1] > best[1] ? each : best));
return count > (counts[hers] ?? 0) ? first : hers;
}
function watcher(places) {
const [known, asked] = [{}, {}];
function read(name) {
asked[name] ??= fetch(places[name]).then(async (answer) => { known[name] = await answer.json(); }).catch(() => { delete asked[name]; });
return asked[name];
}
const its = (words) => (known.small ? tongue(words, places.hers, known.small) : places.hers);
async function learn(words) {
await Promise.all([read("small"), read(places.hers)]);
await read(its(words));
}
function look(words) {
const patterns = known[its(words)] ?? known[places.hers];
if (!patterns) return [];
return notice(words, patterns).map(({ concern, begin, end }) => [concern, words.slice(...sentenceAround(words, begin, end))]);
}
return { learn, look };
}
export { notice, sentenceAround, tongue, watcher };
