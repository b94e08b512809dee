// In which of the six languages the words are; hers where they do not say. The same judgement as carnet/capture/rules/tongue.py,
// from the same small words.
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
