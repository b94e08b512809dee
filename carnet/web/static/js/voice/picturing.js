// Pictures beside the words: shown small, each with its Remove; sealed when the note is kept.
function picturing(box, form, its) {
  const place = box.querySelector("[data-pictures]");
  const pattern = box.querySelector("template");
  const kept = spool(its, `${form.dataset.draft} pictures`);
  let taken = [];

  // Again from the first: what was removed is gone from the phone.
  async function save() {
    await kept.drop();
    if (!taken.length) return;
    kept.begin({});
    for (const each of taken) kept.add(each);
  }

  function show(picture) {
    const figure = pattern.content.firstElementChild.cloneNode(true);
    const image = figure.querySelector("img");
    image.src = URL.createObjectURL(picture);
    figure.querySelector("button").addEventListener("click", () => {
      URL.revokeObjectURL(image.src);
      taken = taken.filter((each) => each !== picture);
      figure.remove();
      save();
    });
    taken.push(picture);
    place.append(figure);
    place.hidden = false;
  }

  async function take(files) {
    standing(box, "");
    for (const file of files) {
      try {
        show(await small(file));
      } catch {
        standing(box, "unseen");
      }
    }
    await save();
  }

  async function sealed() {
    const of = form.elements.mutation.value;
    const all = taken.splice(0);
    for (const each of all) {
      const bytes = new Uint8Array(await each.arrayBuffer());
      await its.seal(its.part({ type: each.type }, bytes), { kind: "picture", mutation: crypto.randomUUID(), of }, its.label(form));
    }
    await kept.drop();
  }

  before(form, () => (taken.length ? sealed() : null));
  kept.left().then((found) => found?.whole.forEach(show), () => null);
  return { take };
}

export { listening, picturing };
