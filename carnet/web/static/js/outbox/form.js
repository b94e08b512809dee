// A note's form, as it is kept: the fields of carnet.capture.rules.notes.
function said(form, asked) {
  const all = new FormData(form);
  const back = all.get("back") ?? "";
  return {
    people: [form.elements.client.value || asked, ...all.getAll("with_whom")].filter(Boolean),
    search: all.get("description") ?? "",
    kind: all.get("kind"),
    left: all.get("left") ?? "",
    pieces: all.getAll("pieces"),
    words: all.get("words"),
    private: all.has("is_private"),
    back: back === "day" ? all.get("day") : back,
    recordings: all.getAll("recordings"),
  };
}

// What a draft of it holds: her words, and which note they and what she spoke are of.
function left(form) {
  const all = new FormData(form);
  return { words: all.get("words"), mutation: all.get("mutation"), recordings: all.getAll("recordings") };
}

// "Note, 14:05": all that the phone can say of it once it is sealed.
function label(form) {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  return `${form.dataset.label}, ${time.format(new Date())}`;
}
