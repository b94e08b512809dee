// Where the browser has Background Sync, what waits goes once there is a signal, with no page open.
async function sendAll() {
  const { wiped } = await send();
  for (const page of await clients.matchAll()) page.postMessage(wiped ? "wiped" : "sent");
}

addEventListener("sync", (event) => {
  if (event.tag === "carnet-outbox") event.waitUntil(sendAll());
});

// A page that was just shown asks for the app's own pages as they are now, in her language.
addEventListener("message", (event) => {
  if (event.data === "refresh") event.waitUntil(fill(APP.pages).catch(() => null));
});
