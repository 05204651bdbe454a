import type { Progress } from "../analyses/analysis";

/** What a pump needs of the world: a monotonic clock in ms, and a pause that lets waiting messages through. */
export interface PumpClock {
  now(): number;
  pause(): Promise<void>;
}

export interface PumpOptions {
  readonly clock: PumpClock;
  /** Checked between slices: a cancelled computation stops within one slice. */
  readonly signal: AbortSignal;
  /** Called at most once a slice. */
  onProgress(progress: Progress): void;
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
export async function pump<T>(generator: Generator<Progress, T, void>, { clock, signal, onProgress }: PumpOptions): Promise<T> {
  for (;;) {
    if (signal.aborted) throw new Cancelled();
    const start = clock.now();
    let step = generator.next();
    while (step.done !== true && clock.now() - start < SLICE_MS) step = generator.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
    await clock.pause();
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
