// What was said before this page was closed, a call came, or the telephone died: it is hers again, under the same note.
async function resume(box, form, its, { kept, followed, over }) {
  const [note, sound, waiting] = [await its.draft(form.dataset.draft), await kept.left(), await its.waiting()];
  const of = sound?.mutation ?? (note?.recordings?.length ? note.mutation : "");
  // The note itself was kept, and only its page is gone.
  if (!of || waiting.some((each) => each.mutation === of)) return;
  form.elements.mutation.value = of;
  for (const recording of note?.recordings ?? []) {
    list(form, recording);
    if (recording !== sound?.recording) followed({ recording, language: box.dataset.language });
  }
  if (!sound) return;
  list(form, sound.recording);
  over(sound, new Blob(sound.whole));
}
