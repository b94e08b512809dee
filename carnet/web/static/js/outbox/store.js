// What this phone holds: its keys, and envelopes that it cannot open itself. One database, shared with the worker.
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
      // Another tab runs a later version: it must not wait for this one.
      asked.result.onversionchange = () => asked.result.close();
      done(asked.result);
    };
    asked.onerror = () => failed(asked.error);
  });
  return opened;
}

// One step in one store; what it resolves to is on the disk.
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

// The same mutation a second time is the first: a double tap keeps one.
async function keep(item) {
  try {
    await within("items", "readwrite", (it) => it.add(item));
  } catch (error) {
    if (error?.name !== "ConstraintError") throw error;
  }
}
