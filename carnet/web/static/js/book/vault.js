// The book this phone may carry: sealed as it comes, and opened only with the phone's own key after a face or a finger.
// The private half of its key is wrapped by what WebAuthn's PRF gives; without PRF nothing is carried.
const { sealTo, openWith, newPair, wrapped, unwrapped, unwritten, written } = await import(document.body.dataset.outbox);
const SALT = new TextEncoder().encode("carnet book 1");
let opened;

// Looking for one makes none: a book that was burnt meanwhile stays burnt.
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

// A secret of 32 bytes that only this phone gives, and only to its owner.
async function secret(credential) {
  const allow = [{ type: "public-key", id: credential }];
  const extensions = { prf: { eval: { first: SALT } } };
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const given = await navigator.credentials.get({ publicKey: { challenge, allowCredentials: allow, userVerification: "required", extensions } });
  return given.getClientExtensionResults().prf?.results?.first ?? null;
}
