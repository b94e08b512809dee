// What a form asks: the patterns of her language, and of the one she writes in once her words say which that is.
// `places`: data-hers, and where each file stands by name. A language that cannot be fetched is judged by hers.
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

  // [concern, its sentence] of each, in order.
  function look(words) {
    const patterns = known[its(words)] ?? known[places.hers];
    if (!patterns) return [];
    return notice(words, patterns).map(({ concern, begin, end }) => [concern, words.slice(...sentenceAround(words, begin, end))]);
  }

  return { learn, look };
}

export { notice, sentenceAround, tongue, watcher };
