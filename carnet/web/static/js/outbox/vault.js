// The same sealing, for what this phone may open again: a pair whose private half is wrapped by a secret of the phone's own.
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
