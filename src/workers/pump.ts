import type { Progress } from "../analyses/analysis";
import type { LinearSolution, SolveRequest } from "../domain/linear-program";

/** What a pump needs of the world: a monotonic clock in ms, and a pause that lets waiting messages through. */
export interface PumpClock {
  now(): number;
  pause(): Promise<void>;
}

/**
 * Solves a linear programme; an aborted one is let go of at once, whatever it answers. `tell` is told the gap left
 * between the best answer and the bound, 0 to 1.
 */
export type Solve = (request: SolveRequest, signal: AbortSignal, tell: (gap: number) => void) => Promise<LinearSolution>;

export interface PumpOptions {
  readonly clock: PumpClock;
  /** Checked between slices: a cancelled computation stops within one slice. */
  readonly signal: AbortSignal;
  /** Called at most once a slice. */
  onProgress(progress: Progress): void;
  /** What solves the programmes that a computation asks for; without it, it does without. */
  readonly solve?: Solve;
}

/** Length of a slice, ms: short enough that a cancel or a hover is answered within a frame. */
const SLICE_MS = 12;

/** The computation was cancelled: not a trouble, nothing to tell. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/**
 * Steps a computation to its end in slices of about 12 ms, with progress and a chance to cancel between two.
 * Rejects with `Cancelled` when the signal is aborted, with whatever the computation throws otherwise.
 */
export async function pump<T>(generator: Generator<Progress | SolveRequest, T, LinearSolution | void>, { clock, signal, onProgress, solve }: PumpOptions): Promise<T> {
  let answer: LinearSolution | undefined;
  let part = 0;
  // The smaller the gap, the nearer the end of the part that is left.
  const tell = (gap: number): void => onProgress({ part: part + (1 - part) * (1 - gap), etape: "optimum" });
  for (;;) {
    if (signal.aborted) throw new Cancelled();
    const start = clock.now();
    let step = generator.next(answer);
    answer = undefined;
    while (step.done !== true && "part" in step.value && clock.now() - start < SLICE_MS) step = generator.next();
    if (step.done === true) return step.value;
    if ("part" in step.value) {
      ({ part } = step.value);
      onProgress(step.value);
      await clock.pause();
    } else answer = await solve?.(step.value, signal, tell);
  }
}

/** The same for steps that wait for something (a file being read): each gives the share done, 0 to 1. */
export async function pumpAsync<T>(steps: AsyncGenerator<number, T, void>, { clock, signal, onProgress }: Omit<PumpOptions, "onProgress"> & { onProgress(part: number): void }): Promise<T> {
  let start = clock.now();
  let said = 0;
  for (;;) {
    if (signal.aborted) {
      // Lets go of what the steps hold open; the value is asked for by the type alone.
      await steps.return(undefined as never);
      throw new Cancelled();
    }
    const step = await steps.next();
    if (step.done === true) return step.value;
    if (clock.now() - start < SLICE_MS) continue;
    // A percent at a time: these steps are many, and the page redraws at each.
    if (step.value - said >= 0.01) onProgress((said = step.value));
    await clock.pause();
    start = clock.now();
  }
}

/** A pause through a message channel: no 4 ms clamp as timers have, yet waiting messages go first. */
export function channelPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener("message", () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null, []);
    });
}
