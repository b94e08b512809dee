// Without a signal: today and its people, once she has shown her face or finger; gone again after five minutes' rest.
behave("book", (place) => {
  const opener = place.querySelector("[data-open]");
  const book = import(place.dataset.module);
  const [list, find] = [place.querySelector("ul"), place.querySelector("input")];
  const row = place.querySelector("template").content.firstElementChild;
  const fold = (words) => words.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  let people = [];
  let idle;

  function lock() {
    people = [];
    list.replaceChildren();
    place.querySelector("[data-headline]").textContent = "";
    find.closest("label").hidden = true;
    opener.hidden = false;
  }

  function stay() {
    clearTimeout(idle);
    idle = setTimeout(lock, 5 * 60_000);
  }

  function show() {
    const said = fold(find.value.trim());
    list.replaceChildren(...people.filter((each) => fold(`${each.found_by} ${each.name}`).includes(said)).map((each) => {
      const shown = row.cloneNode(true);
      shown.querySelector("b").textContent = each.name;
      shown.querySelector("b").lang = each.language;
      shown.querySelector("[data-lines]").textContent = [each.reason, ...each.lines, ...each.promises, each.last].filter(Boolean).join(" · ");
      shown.querySelector("a").href = each.note;
      return shown;
    }));
  }

  book.then((its) => its.isCarried()).then((is) => { place.hidden = !is; }, () => null);
  opener.addEventListener("click", async () => {
    const found = await (await book).open().catch(() => null);
    if (!found) return;
    const reasons = new Map(found.today.map((each) => [each.id, each.reason]));
    people = found.people.map((each) => ({ ...each, reason: reasons.get(each.id) }));
    place.querySelector("[data-headline]").textContent = found.headline;
    opener.hidden = true;
    find.closest("label").hidden = false;
    show();
    stay();
  });
  find.addEventListener("input", show);
  for (const name of ["pointerdown", "keydown"]) place.addEventListener(name, stay);
});
