import type { LinearSolution, SolveRequest } from "../../domain/linear-program";
import type { Solve } from "../pump";
import type { FromSolver } from "./messages";

/** A running solver, real or not. */
export interface SolverPort {
  post(request: SolveRequest): void;
  terminate(): void;
}

export interface SolverEvents {
  message(message: FromSolver): void;
  crash(): void;
}

const NOTHING: LinearSolution = { status: "echec", values: null, bound: Number.NaN, seconds: 0 };

/**
 * A solver in a worker of its own, which it blocks while it works: started at the first programme, ended when a programme is
 * aborted or when it crashes, and started again for the next one. One programme at a time.
 */
export function createSolveur(start: (events: SolverEvents) => SolverPort): Solve {
  let port: SolverPort | null = null;
  let events: SolverEvents | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    port?.terminate();
    port = null;
  };
  const solve: Solve = (request, signal, tell) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(NOTHING);
      const finish = (solution: LinearSolution): void => {
        signal.removeEventListener("abort", drop);
        resolve(solution);
      };
      const drop = (): void => {
        end();
        finish(NOTHING);
      };
      signal.addEventListener("abort", drop, { once: true });
      events = { message: (message) => (message.type === "ecart" ? tell(message.gap) : finish(message.solution)), crash: drop };
      port ??= start({ message: (message) => events?.message(message), crash: () => events?.crash() });
      port.post(request);
    });
  return (request, signal, tell) => {
    const solved = queue.then(() => solve(request, signal, tell));
    queue = solved;
    return solved;
  };
}

/** Starts the worker of the solver. Where a worker may not start another one there is no solver: every programme is given up. */
export function startSolverWorker({ message, crash }: SolverEvents): SolverPort {
  if (typeof Worker === "undefined") return { post: crash, terminate: () => undefined };
  const worker = new Worker(new URL("./solveur.worker.ts", import.meta.url), { type: "module", name: "maillage-solveur" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromSolver>) => message(data));
  worker.addEventListener("messageerror", crash);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    crash();
  });
  return { post: (request) => worker.postMessage(request, []), terminate: () => worker.terminate() };
}
