import type { StoreApi } from "zustand/vanilla";
import type { Description } from "../../analyses/analysis";
import type { Issue } from "../../domain/issue";
import { issueText } from "../../textes/issues";
import { NOTICE } from "../../textes/notices";
import type { Client, Reply } from "../../workers/client";
import type { Effects } from "../effects";
import type { Notice, State } from "../state";

/** What every command works with. */
export interface Contexte {
  readonly store: StoreApi<State>;
  readonly client: Client;
  readonly effects: Effects;
  readonly analyses: readonly Description[];
}

type ObjectSlice = Exclude<keyof State, "notices">;

/** Writes some keys of one slice. */
export function patch<S extends ObjectSlice>({ store }: Contexte, slice: S, change: Partial<State[S]>): void {
  store.setState((state) => ({ [slice]: { ...state[slice], ...change } }) as Pick<State, S>);
}

/** Notices kept on screen; the oldest goes first. */
const MAX_NOTICES = 6;

const TON: Record<Issue["severity"], Notice["ton"]> = { erreur: "erreur", avertissement: "attention", information: "info" };

/** Shows a message. The same words already on screen are not said twice. */
export function noter({ store }: Contexte, ton: Notice["ton"], texte: string, action?: Notice["action"]): void {
  store.setState(({ notices }) => {
    const id = Math.max(0, ...notices.map((notice) => notice.id)) + 1;
    const notice: Notice = { id, ton, texte, ...(action === undefined ? {} : { action }) };
    return { notices: [...notices.filter((shown) => shown.texte !== texte), notice].slice(-MAX_NOTICES) };
  });
}

export function noterIssues(contexte: Contexte, issues: readonly Issue[]): void {
  for (const found of issues) noter(contexte, TON[found.severity], issueText(found));
}

/** Tells why a request other than the computation gave nothing; a cancelled one is silent. */
export function noterEchec(contexte: Contexte, reply: Extract<Reply<unknown>, { ok: false }>): void {
  if (reply.cause === "refus") noterIssues(contexte, reply.issues);
  if (reply.cause === "panne") noter(contexte, "erreur", NOTICE.lectureEnPanne(reply.message));
}

/** An action that waits for a quiet moment: each call puts it off, `flush` runs it now if it waits. */
export function debounce(effects: Effects, ms: number, action: () => void): { call(): void; flush(): void; cancel(): void } {
  let giveUp: (() => void) | null = null;
  const cancel = (): void => {
    giveUp?.();
    giveUp = null;
  };
  const run = (): void => {
    giveUp = null;
    action();
  };
  return {
    cancel,
    call() {
      cancel();
      giveUp = effects.after(ms, run);
    },
    flush() {
      if (giveUp === null) return;
      cancel();
      action();
    },
  };
}

/** One request at a time of a kind: a new one cancels the one before. */
export function latest(): { next(): AbortSignal; cancel(): void } {
  let controller: AbortController | null = null;
  return {
    next() {
      controller?.abort();
      controller = new AbortController();
      return controller.signal;
    },
    cancel() {
      controller?.abort();
      controller = null;
    },
  };
}

/** Progress is shown this often at most, in ms: each time the screen is laid out and drawn again, beside the computation. */
const PAS_MS = 200;

/**
 * Shows progress, which comes in bursts: the first at once, then the latest only, never before the page has drawn the one before.
 * What a page too busy to draw is told meanwhile is merged, not queued.
 */
export function parImage<A extends readonly unknown[]>({ after, image }: Effects, montrer: (...dit: A) => void): (...dit: A) => void {
  let ouvert = true;
  let dernier: A | null = null;
  const dire = (...dit: A): void => {
    if (!ouvert) {
      dernier = dit;
      return;
    }
    ouvert = false;
    dernier = null;
    montrer(...dit);
    after(PAS_MS, () =>
      image(() => {
        ouvert = true;
        if (dernier !== null) dire(...dernier);
      }),
    );
  };
  return dire;
}
