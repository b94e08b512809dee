// A note is on the phone before the screen answers; without any of this the form is posted as any other.
behave("note", (form) => {
  const address = document.body.dataset.outbox;
  if (!address || !crypto.subtle || !window.indexedDB || !navigator.locks) return;
  const fields = form.elements;
  const asked = new URL(form.dataset.asked || location, location).searchParams.get("client");
  const where = form.dataset.draft = `${document.body.dataset.member} ${fields.client.value || asked || "nobody"}`;
  const outbox = import(address);
  let timer;
  let keeping = false;
  outbox.catch(() => null);
  fields.mutation.value ||= crypto.randomUUID();
  if (asked && "asked" in form.dataset) {
    form.querySelector("[data-somebody]").hidden = false;
    form.querySelector("[data-nobody]").hidden = true;
  }

  async function kept(mutation, result) {
    // She may come back to this very form: what she keeps then is another note.
    fields.mutation.value = crypto.randomUUID();
    if (result?.url) return location.assign(result.url);
    document.dispatchEvent(new CustomEvent("carnet:kept", { detail: { mutation, state: result?.state ?? "here" } }));
    const dialog = form.closest("dialog");
    if (dialog) return dialog.close();
    return location.assign(form.querySelector("[data-close]").href);
  }

  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented || "plain" in form.dataset) return;
    event.preventDefault();
    // A second tap while the first is on its way, or while the page is leaving, is the same note.
    if (keeping) return;
    keeping = true;
    clearTimeout(timer);
    const mutation = fields.mutation.value;
    try {
      const its = await outbox;
      const said = its.said(form, asked);
      if (!said.people.length && !said.search.trim()) {
        keeping = false;
        return fields.description.focus();
      }
      const whose = { member: document.body.dataset.member, where };
      await kept(mutation, await its.keepNote(said, mutation, its.label(form), whose));
    } catch {
      // This phone cannot hold it: the form goes as it always could, once it is done with being submitted this time.
      keeping = false;
      form.dataset.plain = "";
      setTimeout(() => form.requestSubmit());
    }
  });
  addEventListener("pageshow", ({ persisted }) => { keeping &&= !persisted; });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => outbox.then((its) => its.saveDraft(where, its.left(form))).catch(() => null), 250);
  });
  outbox.then((its) => its.draft(where)).then((left) => {
    if (left?.words && !fields.words.value) fields.words.value = left.words;
  }, () => null);
});
