import { describe, expect, it } from "vitest";
import type { Progress } from "../../src/analyses/analysis";
import { Cancelled, pump } from "../../src/workers/pump";
import type { PumpClock } from "../../src/workers/pump";

/** Each reading of the clock is 1 ms after the one before; pauses are counted. */
function tickingClock() {
  let time = 0;
  let pauses = 0;
  const clock: PumpClock = {
    now: () => (time += 1),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  };
  return { clock, pauses: () => pauses };
}

function* counting(steps: number): Generator<Progress, string, void> {
  for (let i = 1; i <= steps; i += 1) yield { part: i / steps, etape: "trajets" };
  return "fini";
}

function* broken(): Generator<Progress, string, void> {
  yield { part: 0, etape: "sites" };
  throw new Error("cassé");
}

const never = new AbortController().signal;

describe("pump", () => {
  it("gives what the computation returns", async () => {
    const { clock } = tickingClock();
    await expect(pump(counting(5), { clock, signal: never, onProgress: () => undefined })).resolves.toBe("fini");
  });

  it("pauses once a slice of 12 ms, telling how far it is", async () => {
    const { clock, pauses } = tickingClock();
    const told: number[] = [];
    await pump(counting(36), { clock, signal: never, onProgress: ({ part }) => told.push(part) });
    // The clock gains 1 ms a reading: one reading opens the slice, one follows each of its steps.
    expect(told).toEqual([12 / 36, 24 / 36, 1]);
    expect(pauses()).toBe(3);
  });

  it("does not pause for what fits in one slice", async () => {
    const { clock, pauses } = tickingClock();
    await pump(counting(11), { clock, signal: never, onProgress: () => undefined });
    expect(pauses()).toBe(0);
  });

  it("stops between two slices once cancelled", async () => {
    const { clock } = tickingClock();
    const controller = new AbortController();
    let slices = 0;
    const onProgress = () => {
      slices += 1;
      if (slices === 2) controller.abort();
    };
    await expect(pump(counting(1000), { clock, signal: controller.signal, onProgress })).rejects.toBeInstanceOf(Cancelled);
    expect(slices).toBe(2);
  });

  it("lets the error of a computation through", async () => {
    await expect(pump(broken(), { clock: tickingClock().clock, signal: never, onProgress: () => undefined })).rejects.toThrow("cassé");
  });
});
