import { ANALYSES } from "../analyses/registry";
import { fetchBytes } from "./fetch-bytes";
import { createHandlers } from "./handlers/handlers";
import { createLoader } from "./loader";
import { mondeReel } from "./moteurs/monde";
import { channelPause } from "./pump";
import { createReseaux } from "./reseaux";
import { indexedReseaux } from "./reseaux-gardes";
import type { ToWorker } from "./protocol";
import { createServer } from "./server";
import { createTables } from "./tables";
import { indexedTables } from "./tables-gardees";

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let serve: ReturnType<typeof createServer> | null = null;

function start(base: string): ReturnType<typeof createServer> {
  const clock = { now: () => performance.now(), pause: channelPause() };
  const loader = createLoader(base, fetchBytes, isSecureContext ? sha256 : null);
  // Every request begins with it: read while the page's own code comes.
  void loader.manifeste();
  const handlers = createHandlers(loader, ANALYSES, clock, createReseaux(indexedReseaux()), createTables(indexedTables()), mondeReel());
  return createServer(handlers, (message, transfer) => self.postMessage(message, { transfer }));
}

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  // Said twice to a worker started ahead of the page.
  if (data.type === "depart") serve ??= start(data.base);
  else void serve?.(data);
});
