// Carrying begins with a tap, is brought up to date whenever the app is open, and ends by itself after half a day.
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

// What the house lets it carry now; nothing any more, and it is burnt.
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

// By this phone's own clock, which may be wrong; one that was set back ends it too.
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
