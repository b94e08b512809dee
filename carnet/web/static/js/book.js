const { sealTo, openWith, newPair, wrapped, unwrapped, unwritten, written } = await import(document.body.dataset.outbox);
const SALT = new TextEncoder().encode("carnet book 1");
let opened;
function database(making) {
opened ??= new Promise((done, failed) => {
const asked = indexedDB.open("carnet-book", 1);
asked.onupgradeneeded = () => (making ? asked.result.createObjectStore("book") : asked.transaction.abort());
asked.onsuccess = () => {
asked.result.onversionchange = () => { asked.result.close(); opened = undefined; };
done(asked.result);
};
asked.onerror = () => { opened = undefined; failed(asked.error); };
});
return opened;
}
async function within(mode, step, making = false) {
const transaction = (await database(making)).transaction("book", mode);
const asked = step(transaction.objectStore("book"));
return new Promise((done, failed) => {
transaction.oncomplete = () => done(asked.result);
transaction.onabort = () => failed(transaction.error);
});
}
const get = (key) => within("readonly", (it) => it.get(key)).catch(() => null);
const put = (value, key, making) => within("readwrite", (it) => it.put(value, key), making);
async function burn() {
if (opened) (await opened).close();
opened = undefined;
return new Promise((done) => Object.assign(indexedDB.deleteDatabase("carnet-book"), { onsuccess: done, onerror: done, onblocked: done }));
}
async function secret(credential) {
const allow = [{ type: "public-key", id: credential }];
const extensions = { prf: { eval: { first: SALT } } };
const challenge = crypto.getRandomValues(new Uint8Array(32));
const given = await navigator.credentials.get({ publicKey: { challenge, allowCredentials: allow, userVerification: "required", extensions } });
return given.getClientExtensionResults().prf?.results?.first ?? null;
}
async function begin() {
const user = { id: crypto.getRandomValues(new Uint8Array(16)), name: "Carnet", displayName: "Carnet" };
const made = await navigator.credentials.create({ publicKey: {
challenge: crypto.getRandomValues(new Uint8Array(32)), rp: { name: "Carnet" }, user,
pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required", residentKey: "preferred" },
extensions: { prf: { eval: { first: SALT } } },
} });
const prf = made.getClientExtensionResults().prf;
if (!prf?.enabled && !prf?.results) return false;
const key = prf.results?.first ?? (await secret(made.rawId));
if (!key) return false;
const pair = await newPair();
await put({ credential: made.rawId, public: pair.public, private: await wrapped(pair.private, key) }, "lock", true);
return fetchBook();
}
async function fetchBook() {
const lock = await get("lock");
if (!lock) return false;
const answer = await fetch("/kept/book/", { redirect: "error" });
const said = answer.ok ? await answer.json() : null;
if (said?.policy === "nobody") { await burn(); return false; }
if (!said) return false;
await put({ at: Date.now(), lasts: said.lasts, sealed: await sealTo(lock.public, new TextEncoder().encode(JSON.stringify(said.book))) }, "book");
return true;
}
const isOver = ({ at, lasts }) => Date.now() > at + lasts || Date.now() < at;
async function isCarried() {
const kept = await get("book");
if (kept && isOver(kept)) { await burn(); return false; }
return Boolean(kept);
}
async function open() {
const [lock, kept] = [await get("lock"), await get("book")];
if (!lock || !kept || isOver(kept)) return null;
const key = await secret(lock.credential);
if (!key) return null;
const clear = await openWith(await unwrapped(lock.private, key), kept.sealed);
return JSON.parse(new TextDecoder().decode(clear));
}
export { begin, burn, fetchBook, isCarried, open };
