// What the house says when something is due stands on a locked screen: one sentence, and nobody's name in it.
addEventListener("push", (event) => {
  let said = {};
  try {
    said = event.data?.json() ?? {};
  } catch {
    // Not ours: a browser still wants something shown.
  }
  const { title = "Carnet", words = "", path = "/", lang = "" } = said;
  const dir = lang.startsWith("ar") ? "rtl" : "auto";
  event.waitUntil(registration.showNotification(title, { body: words, lang, dir, tag: "carnet-day", data: { path } }));
});

// A tap comes back to the page that is open, else opens one; never anywhere but here.
addEventListener("notificationclick", (event) => {
  event.notification.close();
  const asked = new URL(event.notification.data?.path ?? "/", location.origin);
  const there = asked.origin === location.origin ? asked.href : "/";
  event.waitUntil((async () => {
    const [open] = await clients.matchAll({ type: "window" });
    if (!open) return clients.openWindow(there);
    await open.focus();
    return open.navigate(there).catch(() => clients.openWindow(there));
  })());
});
