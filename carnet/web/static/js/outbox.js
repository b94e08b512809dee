const DATABASE = "carnet-outbox";
let opened;
function database() {
opened ??= new Promise((done, failed) => {
const asked = indexedDB.open(DATABASE, 1);
asked.onupgradeneeded = () => {
const db = asked.result;
db.createObjectStore("items", { keyPath: "mutation" });
db.createObjectStore("keys");
db.createObjectStore("drafts");
};
asked.onsuccess = () => {
asked.result.onversionchange = () => asked.result.close();
done(asked.result);
};
asked.onerror = () => failed(asked.error);
});
return opened;
}
async function within(store, mode, step) {
const db = await database();
return new Promise((done, failed) => {
const transaction = db.transaction(store, mode, { durability: "strict" });
const asked = step(transaction.objectStore(store));
transaction.oncomplete = () => done(asked?.result);
transaction.onabort = () => failed(transaction.error);
});
}
const read = (store, key) => within(store, "readonly", (it) => it.get(key));
const write = (store, value, key) => within(store, "readwrite", (it) => it.put(value, key));
const forget = (store, key) => within(store, "readwrite", (it) => it.delete(key));
async function items() {
const all = await within("items", "readonly", (it) => it.getAll());
return all.sort((one, other) => one.number - other.number);
}
async function keep(item) {
try {
await within("items", "readwrite", (it) => it.add(item));
} catch (error) {
if (error?.name !== "ConstraintError") throw error;
}
}
async function burnReadable() {
for (const name of await caches.keys()) await caches.delete(name);
indexedDB.deleteDatabase("carnet-book");
await within("drafts", "readwrite", (it) => it.clear());
await forget("keys", "drafts");
}
const AT_ONCE = 20;
const BYTES = 700_000;
const PATIENCE = 15_000;
const HEARD = 5 * 60_000;
const told = new Map();
let awaited = null;
const awaiting = (mutation) => { awaited = mutation; };
const SETTLED = new Set(["kept", "waiting", "refused", "quarantined", "conflict"]);
function some(all) {
const batch = [];
let bytes = 0;
for (const item of all) {
bytes += item.envelope.body.length;
if (batch.length && (bytes > BYTES || batch.length === AT_ONCE)) break;
batch.push(item);
}
return batch;
}
async function post(batch, more) {
const device = await read("keys", "device");
const answer = await fetch("/kept/deposits/", {
method: "POST",
headers: { "Content-Type": "application/json", ...(awaited ? { "X-Carnet-Now": awaited } : {}) },
body: JSON.stringify({ device: device?.device, sent_at: Date.now(), more, envelopes: batch.map(({ envelope }) => envelope) }),
signal: AbortSignal.timeout(PATIENCE),
});
if (!answer.ok) throw new Error(`deposits ${answer.status}`);
await write("keys", Date.now(), "met");
return answer.json();
}
function send({ always = false, sealed } = {}) {
return navigator.locks.request("carnet-outbox", async () => {
await sealed;
let wiped = false;
let left = (await items()).sort((one, other) => (other.mutation === awaited) - (one.mutation === awaited));
const long = Date.now() - ((await read("keys", "met")) ?? 0) > HEARD;
for (let first = always && long; first || left.length; first = false) {
const batch = some(left);
const said = await post(batch, left.length > batch.length);
if (said.wiped === true && !wiped) await burnReadable();
wiped ||= said.wiped === true;
for (const each of said.results) {
told.set(each.mutation, each);
if (SETTLED.has(each.state)) await forget("items", each.mutation);
}
left = left.slice(batch.length);
}
return { wiped };
});
}
const PURPOSE = new TextEncoder().encode("carnet envelope 1");
const ECDH = { name: "ECDH", namedCurve: "P-256" };
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };
const VERSION = "1";
const subtle = globalThis.crypto?.subtle;
function together(...parts) {
const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.byteLength, 0));
let at = 0;
for (const each of parts) {
whole.set(new Uint8Array(each.buffer ?? each, each.byteOffset ?? 0, each.byteLength), at);
at += each.byteLength;
}
return whole;
}
function written(bytes) {
const all = new Uint8Array(bytes);
let text = "";
for (let at = 0; at < all.length; at += 32_768) text += String.fromCharCode(...all.subarray(at, at + 32_768));
return btoa(text);
}
const unwritten = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
async function cipher(house, fresh) {
const theirs = await subtle.importKey("raw", unwritten(house), ECDH, false, []);
const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, fresh, 256);
const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: PURPOSE };
return subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
async function seal(clear, outside, label) {
const device = await read("keys", "device");
const number = ((await read("keys", "number")) ?? 0) + 1;
await write("keys", number, "number");
const said = { device: device.device, member: device.member, key: device.key, number, kept_at: Date.now(), app: VERSION, ...outside };
const header = new TextEncoder().encode(JSON.stringify(said));
const pair = await subtle.generateKey(ECDH, false, ["deriveBits"]);
const fresh = await subtle.exportKey("raw", pair.publicKey);
const nonce = crypto.getRandomValues(new Uint8Array(12));
const sealing = { name: "AES-GCM", iv: nonce, additionalData: header };
const body = await subtle.encrypt(sealing, await cipher(device.house, pair.privateKey), clear);
const signed = together(header, new Uint8Array(fresh), nonce, new Uint8Array(body));
const signature = await subtle.sign({ name: "ECDSA", hash: "SHA-256" }, device.pair.privateKey, signed);
const parts = { header, fresh, nonce, body, signature };
const envelope = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, written(bytes)]));
await keep({ mutation: outside.mutation, number, kind: outside.kind, label, kept: said.kept_at, envelope });
}
async function newPair() {
const pair = await subtle.generateKey(ECDH, true, ["deriveBits"]);
return { public: written(await subtle.exportKey("raw", pair.publicKey)), private: await subtle.exportKey("pkcs8", pair.privateKey) };
}
async function lockOf(secret) {
const base = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode("carnet book 1") };
return subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
async function wrapped(bytes, secret) {
const iv = crypto.getRandomValues(new Uint8Array(12));
return { iv, body: await subtle.encrypt({ name: "AES-GCM", iv }, await lockOf(secret), bytes) };
}
async function unwrapped({ iv, body }, secret) {
const bytes = await subtle.decrypt({ name: "AES-GCM", iv }, await lockOf(secret), body);
return subtle.importKey("pkcs8", bytes, ECDH, false, ["deriveBits"]);
}
async function sealTo(house, clear) {
const pair = await subtle.generateKey(ECDH, false, ["deriveBits"]);
const iv = crypto.getRandomValues(new Uint8Array(12));
const body = await subtle.encrypt({ name: "AES-GCM", iv }, await cipher(house, pair.privateKey), clear);
return { fresh: written(await subtle.exportKey("raw", pair.publicKey)), iv, body };
}
async function openWith(key, { fresh, iv, body }) {
return subtle.decrypt({ name: "AES-GCM", iv }, await cipher(fresh, key), body);
}
async function enrol(csrf) {
const kept = await read("keys", "device");
const pair = kept?.pair ?? (await subtle.generateKey(ECDSA, false, ["sign", "verify"]));
const name = navigator.userAgentData?.platform || navigator.platform || "Browser";
const answer = await fetch("/kept/device/", {
method: "POST",
headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
body: JSON.stringify({ public: written(await subtle.exportKey("raw", pair.publicKey)), name }),
redirect: "error",
});
if (!answer.ok) throw new Error(`device ${answer.status}`);
await write("keys", { ...(await answer.json()), pair }, "device");
await write("keys", Date.now(), "met");
navigator.storage?.persist?.();
}
async function ready(member, csrf, bound) {
const kept = await read("keys", "device");
if (kept?.member !== member || kept.device !== bound) await enrol(csrf);
return (await read("keys", "device")).device;
}
const LASTS = 72 * 3_600_000;
async function draftKey() {
const kept = await read("keys", "drafts");
if (kept) return kept;
const made = await subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
await write("keys", made, "drafts");
return made;
}
async function hers(where) {
return where.startsWith(" ") ? `${(await read("keys", "device"))?.member ?? ""}${where}` : where;
}
async function saveDraft(where, fields) {
const nonce = crypto.getRandomValues(new Uint8Array(12));
const clear = new TextEncoder().encode(JSON.stringify(fields));
const body = await subtle.encrypt({ name: "AES-GCM", iv: nonce }, await draftKey(), clear);
await write("drafts", { nonce, body, at: Date.now() }, await hers(where));
}
async function draft(where) {
const key = await hers(where);
const kept = await read("drafts", key);
if (!kept) return null;
if (kept.at < Date.now() - LASTS) return forget("drafts", key);
const clear = await subtle.decrypt({ name: "AES-GCM", iv: kept.nonce }, await draftKey(), kept.body);
return JSON.parse(new TextDecoder().decode(clear));
}
const dropDraft = async (where) => forget("drafts", await hers(where));
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
function left(form) {
const all = new FormData(form);
return { words: all.get("words"), mutation: all.get("mutation"), recordings: all.getAll("recordings") };
}
function label(form) {
const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
return `${form.dataset.label}, ${time.format(new Date())}`;
}
const A_MOMENT = 4_000;
const bytes = (said) => new TextEncoder().encode(JSON.stringify(said));
async function keepNote(said, mutation, label, { member, where } = {}) {
const device = await read("keys", "device");
if (member && member !== device.member) throw new Error("another's name");
awaiting(mutation);
const sealed = seal(bytes({ v: 1, ...said }), { kind: "note", mutation }, label);
const sent = send({ sealed }).catch(() => null);
await sealed;
if (where) await dropDraft(where);
const later = new Promise((done) => setTimeout(done, A_MOMENT));
askLater();
await Promise.race([sent, later]);
return told.get(mutation) ?? null;
}
async function takeBack(mutation, label) {
await navigator.locks.request("carnet-outbox", async () => {
const waiting = (await items()).some((each) => each.mutation === mutation);
if (waiting) await forget("items", mutation);
else await seal(bytes({}), { kind: "taken_back", mutation: crypto.randomUUID(), of: mutation }, label);
});
send().catch(() => null);
}
function drop(mutations) {
return navigator.locks.request("carnet-outbox", () => Promise.all(mutations.map((each) => forget("items", each))));
}
function part(said, thing) {
const words = bytes(said);
return together(new Uint8Array([0, 0, words.length >> 8, words.length & 255]), words, thing);
}
async function askLater() {
const worker = await navigator.serviceWorker?.getRegistration();
await worker?.sync?.register("carnet-outbox").catch(() => null);
}
async function waiting() {
return (await items()).map(({ mutation, kind, label, kept }) => ({ mutation, kind, label, kept }));
}
export {
draft, drop, dropDraft, keepNote, label, left, newPair, openWith, part, ready, said, saveDraft, seal, sealTo, send, takeBack, unwrapped, unwritten, waiting, wrapped, written,
};
