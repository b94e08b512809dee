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
const CACHE = `carnet-${RELEASE}`;
const SLOW = 2_500;
const [NO_SIGNAL, NOTE, NOTE_OVER] = APP.pages;
async function fill(paths) {
const cache = await caches.open(CACHE);
await Promise.all(paths.map(async (path) => {
const answer = await fetch(path, { cache: "no-cache" });
if (answer.ok && !answer.redirected) await cache.put(path, answer);
}));
}
addEventListener("install", (event) => {
skipWaiting();
event.waitUntil(fill([...APP.assets, ...APP.pages]));
});
addEventListener("activate", (event) => {
event.waitUntil((async () => {
for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
await clients.claim();
})());
});
async function kept(path, asked) {
const page = await caches.match(path);
if (!page) return Response.error();
const words = (await page.text()).replace('data-asked=""', `data-asked="${encodeURI(asked.pathname + asked.search)}"`);
return new Response(words, { headers: page.headers });
}
async function answered(request, path) {
const asked = new URL(request.url);
const slow = new Promise((_done, failed) => setTimeout(failed, SLOW));
try {
return await Promise.race([fetch(request), slow]);
} catch {
return kept(path, asked);
}
}
addEventListener("fetch", (event) => {
const { request } = event;
const { origin, pathname } = new URL(request.url);
if (request.method !== "GET" || origin !== location.origin) return;
const note = pathname === "/notes/";
if (pathname.startsWith("/static/")) {
event.respondWith(caches.match(request, { ignoreVary: true }).then((found) => found ?? fetch(request)));
} else if (request.mode === "navigate") {
event.respondWith(answered(request, note ? NOTE : NO_SIGNAL));
} else if (note && request.headers.has("HX-Request")) {
event.respondWith(answered(request, NOTE_OVER));
}
});
addEventListener("push", (event) => {
let said = {};
try {
said = event.data?.json() ?? {};
} catch {
}
const { title = "Carnet", words = "", path = "/", lang = "" } = said;
const dir = lang.startsWith("ar") ? "rtl" : "auto";
event.waitUntil(registration.showNotification(title, { body: words, lang, dir, tag: "carnet-day", data: { path } }));
});
addEventListener("notificationclick", (event) => {
event.notification.close();
const asked = new URL(event.notification.data?.path ?? "/", location.origin);
const there = asked.origin === location.origin ? asked.href : "/";
event.waitUntil((async () => {
const [open] = await clients.matchAll({ type: "window" });
if (!open) return clients.openWindow(there);
await open.focus();
return open.navigate(there).catch(() => clients.openWindow(there));
})());
});
async function sendAll() {
const { wiped } = await send();
for (const page of await clients.matchAll()) page.postMessage(wiped ? "wiped" : "sent");
}
addEventListener("sync", (event) => {
if (event.tag === "carnet-outbox") event.waitUntil(sendAll());
});
addEventListener("message", (event) => {
if (event.data === "refresh") event.waitUntil(fill(APP.pages).catch(() => null));
});
