// Seals what is kept to the house's key and signs it: neither a thief nor this phone itself can read it back.
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

// `clear` is bytes; `outside` says kind, mutation and of. Resolves once it is on the phone.
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
