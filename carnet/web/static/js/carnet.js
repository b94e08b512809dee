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
sheet?.addEventListener("toggle", (event) => {
if (event.newState !== "open") return;
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
field.addEventListener("input", () => {
if (field.value.length === field.maxLength) form.requestSubmit();
});
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
attach(document);
