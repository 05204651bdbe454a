import type { Outcome } from "../domain/outcome";
import { Cancelled } from "./pump";
import type { Answer, Ask, Compte, FromWorker, RequestName, ToWorker } from "./protocol";

/** One request being answered. */
export interface Job {
  readonly signal: AbortSignal;
  /** 0 to 1; `compte` when what is done can be counted. */
  progress(part: number, compte?: Compte): void;
  /** Buffers of the answer that nobody keeps here: moved to the page instead of copied. */
  transfer(buffers: readonly ArrayBufferLike[]): void;
}

export type Handler<N extends RequestName> = (ask: Ask<N>, job: Job) => Promise<Outcome<Answer<N>>>;

/** One entry a request name: adding a request is adding a line here and in the message table. */
export type Handlers = { readonly [N in RequestName]: Handler<N> };

export type Post = (message: FromWorker, transfer: Transferable[]) => void;

type Demande = Extract<ToWorker, { type: "demande" }>;

async function answer<N extends RequestName>(handler: Handler<N>, id: number, name: N, ask: Ask<N>, signal: AbortSignal, post: Post): Promise<void> {
  const transfer: Transferable[] = [];
  const job: Job = {
    signal,
    progress: (part, compte) => post({ type: "progression", id, part, ...(compte === undefined ? {} : { compte }) }, []),
    transfer: (buffers) => transfer.push(...buffers.filter((buffer) => buffer instanceof ArrayBuffer)),
  };
  const outcome = await handler(ask, job);
  if (signal.aborted) throw new Cancelled();
  if (outcome.ok) post({ type: "reponse", id, name, answer: outcome.value } as FromWorker, transfer);
  else post({ type: "refus", id, issues: outcome.issues }, []);
}

/**
 * The worker's side of the protocol, without a worker: give it the messages that come, it posts the answers.
 * A handler that throws answers « panne » and the others go on.
 */
export function createServer(handlers: Handlers, post: Post): (message: Exclude<ToWorker, { type: "depart" }>) => Promise<void> {
  const running = new Map<number, AbortController>();

  const serve = async ({ id, name, ask }: Demande): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      await answer(handlers[name] as Handler<RequestName>, id, name, ask, controller.signal, post);
    } catch (error) {
      if (error instanceof Cancelled) post({ type: "annulee", id }, []);
      else post({ type: "panne", id, message: error instanceof Error ? error.message : String(error) }, []);
    } finally {
      running.delete(id);
    }
  };

  return async (message) => {
    if (message.type === "annuler") running.get(message.id)?.abort();
    else await serve(message);
  };
}
