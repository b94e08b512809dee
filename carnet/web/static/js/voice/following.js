// What the house makes of a recording, asked again and again until it is words.
const FIRST = 500;
const LAST = 3_000;
const RARELY = 15_000;

const spoken = (recording, what = "") => `/kept/spoken/${recording}/${what}`;

async function told(recording) {
  const answer = await fetch(spoken(recording), { redirect: "error", headers: { Accept: "application/json" } }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}

function post(form, recording, what) {
  const token = form.elements.csrfmiddlewaretoken?.value ?? "";
  return fetch(spoken(recording, `${what}/`), { method: "POST", headers: { "X-CSRFToken": token }, redirect: "error", keepalive: true }).catch(() => null);
}

function pause(milliseconds) {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
  });
}

// `say` hears where it stands. Answers what the house said last: words, that it failed, or that the note has it already.
async function follow(its, recording, { goesOn, say }) {
  for (let wait = FIRST; goesOn(); wait = Math.min(wait * 1.4, LAST)) {
    const now = await told(recording);
    if (!goesOn()) return null;
    if (["typed", "failed", "kept"].includes(now?.state)) return now;
    const here = await stillHere(its, recording);
    if (here && now) its.send().catch(() => null);
    if (!now && here) say("here");
    else if (!now || now.state === "waits") say("waits");
    else say("typing", now.done);
    await pause(now && now.state !== "waits" ? wait : RARELY);
  }
  return null;
}
