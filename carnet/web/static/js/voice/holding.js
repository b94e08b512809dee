// What must be on the phone before a note is kept: its sound, its pictures. Keep waits for it, and goes on by itself.
const works = new WeakMap();

// A note about nobody, without a word on the search, is not kept: the form says so itself.
const refused = (form) => form.dataset.draft.endsWith(" nobody") && !form.elements.description?.value.trim();

// `work` answers a promise while there is something to wait for, else nothing.
function before(form, work) {
  if (works.has(form)) return works.get(form).push(work);
  works.set(form, [work]);
  return form.addEventListener("submit", (event) => {
    const waiting = refused(form) ? [] : works.get(form).map((each) => each()).filter(Boolean);
    if (!waiting.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    Promise.allSettled(waiting).then(() => form.requestSubmit());
  }, true);
}

// As if she had written it: the draft is saved, and the words are looked at.
function changed(form) {
  form.elements.words.dispatchEvent(new Event("input", { bubbles: true }));
}
