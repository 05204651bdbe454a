import type { ToWorker } from "./protocol";

// An entry of its own, a few lines that the page runs before the rest of its code has come: the worker starts and reads
// the manifest meanwhile. The page's code imports this same module and takes the worker over.

/** The only place that knows where the analysis worker is. */
function launch(): Worker {
  const worker = new Worker(new URL("./analysis.worker.ts", import.meta.url), { type: "module", name: "maillage-analyses" });
  worker.postMessage({ type: "depart", base: document.baseURI } satisfies ToWorker, []);
  return worker;
}

let ahead: Worker | null = launch();
// Nobody listens yet: one that failed is left, and the next one's failure will be heard.
ahead.addEventListener("error", () => (ahead = null), { once: true });

/** A worker that has been sent its « depart »: the one started ahead, once, then new ones. */
export function takeWorker(): Worker {
  const taken = ahead ?? launch();
  ahead = null;
  return taken;
}
