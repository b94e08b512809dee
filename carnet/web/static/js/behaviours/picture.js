// Pictures of pieces beside the words. Without this the field is not shown. On the label of the field, inside the voice's box.
behave("picture", (label) => {
  const { outbox } = document.body.dataset;
  if (!outbox || !crypto.subtle || !window.indexedDB || !navigator.locks || !window.createImageBitmap) return label.remove();
  const box = label.closest("[data-module]");
  const form = label.closest("form");
  const field = label.querySelector("input");
  let begun;
  const begin = () => (begun ??= Promise.all([import(box.dataset.module), import(outbox)]).then(([{ picturing }, its]) => picturing(box, form, its)));
  field.addEventListener("click", () => begin().catch(() => null));
  field.addEventListener("change", async () => {
    const files = [...field.files];
    field.value = "";
    (await begin()).take(files);
  });
  import(outbox).then(async ({ draft }) => (await draft(`${form.dataset.draft} pictures`)) && begin()).catch(() => null);
});
