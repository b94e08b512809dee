// Keeps a note: on the phone first, then in the house if there is a signal within a moment.
const A_MOMENT = 4_000;
const bytes = (said) => new TextEncoder().encode(JSON.stringify(said));

// `member` is whose page it is, where a page knows; `where` its draft, which is not needed once the note is sealed.
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

// Undone before it left, it never leaves; after that, its undoing follows it.
async function takeBack(mutation, label) {
  await navigator.locks.request("carnet-outbox", async () => {
    const waiting = (await items()).some((each) => each.mutation === mutation);
    if (waiting) await forget("items", mutation);
    else await seal(bytes({}), { kind: "taken_back", mutation: crypto.randomUUID(), of: mutation }, label);
  });
  send().catch(() => null);
}

// Thrown away before it left, it never leaves.
function drop(mutations) {
  return navigator.locks.request("carnet-outbox", () => Promise.all(mutations.map((each) => forget("items", each))));
}

// A few words about what follows, and the thing itself.
function part(said, thing) {
  const words = bytes(said);
  return together(new Uint8Array([0, 0, words.length >> 8, words.length & 255]), words, thing);
}

// Where the browser can, it sends by itself once the signal is back.
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
