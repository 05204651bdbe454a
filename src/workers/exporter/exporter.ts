import type { FromExporter, ToExporter } from "./messages";

/** How an export ended: stopped by the user, broken, or written. */
export type FinExport = { readonly ok: true; readonly octets: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly message: string | null };

export interface Exporter {
  /** Writes a file; `message` is null when `signal` was aborted: the writer is then ended where it stands. Never rejects. */
  (ask: ToExporter, signal: AbortSignal, page: (pages: number) => void): Promise<FinExport>;
}

/** Writes in a worker of its own, started for this file and ended with it: the page stays at hand, and stopping is immediate. */
export const exporterDansUnWorker: Exporter = (ask, signal, page) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve({ ok: false, message: null });
    const worker = new Worker(new URL("./exporter.worker.ts", import.meta.url), { type: "module", name: "maillage-export" });
    const finish = (fin: FinExport): void => {
      signal.removeEventListener("abort", stop);
      worker.terminate();
      resolve(fin);
    };
    const stop = (): void => finish({ ok: false, message: null });
    signal.addEventListener("abort", stop, { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<FromExporter>) => {
      if (data.type === "page") page(data.pages);
      else finish(data.type === "fin" ? { ok: true, octets: data.octets } : { ok: false, message: data.message });
    });
    worker.addEventListener("messageerror", () => finish({ ok: false, message: "message illisible" }));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      finish({ ok: false, message: event.message });
    });
    worker.postMessage(ask, []);
  });
