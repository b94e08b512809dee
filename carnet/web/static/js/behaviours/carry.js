// On her own phone's settings: carry the book, or carry it no more. Shown only where the phone has a key of its own for it.
behave("carry", (place) => {
  if (!document.body.dataset.outbox || !window.PublicKeyCredential || !crypto.subtle) return;
  const book = import(place.dataset.module);
  const [begin, end, cannot] = ["begin", "end", "cannot"].map((name) => place.querySelector(`[data-${name}]`));
  place.hidden = false;

  async function tell() {
    const carried = await (await book).isCarried();
    begin.hidden = carried;
    end.hidden = !carried;
  }

  begin.addEventListener("click", async () => {
    const done = await (await book).begin().catch(() => false);
    cannot.hidden = done;
    await tell();
  });
  end.addEventListener("click", async () => {
    await (await book).burn();
    await tell();
  });
  tell();
});
