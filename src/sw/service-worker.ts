// The service worker: after one visit the page opens with the network cut. Built as its own entry
// (sw.js); scripts/vite/service-worker.ts fills in the list below once the build is known.

interface PrecacheList {
  readonly version: string;
  readonly coquille: readonly string[];
  readonly donnees: readonly string[];
  readonly connues: readonly string[];
}
declare const MAILLAGE_PRECACHE: PrecacheList;

const worker = self as unknown as ServiceWorkerGlobalScope;
const LISTE = MAILLAGE_PRECACHE;
const COQUILLE = `maillage-coquille-${LISTE.version}`;
const DONNEES = "maillage-donnees";

const absolute = (url: string): string => new URL(url, worker.registration.scope).href;

/** Puts a URL in the data cache unless it is there. A file that fails is left for its first use. */
async function keep(cache: Cache, url: string, init: RequestInit): Promise<void> {
  try {
    if ((await cache.match(url)) !== undefined) return;
    const response = await fetch(url, init);
    if (response.status === 200) await cache.put(url, response);
  } catch {
    // Offline, storage full, or not in the browser's own cache: nothing to keep, nothing to say.
  }
}

/**
 * Keeps what the visit has already fetched, before this worker was there to see it (the browser's own
 * cache still has it), then downloads the rest of the Haute-Vienne screen, one file after the other.
 */
async function keepAhead(): Promise<void> {
  const cache = await caches.open(DONNEES);
  await Promise.all(LISTE.connues.map((url) => keep(cache, absolute(url), { cache: "only-if-cached", mode: "same-origin" })));
  for (const url of LISTE.donnees) await keep(cache, absolute(url), {});
}

async function install(): Promise<void> {
  const cache = await caches.open(COQUILLE);
  // Hashed names may come from the HTTP cache; the others are checked with the server.
  await cache.addAll(
    LISTE.coquille.map((url) => new Request(absolute(url), { cache: url.startsWith("assets/") ? "default" : "no-cache" })),
  );
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("maillage-coquille-") && name !== COQUILLE);
  await Promise.all(old.map((name) => caches.delete(name)));
  const known = new Set(LISTE.connues.map(absolute));
  const cache = await caches.open(DONNEES);
  const stale = (await cache.keys()).filter((request) => !known.has(request.url));
  await Promise.all(stale.map((request) => cache.delete(request)));
  await worker.clients.claim();
}

async function fromShell(request: Request): Promise<Response> {
  const cache = await caches.open(COQUILLE);
  const url = new URL(request.url);
  const isPage = request.mode === "navigate" && /\/(index\.html)?$/.test(url.pathname);
  const kept = await cache.match(isPage ? absolute("./") : request, { ignoreSearch: isPage });
  return kept ?? fetch(request);
}

async function fromData(request: Request): Promise<Response> {
  const cache = await caches.open(DONNEES);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  // Keeping is a service: storage refused or full never fails the request itself.
  if (response.status === 200) await cache.put(request, response.clone()).catch(() => undefined);
  return response;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event: ExtendableMessageEvent) => {
  if (event.data === "activer") event.waitUntil(worker.skipWaiting());
  if (event.data === "garder") event.waitUntil(keepAhead());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  const isVersionedData = request.url.includes("/donnees/") && new URL(request.url).searchParams.has("v");
  event.respondWith(isVersionedData ? fromData(request) : fromShell(request));
});
