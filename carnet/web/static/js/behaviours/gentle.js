// The gentle check, at save and without a signal: what may be too private is asked about, once, and never refused.
behave("gentle", (place) => {
  const form = place.closest("form");
  const field = form.elements.words;
  const settled = new Set();
  let watch = null;
  let known = "";

  async function learn() {
    const words = field.value;
    const { watcher } = await import(place.dataset.module);
    watch ??= watcher(place.dataset);
    await watch.learn(words);
    known = words;
  }

  // A note that is kept before the patterns of its words are here waits for them, but not for ever.
  async function keepOnceKnown() {
    const words = field.value;
    await Promise.race([learn().catch(() => null), new Promise((done) => setTimeout(done, 4_000))]);
    known = words;
    setTimeout(() => form.requestSubmit());
  }

  function settle(said, answer, instead) {
    if (answer === "keep") {
      settled.add(said);
      form.elements.asked.disabled = false;
    } else field.setRangeText(answer === "instead" ? instead : "", ...range(said), "select");
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
    const waits = field.value !== known;
    const found = !waits && watch?.look(field.value).find(([, said]) => !settled.has(said));
    if (!waits && !found) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waits) keepOnceKnown();
    else ask(...found);
  }, true);
});
