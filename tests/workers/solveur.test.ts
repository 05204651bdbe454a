import { describe, expect, it } from "vitest";
import type { Progress } from "../../src/analyses/analysis";
import type { LinearSolution, SolveRequest } from "../../src/domain/linear-program";
import { Cancelled, pump, type PumpClock, type Solve } from "../../src/workers/pump";
import { createSolveur, type SolverEvents } from "../../src/workers/solveur/solveur";

const REQUEST: SolveRequest = {
  program: {
    sense: "max", names: ["y"], cost: Float64Array.of(1), lower: Float64Array.of(0), upper: Float64Array.of(1), integer: Uint8Array.of(1),
    rowNames: [], rowLower: Float64Array.of(), rowUpper: Float64Array.of(), start: Int32Array.of(0), column: Int32Array.of(), value: Float64Array.of(),
  },
  first: null,
  seconds: 10,
};
const SOLVED: LinearSolution = { status: "optimal", values: Float64Array.of(1), bound: 1, seconds: 0.1 };
const never = new AbortController().signal;
const clock: PumpClock = { now: () => 0, pause: () => Promise.resolve() };

function* asking(): Generator<Progress | SolveRequest, string, LinearSolution | void> {
  yield { part: 0.5, etape: "trajets" };
  const answer = yield REQUEST;
  yield { part: 0.9, etape: "territoires" };
  return answer?.status ?? "sans solveur";
}

describe("pump", () => {
  it("has the programmes solved and hands over the solutions", async () => {
    const solve: Solve = () => Promise.resolve(SOLVED);
    expect(await pump(asking(), { clock, signal: never, onProgress: () => undefined, solve })).toBe("optimal");
  });

  it("goes on without a solver", async () => {
    expect(await pump(asking(), { clock, signal: never, onProgress: () => undefined })).toBe("sans solveur");
  });

  it("tells the gap as progress on what is left", async () => {
    const told: number[] = [];
    const ticking = { now: () => (tick += 20), pause: () => Promise.resolve() };
    let tick = 0;
    const solve: Solve = (_request, _signal, tell) => {
      for (const gap of [1, 0.5, 0]) tell(gap);
      return Promise.resolve(SOLVED);
    };
    await pump(asking(), { clock: ticking, signal: never, onProgress: ({ part }) => told.push(part), solve });
    expect(told).toEqual([0.5, 0.5, 0.75, 1, 0.9]);
  });

  it("stops when it is cancelled while a programme is being solved", async () => {
    const controller = new AbortController();
    const solve: Solve = () => {
      controller.abort();
      return Promise.resolve(SOLVED);
    };
    await expect(pump(asking(), { clock, signal: controller.signal, onProgress: () => undefined, solve })).rejects.toThrow(Cancelled);
  });
});

/** Solvers started one after the other: what each was posted, and whether it was ended. */
function fakeSolvers() {
  const started: { readonly events: SolverEvents; readonly posted: SolveRequest[]; ended: boolean }[] = [];
  const solve = createSolveur((events) => {
    const one = { events, posted: [] as SolveRequest[], ended: false };
    started.push(one);
    return { post: (request) => one.posted.push(request), terminate: () => (one.ended = true) };
  });
  return { started, solve };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("createSolveur", () => {
  it("starts one worker, and asks it one programme after the other", async () => {
    const { started, solve } = fakeSolvers();
    const gaps: number[] = [];
    const first = solve(REQUEST, never, (gap) => gaps.push(gap));
    const second = solve(REQUEST, never, () => undefined);
    await turn();
    expect(started.map(({ posted }) => posted.length)).toEqual([1]);
    started[0]!.events.message({ type: "ecart", gap: 0.25 });
    started[0]!.events.message({ type: "fin", solution: SOLVED });
    expect([await first, gaps]).toEqual([SOLVED, [0.25]]);
    await turn();
    expect(started.map(({ posted }) => posted.length)).toEqual([2]);
    started[0]!.events.message({ type: "fin", solution: { ...SOLVED, status: "arrete" } });
    expect((await second).status).toBe("arrete");
  });

  it("ends the worker of a programme that is aborted, and starts another for the next one", async () => {
    const { started, solve } = fakeSolvers();
    const controller = new AbortController();
    const first = solve(REQUEST, controller.signal, () => undefined);
    const second = solve(REQUEST, never, () => undefined);
    await turn();
    controller.abort();
    expect([(await first).status, started[0]!.ended]).toEqual(["echec", true]);
    await turn();
    expect(started).toHaveLength(2);
    started[1]!.events.message({ type: "fin", solution: SOLVED });
    expect(await second).toEqual(SOLVED);
  });

  it("gives up a programme whose worker crashes", async () => {
    const { started, solve } = fakeSolvers();
    const solved = solve(REQUEST, never, () => undefined);
    await turn();
    started[0]!.events.crash();
    expect(await solved).toEqual({ status: "echec", values: null, bound: Number.NaN, seconds: 0 });
  });

  it("asks nothing for a programme aborted beforehand", async () => {
    const { started, solve } = fakeSolvers();
    const controller = new AbortController();
    controller.abort();
    expect((await solve(REQUEST, controller.signal, () => undefined)).status).toBe("echec");
    expect(started).toEqual([]);
  });
});
