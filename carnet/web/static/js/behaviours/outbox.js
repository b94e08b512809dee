// What this phone keeps for the house goes as soon as it can: on opening, on coming back, on a signal. On the body:
// data-outbox is the module's address, data-member who is signed in, data-kept what to say of what waits, by plural.
behave("outbox", (body) => {
  if (!body.dataset.outbox || !crypto.subtle || !window.indexedDB || !navigator.locks) return;
  const module = () => import(body.dataset.outbox);
  const old = 4 * 3_600_000;

  async function tell() {
    const all = (await (await module()).waiting().catch(() => [])).filter((each) => each.kind !== "taken_back");
    // Its sound and its pictures are counted with the note they are of; alone they are what is left of one.
    const kept = all.some((each) => each.kind === "note") ? all.filter((each) => each.kind === "note") : all.slice(0, 1);
    const forms = JSON.parse(body.dataset.kept);
    const plural = new Intl.PluralRules(document.documentElement.lang).select(kept.length);
    const words = kept.length ? (forms[plural] ?? forms.other).replace("{n}", kept.length) : "";
    for (const place of document.querySelectorAll("[data-kept-here]")) {
      place.textContent = words;
      place.hidden = !words;
      place.classList.toggle("bad", kept.some((each) => each.kept < Date.now() - old));
    }
    if (kept.length) navigator.setAppBadge?.(kept.length);
    else navigator.clearAppBadge?.();
  }

  async function forget() {
    for (const name of await caches.keys()) await caches.delete(name);
    indexedDB.deleteDatabase("carnet-book");
    if (body.dataset.member) location.assign("/door/");
  }

  async function go() {
    // Whoever stands at the door and never kept a note here is not asked for anything.
    const stores = (await indexedDB.databases?.())?.map((each) => each.name) ?? [];
    if (!body.dataset.member && !stores.includes("carnet-outbox")) return null;
    const { ready, send } = await module();
    const csrf = JSON.parse(body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"];
    if (body.dataset.member && csrf) {
      body.dataset.device = await ready(body.dataset.member, csrf, body.dataset.device).catch(() => "");
    }
    const sent = await send({ always: true }).catch(() => null);
    await tell();
    if (sent?.wiped) return forget();
    if (body.dataset.member && stores.includes("carnet-book")) await (await import(body.dataset.book)).fetchBook().catch(() => null);
    return null;
  }

  addEventListener("online", go);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && go());
  for (const name of ["carnet:kept", "carnet:undone"]) document.addEventListener(name, tell);
  navigator.serviceWorker?.addEventListener("message", ({ data }) => (data === "wiped" ? forget() : tell()));
  navigator.serviceWorker?.register(body.dataset.worker).catch(() => null);
  if (body.dataset.member) navigator.serviceWorker?.ready.then((worker) => worker.active?.postMessage("refresh"));
  // Nothing of it is needed to read the page.
  (window.requestIdleCallback ?? setTimeout)(go);
});
