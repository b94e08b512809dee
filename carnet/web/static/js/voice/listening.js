// What the button does: a tap begins and a tap ends, or it listens while it is held. Keep, a call, a closed page end it too.
const HELD = 500;

function listening(box, form, its) {
  const kept = spool(its, `${form.dataset.draft} sound`);
  const { sealed, followed, throwAway, keepsNow } = afterwards(box, form, its, kept);
  const speaker = speaking(box, kept, over);
  let [since, began, starting, written, sealing, done] = [0, false, false, false, null, null];
  const left = resume(box, form, its, { kept, followed, over }).catch(() => null);

  function over(about, sound) {
    const failed = () => { standing(box, "unkept"); unlist(form, about.recording); };
    sealing = sealed(about, sound).catch(failed).finally(() => { sealing = null; done?.(); });
  }

  async function start() {
    written = !hears() || !("typed" in box.dataset);
    if (written) return dictate(box, form, "dictate");
    starting = true;
    await Promise.all([left, sealing]);
    const language = box.querySelector("[data-language]")?.value ?? box.dataset.language;
    const about = { recording: crypto.randomUUID(), language, mutation: form.elements.mutation.value };
    list(form, about.recording);
    try {
      await speaker.start(about);
      standing(box, "");
    } catch {
      unlist(form, about.recording);
      changed(form);
      written = true;
      return dictate(box, form, "refused");
    } finally {
      starting = false;
    }
    return changed(form);
  }

  // Keep waits until what is being said is on the phone.
  function quiet() {
    const waits = speaker.live() || sealing ? new Promise((ready) => { done = ready; }) : null;
    speaker.stop();
    return waits;
  }

  const leaving = new AbortController();
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && speaker.stop(), leaving);
  addEventListener("pagehide", () => speaker.stop(), leaving);
  form.closest("dialog")?.addEventListener("close", () => { speaker.stop(); leaving.abort(); });
  before(form, quiet);
  form.addEventListener("submit", () => refused(form) || keepsNow());
  const toggle = () => (speaker.busy() ? speaker.stop() : starting || start());
  return {
    toggle,
    press(event) { if (event.button) return null; [since, began] = [performance.now(), !speaker.busy()]; return toggle(); },
    // A mouse gives the button the focus after it was pressed.
    release() { if (written) form.elements.words.focus(); else if (began && performance.now() - since > HELD) speaker.stop(); },
    cancel() { if (began) speaker.stop({ thrown: true }); },
    away() { return speaker.busy() ? speaker.stop({ thrown: true }) : throwAway(); },
  };
}
