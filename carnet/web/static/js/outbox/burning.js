// The phone is lost: what can be read on it goes at once; what is sealed may still follow.
async function burnReadable() {
  for (const name of await caches.keys()) await caches.delete(name);
  indexedDB.deleteDatabase("carnet-book");
  await within("drafts", "readwrite", (it) => it.clear());
  await forget("keys", "drafts");
}
