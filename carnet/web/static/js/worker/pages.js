// Pages come from the house, and without a signal from this phone: the app's own, which say nothing of anybody.
const CACHE = `carnet-${RELEASE}`;
const SLOW = 2_500;
const [NO_SIGNAL, NOTE, NOTE_OVER] = APP.pages;

async function fill(paths) {
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map(async (path) => {
    const answer = await fetch(path, { cache: "no-cache" });
    if (answer.ok && !answer.redirected) await cache.put(path, answer);
  }));
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(fill([...APP.assets, ...APP.pages]));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await clients.claim();
  })());
});

// The address that was asked for stands in the page: a note knows whom it is about.
async function kept(path, asked) {
  const page = await caches.match(path);
  if (!page) return Response.error();
  const words = (await page.text()).replace('data-asked=""', `data-asked="${encodeURI(asked.pathname + asked.search)}"`);
  return new Response(words, { headers: page.headers });
}

async function answered(request, path) {
  const asked = new URL(request.url);
  const slow = new Promise((_done, failed) => setTimeout(failed, SLOW));
  try {
    return await Promise.race([fetch(request), slow]);
  } catch {
    return kept(path, asked);
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const note = pathname === "/notes/";
  if (pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((found) => found ?? fetch(request)));
  } else if (request.mode === "navigate") {
    event.respondWith(answered(request, note ? NOTE : NO_SIGNAL));
  } else if (note && request.headers.has("HX-Request")) {
    event.respondWith(answered(request, NOTE_OVER));
  }
});
