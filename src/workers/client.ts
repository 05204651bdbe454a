import type { Issue } from "../domain/issue";
import type { Answer, Ask, Compte, FromWorker, RequestName, ToWorker } from "./protocol";

/** How a request ended. Nothing rejects: every end is a value. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  /** Expected trouble, with its reasons. */
  | { readonly ok: false; readonly cause: "refus"; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly cause: "annulee" }
  /** A defect, or a worker that crashed twice on this request. */
  | { readonly ok: false; readonly cause: "panne"; readonly message: string };

export interface AskOptions {
  /** 0 to 1. */
  readonly onProgress?: (part: number, compte?: Compte) => void;
  readonly signal?: AbortSignal;
}

/** The worker as the store sees it. */
export interface Client {
  ask<N extends RequestName>(name: N, ask: Ask<N>, options?: AskOptions): Promise<Reply<Answer<N>>>;
  /** Called each time the worker crashed and was started again. */
  onRestart(listener: (message: string) => void): void;
  close(): void;
}

/** A running worker, real or not. */
export interface WorkerPort {
  post(message: ToWorker): void;
  terminate(): void;
}

export interface WorkerEvents {
  message(message: FromWorker): void;
  /** The worker itself failed: it is of no use any more. */
  crash(message: string): void;
}

export type StartWorker = (events: WorkerEvents) => WorkerPort;

interface Pending {
  readonly message: ToWorker;
  readonly onProgress: ((part: number, compte?: Compte) => void) | undefined;
  settle(reply: Reply<unknown>): void;
}

/** The port of the moment: started on the first message, and again after a crash. */
function createLine(start: StartWorker, base: string, events: WorkerEvents) {
  let port: WorkerPort | null = null;
  const close = (): void => {
    port?.terminate();
    port = null;
  };
  const launch = (): WorkerPort => {
    const made = start(events);
    made.post({ type: "depart", base });
    return made;
  };
  return {
    close,
    post(message: ToWorker): void {
      port ??= launch();
      port.post(message);
    },
  };
}

/** The end a message from the worker gives to its request; null for what is not an end. */
function endOf(message: FromWorker): Reply<unknown> | null {
  if (message.type === "progression") return null;
  if (message.type === "reponse") return { ok: true, value: message.answer };
  if (message.type === "refus") return { ok: false, cause: "refus", issues: message.issues };
  return message.type === "annulee" ? { ok: false, cause: "annulee" } : { ok: false, cause: "panne", message: message.message };
}

/**
 * Talks to the analysis worker. When the worker crashes it is started again, the requests that were waiting
 * are asked once more (once: a request may be what crashes it), and `onRestart` is told.
 * @param base address of the page, against which `donnees/` is resolved
 */
export function createClient(start: StartWorker, base: string): Client {
  const pending = new Map<number, Pending>();
  const retried = new Set<number>();
  const listeners: ((message: string) => void)[] = [];
  let lastId = 0;

  const finish = (id: number, reply: Reply<unknown>): void => {
    pending.get(id)?.settle(reply);
    pending.delete(id);
    retried.delete(id);
  };
  const line = createLine(start, base, {
    message(message) {
      const end = endOf(message);
      if (end !== null) finish(message.id, end);
      else if (message.type === "progression") pending.get(message.id)?.onProgress?.(message.part, message.compte);
    },
    crash(message) {
      line.close();
      for (const [id, request] of Array.from(pending)) {
        if (retried.has(id)) finish(id, { ok: false, cause: "panne", message });
        else {
          retried.add(id);
          line.post(request.message);
        }
      }
      for (const listener of listeners) listener(message);
    },
  });
  const cancel = (id: number): void => {
    if (!pending.has(id)) return;
    line.post({ type: "annuler", id });
    finish(id, { ok: false, cause: "annulee" });
  };

  return {
    ask<N extends RequestName>(name: N, ask: Ask<N>, { onProgress, signal }: AskOptions = {}) {
      if (signal?.aborted === true) return Promise.resolve({ ok: false, cause: "annulee" });
      lastId += 1;
      const id = lastId;
      return new Promise<Reply<Answer<N>>>((resolve) => {
        const onAbort = (): void => cancel(id);
        const settle = (reply: Reply<unknown>): void => {
          signal?.removeEventListener("abort", onAbort);
          // The worker answers a request under its own id and name: the value is this request's answer.
          resolve(reply as Reply<Answer<N>>);
        };
        const message = { type: "demande", id, name, ask } as ToWorker;
        pending.set(id, { message, onProgress, settle });
        line.post(message);
        signal?.addEventListener("abort", onAbort, { once: true });
      });
    },
    onRestart(listener) {
      listeners.push(listener);
    },
    close() {
      line.close();
      for (const id of Array.from(pending.keys())) finish(id, { ok: false, cause: "annulee" });
    },
  };
}
