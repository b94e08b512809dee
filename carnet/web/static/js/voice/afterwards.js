// What was said, from the last second on: sealed, sent, followed until it is words, and put where the cursor is.
const SURELY = 1_000;

function afterwards(box, form, its, kept) {
  const away = box.querySelector("[data-away]");
  let latest = "";
  let gone = false;
  const isListed = (recording) => listed(form).some((each) => each.value === recording);

  // Words and list change in one step: a note that is kept at this very moment has the words or the recording, never both.
  function arrived({ recording, language }, { state, words }) {
    if (state === "typed" && words && !insert(form.elements.words, words, language)) return "full";
    unlist(form, recording);
    if (state === "kept" && !listed(form).length) form.elements.mutation.value = crypto.randomUUID();
    changed(form);
    if (state === "kept") return "";
    if (!words) return "unheard";
    // First the draft on the phone has them, then the house need not.
    setTimeout(() => post(form, recording, "taken"), SURELY);
    return "typed";
  }

  async function followed(about) {
    const { recording } = about;
    latest = recording;
    away.hidden = false;
    const say = (...where) => recording === latest && standing(box, ...where);
    const now = await follow(its, recording, { goesOn: () => form.isConnected && !gone && isListed(recording), say });
    const end = now && arrived(about, now);
    if (end === null || recording !== latest) return;
    standing(box, end);
    away.hidden = true;
  }

  async function sealed(about, sound) {
    if (!sound?.size) {
      unlist(form, about.recording);
      changed(form);
      return kept.drop();
    }
    standing(box, "typing");
    await sealSound(its, sound, about, its.label(form));
    await kept.drop();
    its.send().catch(() => null);
    followed(about);
    return null;
  }

  async function throwAway() {
    const recording = latest;
    unlist(form, recording);
    changed(form);
    away.hidden = true;
    standing(box, "away");
    await dropSound(its, recording);
    if (!(await post(form, recording, "forget"))) addEventListener("online", () => post(form, recording, "forget"), { once: true });
  }

  return { sealed, followed, throwAway, keepsNow: () => { gone = true; } };
}
