const behaviours = new Map();
const attached = new WeakMap();
function behave(name, begin) {
behaviours.set(name, begin);
}
function attach(root) {
const found = root.querySelectorAll("[data-behaviour]");
for (const element of root.matches?.("[data-behaviour]") ? [root, ...found] : found) {
const had = attached.get(element) ?? new Set();
attached.set(element, had);
for (const name of element.dataset.behaviour.split(/\s+/)) {
if (!had.has(name) && behaviours.has(name)) {
had.add(name);
behaviours.get(name)(element);
}
}
}
}
new MutationObserver((changes) => {
for (const change of changes) {
for (const node of change.addedNodes) {
if (node.nodeType === Node.ELEMENT_NODE) attach(node);
}
}
}).observe(document.documentElement, { childList: true, subtree: true });
{
behave("book", (place) => {
const opener = place.querySelector("[data-open]");
const book = import(place.dataset.module);
const [list, find] = [place.querySelector("ul"), place.querySelector("input")];
const row = place.querySelector("template").content.firstElementChild;
const fold = (words) => words.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
let people = [];
let idle;
function lock() {
people = [];
list.replaceChildren();
place.querySelector("[data-headline]").textContent = "";
find.closest("label").hidden = true;
opener.hidden = false;
}
function stay() {
clearTimeout(idle);
idle = setTimeout(lock, 5 * 60_000);
}
function show() {
const said = fold(find.value.trim());
list.replaceChildren(...people.filter((each) => fold(`${each.found_by} ${each.name}`).includes(said)).map((each) => {
const shown = row.cloneNode(true);
shown.querySelector("b").textContent = each.name;
shown.querySelector("b").lang = each.language;
shown.querySelector("[data-lines]").textContent = [each.reason, ...each.lines, ...each.promises, each.last].filter(Boolean).join(" · ");
shown.querySelector("a").href = each.note;
return shown;
}));
}
book.then((its) => its.isCarried()).then((is) => { place.hidden = !is; }, () => null);
opener.addEventListener("click", async () => {
const found = await (await book).open().catch(() => null);
if (!found) return;
const reasons = new Map(found.today.map((each) => [each.id, each.reason]));
people = found.people.map((each) => ({ ...each, reason: reasons.get(each.id) }));
place.querySelector("[data-headline]").textContent = found.headline;
opener.hidden = true;
find.closest("label").hidden = false;
show();
stay();
});
find.addEventListener("input", show);
for (const name of ["pointerdown", "keydown"]) place.addEventListener(name, stay);
});
}
{
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
}
{
behave("copy", (button) => {
if (!navigator.clipboard) {
button.hidden = true;
return;
}
const label = button.querySelector("span") ?? button;
const before = label.textContent;
label.setAttribute("aria-live", "polite");
button.addEventListener("click", async () => {
const source = document.querySelector(button.dataset.words);
await navigator.clipboard.writeText((source.value ?? source.innerText).trim());
label.textContent = button.dataset.done;
setTimeout(() => { label.textContent = before; }, 2400);
});
});
}
{
behave("drop", (box) => {
const field = box.querySelector("input[type=file]");
const name = box.querySelector("b");
field.addEventListener("change", () => {
const names = [...field.files].map((file) => file.name);
if (names.length) name.textContent = names.join(", ");
});
for (const kind of ["dragenter", "dragover"]) box.addEventListener(kind, () => box.classList.add("over"));
for (const kind of ["dragleave", "drop"]) box.addEventListener(kind, () => box.classList.remove("over"));
});
}
{
behave("find", (box) => {
const field = box.querySelector('input[type="search"]');
const sheet = box.closest("[popover]");
function links() {
return [...box.querySelectorAll(".found a, .found button")];
}
let before = "";
sheet?.addEventListener("beforetoggle", () => { before = field.value; });
sheet?.addEventListener("toggle", (event) => {
if (event.newState !== "open" || field.value !== before) return;
field.focus();
field.select();
});
box.addEventListener("keydown", (event) => {
const steps = { ArrowDown: 1, ArrowUp: -1 };
const all = links();
const here = all.indexOf(document.activeElement);
if (event.key in steps && all.length) {
event.preventDefault();
const next = here + steps[event.key];
(next < 0 ? field : all[Math.min(next, all.length - 1)]).focus();
} else if (event.key === "Enter" && document.activeElement === field && all.length && !event.isComposing) {
event.preventDefault();
all[0].click();
} else if (here >= 0 && event.key.length === 1 && !event.metaKey && !event.ctrlKey && event.key !== " ") {
field.focus();
}
});
});
}
{
behave("gentle", (place) => {
const form = place.closest("form");
const field = form.elements.words;
const settled = new Set();
let watch = null;
let known = "";
async function learn() {
const words = field.value;
const { watcher } = await import(place.dataset.module);
watch ??= watcher(place.dataset);
await watch.learn(words);
known = words;
}
async function keepOnceKnown() {
const words = field.value;
await Promise.race([learn().catch(() => null), new Promise((done) => setTimeout(done, 4_000))]);
known = words;
setTimeout(() => form.requestSubmit());
}
function settle(said, answer, instead) {
if (answer === "keep") {
settled.add(said);
form.elements.asked.disabled = false;
} else field.setRangeText(answer === "instead" ? instead : "", ...range(said), "select");
field.dispatchEvent(new Event("input", { bubbles: true }));
if (answer === "instead") field.focus();
else form.requestSubmit();
}
const range = (said) => [field.value.indexOf(said), field.value.indexOf(said) + said.length];
function ask(concern, said) {
const panel = place.querySelector(`[data-concern=${concern}]`).content.firstElementChild.cloneNode(true);
panel.querySelector("[data-said]").textContent = said.trim();
panel.addEventListener("click", ({ target }) => {
if (!target.dataset.answer) return;
panel.remove();
settle(said, target.dataset.answer, target.dataset.words);
});
place.append(panel);
panel.focus();
}
field.addEventListener("input", () => learn().catch(() => null));
form.addEventListener("submit", (event) => {
for (const panel of place.querySelectorAll("[role=alert]")) panel.remove();
const waits = field.value !== known;
const found = !waits && watch?.look(field.value).find(([, said]) => !settled.has(said));
if (!waits && !found) return;
event.preventDefault();
event.stopImmediatePropagation();
if (waits) keepOnceKnown();
else ask(...found);
}, true);
});
}
{
behave("guard", (body) => {
let sending = null;
function release() {
for (const button of body.querySelectorAll("[aria-busy=true]")) button.removeAttribute("aria-busy");
sending = null;
}
body.addEventListener("submit", (event) => {
const form = event.target;
if (sending === form) {
event.preventDefault();
event.stopImmediatePropagation();
return;
}
if (form.method === "get" || form.method === "dialog") return;
sending = form;
event.submitter?.setAttribute("aria-busy", "true");
setTimeout(() => {
if (event.defaultPrevented && !form.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) release();
});
setTimeout(release, 8000);
}, true);
addEventListener("pageshow", release);
document.addEventListener("htmx:finally:request", release);
});
}
{
behave("hold", (button) => {
let timer;
function begin(event) {
if (event.button) return;
button.classList.add("holding");
timer = setTimeout(() => {
navigator.vibrate?.(10);
button.click();
}, 700);
}
function end() {
clearTimeout(timer);
button.classList.remove("holding");
}
button.addEventListener("pointerdown", begin);
for (const name of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(name, end);
button.addEventListener("contextmenu", (event) => event.preventDefault());
button.addEventListener("click", (event) => {
if (event.detail > 0 && event.detail < 3) event.preventDefault();
});
});
}
{
behave("idle", (form) => {
const REST = 60_000;
let timer;
function stay() {
clearTimeout(timer);
timer = setTimeout(() => form.requestSubmit(), REST);
}
for (const name of ["pointerdown", "keydown", "scroll"]) addEventListener(name, stay, { passive: true, capture: true });
stay();
});
}
{
behave("install", (place) => {
const standing = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
const [KEPT, TOLD] = ["carnet-kept", "carnet-install-told"];
function remembered(name) {
try {
return localStorage.getItem(name);
} catch {
return "no storage, no hint";
}
}
const told = () => localStorage.setItem(TOLD, "1");
function hint() {
if (standing() || remembered(TOLD)) return;
localStorage.setItem(KEPT, "1");
place.hidden = false;
setTimeout(told, 5_000);
setTimeout(() => { place.hidden = true; }, 16_000);
}
if ("hint" in place.dataset) {
if (remembered(TOLD)) return;
if (remembered(KEPT)) hint();
document.addEventListener("carnet:kept", hint);
place.addEventListener("click", told);
document.addEventListener("submit", (event) => {
if (event.target.matches(".log")) localStorage.setItem(KEPT, "1");
});
return;
}
const offered = place.querySelector("[data-offered]");
const installed = place.querySelector("[data-installed]");
installed.hidden = !standing();
const first = navigator.maxTouchPoints && /Macintosh/.test(navigator.userAgent) && place.querySelector("#iphone");
if (first) place.querySelector(".sec").before(first);
addEventListener("beforeinstallprompt", (event) => {
event.preventDefault();
offered.hidden = false;
offered.querySelector("button").onclick = async () => {
event.prompt();
if ((await event.userChoice).outcome === "accepted") offered.hidden = true;
};
});
addEventListener("appinstalled", () => {
offered.hidden = true;
installed.hidden = false;
});
});
}
{
behave("kept", (toasts) => {
const pattern = toasts.querySelector("template");
const left = sessionStorage.getItem("carnet-kept");
function tell(detail) {
const toast = pattern.content.firstElementChild.cloneNode(true);
for (const words of toast.querySelectorAll("[data-state]")) words.hidden = words.dataset.state !== detail.state;
toast.querySelector("button").addEventListener("click", async () => {
const outbox = await import(document.body.dataset.outbox);
await outbox.takeBack(detail.mutation, "");
toast.remove();
document.dispatchEvent(new CustomEvent("carnet:undone"));
});
toasts.append(toast);
addEventListener("pagehide", () => toast.isConnected && sessionStorage.setItem("carnet-kept", JSON.stringify(detail)));
}
document.addEventListener("carnet:kept", ({ detail }) => tell(detail));
sessionStorage.removeItem("carnet-kept");
if (left) tell(JSON.parse(left));
});
}
{
behave("keys", (body) => {
const mac = /Mac|iP/.test(navigator.platform);
for (const key of body.querySelectorAll("kbd")) {
if (!mac) key.textContent = key.textContent.replace("⌘", "Ctrl ");
}
function writing(target) {
return target.isContentEditable || target.closest("input, textarea, select, dialog[open], [popover]:popover-open");
}
function open(key) {
const find = document.getElementById("find");
if (key === "⌘k" && find?.showPopover) {
if (!find.matches(":popover-open")) find.showPopover();
return true;
}
const opener = [...body.querySelectorAll("[data-key]")].find((each) => each.dataset.key.toLowerCase() === key);
if (!opener) return false;
opener.click();
return true;
}
document.addEventListener("keydown", (event) => {
if (event.defaultPrevented || event.altKey || event.repeat) return;
const key = event.key.toLowerCase();
if ((event.metaKey || event.ctrlKey) && key === "k") {
if (open("⌘k")) event.preventDefault();
} else if (!event.metaKey && !event.ctrlKey && body.dataset.keys !== "off" && !writing(event.target)) {
if (key.length === 1 && open(key === "/" ? "⌘k" : key)) event.preventDefault();
}
});
});
}
{
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
}
{
behave("notices", async (place) => {
if (!("PushManager" in window) || !("Notification" in window) || !navigator.serviceWorker) return;
const [form] = place.querySelectorAll("form");
const refused = place.querySelector("[data-refused]");
const { pushManager } = await navigator.serviceWorker.ready;
const house = Uint8Array.from(atob(place.dataset.key.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
place.hidden = false;
async function subscribed() {
const wanted = { userVisibleOnly: true, applicationServerKey: house };
try {
return await pushManager.subscribe(wanted);
} catch (error) {
const old = error.name === "InvalidStateError" && (await pushManager.getSubscription());
if (!old) throw error;
await old.unsubscribe();
return pushManager.subscribe(wanted);
}
}
form.addEventListener("submit", async (event) => {
if (form.elements.endpoint.value) return;
event.preventDefault();
try {
const { endpoint, keys } = (await subscribed()).toJSON();
form.elements.key.value = keys.p256dh;
form.elements.secret.value = keys.auth;
form.elements.endpoint.value = endpoint;
setTimeout(() => form.requestSubmit());
} catch {
refused.hidden = false;
}
});
});
}
{
behave("outbox", (body) => {
if (!body.dataset.outbox || !crypto.subtle || !window.indexedDB || !navigator.locks) return;
const module = () => import(body.dataset.outbox);
const old = 4 * 3_600_000;
async function tell() {
const all = (await (await module()).waiting().catch(() => [])).filter((each) => each.kind !== "taken_back");
const kept = all.some((each) => each.kind === "note") ? all.filter((each) => each.kind === "note") : all.slice(0, 1);
const forms = JSON.parse(body.dataset.kept);
const plural = new Intl.PluralRules(document.documentElement.lang).select(kept.length);
const words = kept.length ? (forms[plural] ?? forms.other).replace("{n}", kept.length) : "";
for (const place of document.querySelectorAll("[data-kept-here]")) {
place.textContent = words;
place.hidden = !words;
place.classList.toggle("bad", kept.some((each) => each.kept < Date.now() - old));
}
if (kept.length) navigator.setAppBadge?.(kept.length);
else navigator.clearAppBadge?.();
}
async function forget() {
for (const name of await caches.keys()) await caches.delete(name);
indexedDB.deleteDatabase("carnet-book");
if (body.dataset.member) location.assign("/door/");
}
async function go() {
const stores = (await indexedDB.databases?.())?.map((each) => each.name) ?? [];
if (!body.dataset.member && !stores.includes("carnet-outbox")) return null;
const { ready, send } = await module();
const csrf = JSON.parse(body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"];
if (body.dataset.member && csrf) {
body.dataset.device = await ready(body.dataset.member, csrf, body.dataset.device).catch(() => "");
}
const sent = await send({ always: true }).catch(() => null);
await tell();
if (sent?.wiped) return forget();
if (body.dataset.member && stores.includes("carnet-book")) await (await import(body.dataset.book)).fetchBook().catch(() => null);
return null;
}
addEventListener("online", go);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && go());
for (const name of ["carnet:kept", "carnet:undone"]) document.addEventListener(name, tell);
navigator.serviceWorker?.addEventListener("message", ({ data }) => (data === "wiped" ? forget() : tell()));
navigator.serviceWorker?.register(body.dataset.worker).catch(() => null);
if (body.dataset.member) navigator.serviceWorker?.ready.then((worker) => worker.active?.postMessage("refresh"));
(window.requestIdleCallback ?? setTimeout)(go);
});
}
{
behave("over", (dialog) => {
if (!dialog.open) dialog.showModal();
function touched() {
return [...dialog.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue);
}
dialog.addEventListener("click", (event) => {
const outside = event.target === dialog && !touched();
const close = event.target.closest("[data-close]");
if (!outside && !close) return;
event.preventDefault();
dialog.close();
});
dialog.addEventListener("close", () => dialog.remove());
});
}
{
behave("pad", (form) => {
const field = form.querySelector(".code");
if (matchMedia("(pointer: coarse)").matches) field.inputMode = "none";
form.addEventListener("click", (event) => {
const key = event.target.closest(".keys button");
if (!key) return;
if (key.dataset.digit) field.value = (field.value + key.dataset.digit).slice(0, field.maxLength);
else field.value = field.value.slice(0, -1);
field.dispatchEvent(new Event("input", { bubbles: true }));
});
const open = () => field.value.length === field.maxLength && form.requestSubmit();
field.addEventListener("input", open);
open();
});
}
{
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
}
{
behave("share", (button) => {
if (!navigator.share) {
button.hidden = true;
return;
}
const SIDE = 1080;
let picture = null;
function words() {
const source = document.querySelector(button.dataset.words);
return (source?.value ?? source?.innerText ?? "").trim();
}
function coloured(sheet, name) {
const symbol = new DOMParser().parseFromString(sheet, "image/svg+xml").getElementById(name);
if (!symbol) return null;
const drawing = `<rect width="120" height="120" fill="#e6eae6" stroke="none"/>${symbol.innerHTML}`;
const ink = 'fill="#fff" stroke="#131e19" stroke-width=".6" stroke-linejoin="round" stroke-linecap="round"';
return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="${SIDE}" height="${SIDE}" ${ink}>${drawing}</svg>`;
}
async function drawn(sheet, name) {
const svg = coloured(sheet, name);
if (!svg) return null;
const image = new Image(SIDE, SIDE);
image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
await image.decode();
const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
canvas.getContext("2d").drawImage(image, 0, 0, SIDE, SIDE);
return new Promise((done) => canvas.toBlob(done, "image/png"));
}
async function prepare() {
const [address, name] = (button.dataset.picture ?? "").split("#");
const answer = address && (await fetch(address));
if (!answer?.ok) return;
const blob = name ? await drawn(await answer.text(), name) : await answer.blob();
if (blob) picture = new File([blob], name ? `${name}.png` : address.split("/").pop(), { type: blob.type });
}
button.addEventListener("click", async () => {
const letter = { text: words() };
if (picture && navigator.canShare?.({ files: [picture] })) letter.files = [picture];
try {
await navigator.share(letter);
button.dispatchEvent(new CustomEvent("carnet:handed-over", { bubbles: true }));
} catch (error) {
if (error.name !== "AbortError") throw error;
}
});
prepare();
});
}
{
behave("sheet", (sheet) => {
const able = "popover" in HTMLElement.prototype;
function close() {
if (able && sheet.matches(":popover-open")) sheet.hidePopover();
else if (!able) sheet.hidden = true;
}
sheet.addEventListener("submit", () => setTimeout(close));
sheet.addEventListener("click", (event) => {
if (event.target.closest("[data-close]")) close();
});
if (able) return;
sheet.hidden = true;
document.addEventListener("click", (event) => {
const opener = event.target.closest(`[popovertarget="${sheet.id}"]`);
if (!opener) return;
event.preventDefault();
sheet.hidden = !sheet.hidden;
if (!sheet.hidden) {
sheet.scrollIntoView({ block: "nearest" });
sheet.querySelector("[autofocus], a, button, input")?.focus();
}
});
});
}
{
behave("toast", (toast) => {
let timer;
function leave() {
toast.classList.add("leaving");
setTimeout(() => toast.remove(), 220);
}
function wait() {
clearTimeout(timer);
timer = setTimeout(leave, 8000);
}
function stay() {
clearTimeout(timer);
}
for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, stay);
for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, wait);
wait();
});
}
{
behave("voice", (box) => {
const { outbox } = document.body.dataset;
if (!outbox || !crypto.subtle || !window.indexedDB || !navigator.locks) return box.remove();
const form = box.closest("form");
const button = box.querySelector("[data-speak]");
let begun;
const begin = () => (begun ??= Promise.all([import(box.dataset.module), import(outbox)]).then(([{ listening }, its]) => listening(box, form, its)));
const tell = (name) => (event) => begin().then((it) => it[name](event), () => form.elements.words.focus());
box.dataset.on = "";
for (const name of ["pointerover", "focusin"]) form.addEventListener(name, () => begin().catch(() => null), { once: true });
for (const [name, does] of [["down", "press"], ["up", "release"], ["cancel", "cancel"]]) button.addEventListener(`pointer${name}`, tell(does));
let finger = false;
button.addEventListener("pointerdown", () => { finger = true; });
button.addEventListener("click", (event) => { if (!finger) tell("toggle")(event); finger = false; });
button.addEventListener("contextmenu", (event) => event.preventDefault());
box.querySelector("[data-away]").addEventListener("click", tell("away"));
import(outbox).then(async ({ draft }) => {
const left = await draft(form.dataset.draft);
if (left?.recordings?.length || (await draft(`${form.dataset.draft} sound`))) await begin();
}).catch(() => null);
});
}
attach(document);
window.htmx?.process(document.body);
