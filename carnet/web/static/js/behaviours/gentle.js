// The gentle check, at save and without a signal: what may be too private is asked about, once, and never refused.
behave("gentle", (place) => {
  const form = place.closest("form");
  const field = form.elements.words;
  const settled = new Set();
  let watch = null;

  async function learn() {
    watch ??= (await import(place.dataset.module)).watcher(place.dataset);
    await watch.learn(field.value);
  }

  function settle(said, answer, instead) {
    if (answer === "keep") settled.add(said);
    else field.setRangeText(answer === "instead" ? instead : "", ...range(said), "select");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (answer === "instead") field.focus();
    else form.requestSubmit();
  }

  const range = (said) => [field.value.indexOf(said), field.value.indexOf(said) + said.length];

  function ask(concern, said) {
    const panel = place.querySelector(`[data-concern=${concern}]`).content.firstElementChild.cloneNode(true);
    panel.querySelector("[data-said]").textContent = said.trim();
    panel.addEventListener("click", ({ target }) => {
      if (!target.dataset.answer) return;
      panel.remove();
      settle(said, target.dataset.answer, target.dataset.words);
    });
    place.append(panel);
    panel.focus();
  }

  field.addEventListener("input", () => learn().catch(() => null));
  form.addEventListener("submit", (event) => {
    for (const panel of place.querySelectorAll("[role=alert]")) panel.remove();
    const found = watch?.look(field.value).find(([, said]) => !settled.has(said));
    if (!found) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(...found);
  }, true);
});
