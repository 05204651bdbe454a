import { attendre, type Monde } from "./monde";

/** Lets at most so many requests a second out, evenly spaced, and none during a pause. */
export interface Rythme {
  /** Waits for the turn of one request; returns early, without one, when the signal is aborted. */
  tour(signal: AbortSignal): Promise<void>;
  /** Nothing leaves before `ms` from now: the engine asked to wait. */
  pause(ms: number): void;
}

/** Spacing is a little wider than the limit: the engine's clock is not ours. */
const MARGE = 1.05;

export function createRythme(parSeconde: number, monde: Monde): Rythme {
  const ecart = (1000 / parSeconde) * MARGE;
  let libre = 0;
  let reprise = 0;
  return {
    async tour(signal) {
      while (!signal.aborted) {
        const turn = Math.max(monde.now(), libre, reprise);
        libre = turn + ecart;
        await attendre(monde, turn - monde.now(), signal);
        // A pause begun while waiting puts the turn off.
        if (monde.now() >= reprise) return;
      }
    },
    pause(ms) {
      reprise = Math.max(reprise, monde.now() + ms);
    },
  };
}
