// The microphone beside the words. What listens is loaded once the note is open, and never on another page. On the box:
// data-module is its address, data-typed whether anybody types up what is said.
behave("voice", (box) => {
  const { outbox } = document.body.dataset;
  if (!outbox || !crypto.subtle || !window.indexedDB || !navigator.locks) return box.remove();
  const form = box.closest("form");
  const button = box.querySelector("[data-speak]");
  let begun;
  const begin = () => (begun ??= Promise.all([import(box.dataset.module), import(outbox)]).then(([{ listening }, its]) => listening(box, form, its)));
  const tell = (name) => (event) => begin().then((it) => it[name](event), () => form.elements.words.focus());
  // Its place was kept, so that nothing moves under her finger.
  box.dataset.on = "";
  for (const name of ["pointerover", "focusin"]) form.addEventListener(name, () => begin().catch(() => null), { once: true });
  for (const [name, does] of [["down", "press"], ["up", "release"], ["cancel", "cancel"]]) button.addEventListener(`pointer${name}`, tell(does));
  // By keyboard, or by whatever taps for her: a click that no finger made.
  let finger = false;
  button.addEventListener("pointerdown", () => { finger = true; });
  button.addEventListener("click", (event) => { if (!finger) tell("toggle")(event); finger = false; });
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  box.querySelector("[data-away]").addEventListener("click", tell("away"));
  // What was spoken before this page was closed is taken up again.
  import(outbox).then(async ({ draft }) => {
    const left = await draft(form.dataset.draft);
    if (left?.recordings?.length || (await draft(`${form.dataset.draft} sound`))) await begin();
  }).catch(() => null);
});
