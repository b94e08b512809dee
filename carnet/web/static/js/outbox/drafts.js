// Each keystroke is on the phone before she goes on: locked with a key that cannot leave this browser, gone once it is kept.
const LASTS = 72 * 3_600_000;

async function draftKey() {
  const kept = await read("keys", "drafts");
  if (kept) return kept;
  const made = await subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await write("keys", made, "drafts");
  return made;
}

// A page without a signal knows nobody: what is begun on it is hers whom this phone knows, and is there when she is back.
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
