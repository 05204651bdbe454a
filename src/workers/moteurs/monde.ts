/** What asking an engine needs of the world: given to it, so that tests have their own clock and network. */
export interface Monde {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `action` once after `ms`; the returned function gives it up. */
  after(ms: number, action: () => void): () => void;
}

/** The world of a worker. */
export function mondeReel(): Monde {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    after: (ms, action) => {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** Resolves after `ms`, or as soon as the signal is aborted. */
export function attendre(monde: Monde, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      giveUp();
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const giveUp = monde.after(ms, finish);
    signal.addEventListener("abort", finish, { once: true });
  });
}
