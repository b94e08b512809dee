const works = new WeakMap();
const refused = (form) => form.dataset.draft.endsWith(" nobody") && !form.elements.description?.value.trim();
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
function changed(form) {
form.elements.words.dispatchEvent(new Event("input", { bubbles: true }));
}
function inText(blob) {
return new Promise((done, failed) => {
const reader = new FileReader();
reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
reader.onerror = () => failed(reader.error);
reader.readAsDataURL(blob);
});
}
const inBytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
function spool(its, where) {
let said = null;
let last = Promise.resolve();
const next = (step) => (last = last.then(step).catch(() => null));
const keep = () => its.saveDraft(where, said);
return {
begin(about) {
said = { ...about, things: 0 };
next(keep);
},
add(blob) {
return next(async () => {
if (!said) return;
await its.saveDraft(`${where} ${said.things}`, { thing: await inText(blob), type: blob.type });
said.things += 1;
await keep();
});
},
async left() {
const found = await its.draft(where);
if (!found) return null;
said = found;
const all = [];
for (let each = 0; each < said.things; each += 1) all.push(await its.draft(`${where} ${each}`));
const whole = all.filter(Boolean).map(({ thing, type }) => new Blob([inBytes(thing)], { type }));
return { ...said, whole };
},
drop() {
return next(async () => {
const things = said?.things ?? 0;
said = null;
await its.dropDraft(where);
for (let each = 0; each < things; each += 1) await its.dropDraft(`${where} ${each}`);
});
},
};
}
const KINDS = ["audio/webm;codecs=opus", "audio/mp4"];
const BITS = 24_000;
const SLICE = 500;
const hears = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder && KINDS.some((each) => MediaRecorder.isTypeSupported(each)));
async function record(heard, over) {
const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true } });
const mimeType = KINDS.find((each) => MediaRecorder.isTypeSupported(each));
const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
const slices = [];
recorder.addEventListener("dataavailable", ({ data }) => {
if (!data.size) return;
slices.push(data);
heard(data);
});
recorder.addEventListener("stop", () => {
for (const track of stream.getTracks()) track.stop();
over(new Blob(slices, { type: mimeType }));
});
recorder.start(SLICE);
return { stream, stop: () => recorder.state !== "inactive" && recorder.stop() };
}
const BARS = 48;
const HIGH = 18;
function drawn(levels) {
return levels.map((each, at) => `M${at * 4} ${(HIGH - each) / 2}h2v${each}h-2z`).join("");
}
function loud(values) {
const most = values.reduce((found, each) => Math.max(found, Math.abs(each - 128)), 0);
return Math.max(1.5, Math.min(HIGH, (most / 128) * HIGH * 1.6));
}
function shown(stream, path) {
const levels = Array(BARS).fill(1.5);
path.setAttribute("d", drawn(levels));
let context, listener;
try {
context = new AudioContext();
listener = context.createAnalyser();
context.createMediaStreamSource(stream).connect(listener);
} catch {
return () => context?.close();
}
listener.fftSize = 512;
const values = new Uint8Array(listener.fftSize);
const timer = setInterval(() => {
if (context.state === "suspended") context.resume().catch(() => null);
listener.getByteTimeDomainData(values);
levels.shift();
levels.push(loud(values));
path.setAttribute("d", drawn(levels));
}, 100);
return () => {
clearInterval(timer);
context.close();
};
}
const LONGEST_STRETCH = 512 * 1024;
const MOST_STRETCHES = 48;
const named = (recording, number) => recording.slice(0, -4) + (number + 1).toString(16).padStart(4, "0");
async function sealSound(its, sound, { recording, language, mutation }, label) {
const bytes = new Uint8Array(await sound.arrayBuffer());
const parts = Math.ceil(bytes.length / LONGEST_STRETCH);
for (let part = 0; part < parts; part += 1) {
const stretch = bytes.subarray(part * LONGEST_STRETCH, (part + 1) * LONGEST_STRETCH);
const outside = { kind: "sound", mutation: named(recording, part), of: mutation };
await its.seal(its.part({ recording, part, parts, language }, stretch), outside, label);
}
}
const dropSound = (its, recording) => its.drop(Array.from({ length: MOST_STRETCHES }, (_, number) => named(recording, number)));
async function stillHere(its, recording) {
const names = new Set(Array.from({ length: MOST_STRETCHES }, (_, number) => named(recording, number)));
return (await its.waiting()).some((each) => names.has(each.mutation));
}
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
const MINUTE = 60;
function standing(box, state, share = 0) {
for (const each of box.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== state;
const progress = box.querySelector("progress");
progress.hidden = state !== "typing";
if (share) progress.value = share;
else progress.removeAttribute("value");
}
function dictate(box, form, why) {
standing(box, why);
form.elements.words.focus();
}
function clock(milliseconds) {
const seconds = Math.floor(milliseconds / 1_000);
return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;
}
function insert(area, words, language) {
const { value } = area;
if (value.length + words.length + 2 > area.maxLength && area.maxLength > 0) return false;
const at = area.selectionEnd || value.length;
const space = /^(ja|zh)/.test(language) ? "" : " ";
const first = /\S$/.test(value.slice(0, at)) ? space : "";
const after = /^\S/.test(value.slice(at)) ? space : "";
area.setRangeText(first + words + after, at, at, "end");
return true;
}
const listed = (form) => [...form.querySelectorAll("input[name=recordings]")];
function list(form, recording) {
if (listed(form).some((each) => each.value === recording)) return;
const field = document.createElement("input");
Object.assign(field, { type: "hidden", name: "recordings", value: recording });
form.append(field);
}
function unlist(form, recording) {
for (const each of listed(form)) if (each.value === recording) each.remove();
}
const LONGEST = 600_000;
function speaking(box, kept, over) {
const find = (name) => box.querySelector(`[data-${name}]`);
const seconds = find("seconds");
let now = null;
function show(on) {
find("speak").setAttribute("aria-pressed", String(on));
for (const name of ["live", "away"]) find(name).hidden = !on;
}
function ended(mine, sound) {
clearInterval(mine.timer);
mine.still();
show(false);
now = null;
over(mine.about, mine.thrown ? null : sound);
}
async function start(about) {
const mine = { about, thrown: false, still: () => null };
now = mine;
try {
const { stream, stop } = await record((slice) => kept.add(slice), (sound) => ended(mine, sound));
mine.stop = stop;
if (mine.thrown) return stop();
kept.begin(about);
mine.still = shown(stream, find("live").querySelector("path"));
const since = performance.now();
seconds.textContent = clock(0);
mine.timer = setInterval(() => {
seconds.textContent = clock(performance.now() - since);
if (performance.now() - since > LONGEST || !box.isConnected) stop();
}, 200);
return show(true);
} catch (error) {
now = null;
throw error;
}
}
function stop({ thrown = false } = {}) {
if (!now) return;
now.thrown ||= thrown || !now.stop;
now.stop?.();
}
return { start, stop, busy: () => Boolean(now), live: () => Boolean(now?.stop) };
}
const SURELY = 1_000;
function afterwards(box, form, its, kept) {
const away = box.querySelector("[data-away]");
let latest = "";
let gone = false;
const isListed = (recording) => listed(form).some((each) => each.value === recording);
function arrived({ recording, language }, { state, words }) {
if (state === "typed" && words && !insert(form.elements.words, words, language)) return "full";
unlist(form, recording);
if (state === "kept" && !listed(form).length) form.elements.mutation.value = crypto.randomUUID();
changed(form);
if (state === "kept") return "";
if (!words) return "unheard";
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
async function resume(box, form, its, { kept, followed, over }) {
const [note, sound, waiting] = [await its.draft(form.dataset.draft), await kept.left(), await its.waiting()];
const of = sound?.mutation ?? (note?.recordings?.length ? note.mutation : "");
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
release() { if (written) form.elements.words.focus(); else if (began && performance.now() - since > HELD) speaker.stop(); },
cancel() { if (began) speaker.stop({ thrown: true }); },
away() { return speaker.busy() ? speaker.stop({ thrown: true }) : throwAway(); },
};
}
const WIDEST = 1_600;
const HEAVIEST = 480 * 1024;
const WAYS = [["image/webp", 0.8], ["image/jpeg", 0.8], ["image/jpeg", 0.6]];
function drawnAt(seen, side) {
const share = Math.min(1, side / Math.max(seen.width, seen.height));
const canvas = document.createElement("canvas");
canvas.width = Math.max(1, Math.round(seen.width * share));
canvas.height = Math.max(1, Math.round(seen.height * share));
const pen = canvas.getContext("2d");
pen.fillStyle = "#fff";
pen.fillRect(0, 0, canvas.width, canvas.height);
pen.drawImage(seen, 0, 0, canvas.width, canvas.height);
return canvas;
}
async function small(file) {
const seen = await createImageBitmap(file, { imageOrientation: "from-image" });
for (let side = WIDEST; ; side /= 2) {
const canvas = drawnAt(seen, side);
for (const [type, quality] of WAYS) {
const made = await new Promise((done) => canvas.toBlob(done, type, quality));
if (made?.type === type && made.size <= HEAVIEST) return made;
}
}
}
function picturing(box, form, its) {
const place = box.querySelector("[data-pictures]");
const pattern = box.querySelector("template");
const kept = spool(its, `${form.dataset.draft} pictures`);
let taken = [];
async function save() {
await kept.drop();
if (!taken.length) return;
kept.begin({});
for (const each of taken) kept.add(each);
}
function show(picture) {
const figure = pattern.content.firstElementChild.cloneNode(true);
const image = figure.querySelector("img");
image.src = URL.createObjectURL(picture);
figure.querySelector("button").addEventListener("click", () => {
URL.revokeObjectURL(image.src);
taken = taken.filter((each) => each !== picture);
figure.remove();
save();
});
taken.push(picture);
place.append(figure);
place.hidden = false;
}
async function take(files) {
standing(box, "");
for (const file of files) {
try {
show(await small(file));
} catch {
standing(box, "unseen");
}
}
await save();
}
async function sealed() {
const of = form.elements.mutation.value;
const all = taken.splice(0);
for (const each of all) {
const bytes = new Uint8Array(await each.arrayBuffer());
await its.seal(its.part({ type: each.type }, bytes), { kind: "picture", mutation: crypto.randomUUID(), of }, its.label(form));
}
await kept.drop();
}
before(form, () => (taken.length ? sealed() : null));
kept.left().then((found) => found?.whole.forEach(show), () => null);
return { take };
}
export { listening, picturing };
