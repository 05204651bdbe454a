import { beforeEach, describe, expect, it, vi } from "vitest";
import { serveFond } from "../../src/map/fond";

type Answer = (request: { readonly url: string }) => Promise<{ readonly data: ArrayBuffer }>;
const asked = vi.hoisted(() => ({ answer: null as Answer | null }));
vi.mock("maplibre-gl", () => ({
  addProtocol: (_: string, answer: Answer) => {
    asked.answer = answer;
  },
}));

const page = new EventTarget();
beforeEach(() => {
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});

const TUILES = new Map([["1/2", Uint8Array.of(7)]]);
const tileOf = async (archive: string): Promise<readonly number[]> => [...new Uint8Array((await asked.answer!({ url: `fond://${archive}&tuile=1/2` })).data)];
const online = (): boolean => page.dispatchEvent(new Event("online"));

describe("an archive of the ground", () => {
  it("is read once for all its tiles", async () => {
    const read = vi.fn(() => Promise.resolve(TUILES));
    const stop = serveFond(read, () => undefined);
    expect([await tileOf("a"), await tileOf("a"), read.mock.calls.length]).toEqual([[7], [7], 1]);
    stop();
  });

  it("that could not be had leaves its tiles empty, and is not asked for at every tile", async () => {
    const read = vi.fn(() => Promise.resolve(null));
    const stop = serveFond(read, () => undefined);
    expect([await tileOf("b"), await tileOf("b"), read.mock.calls.length]).toEqual([[], [], 1]);
    stop();
  });

  it("is asked for again when the network is back, and the map for its tiles", async () => {
    const read = vi.fn<() => Promise<typeof TUILES | null>>(() => Promise.resolve(TUILES)).mockResolvedValueOnce(null);
    const refresh = vi.fn();
    const stop = serveFond(read, refresh);
    await tileOf("c");
    online();
    expect(refresh).toHaveBeenCalledOnce();
    expect([await tileOf("c"), read.mock.calls.length]).toEqual([[7], 2]);
    // All is there: nothing to ask for.
    online();
    expect(refresh).toHaveBeenCalledOnce();
    stop();
  });

  it("is not asked for by a map that is gone", async () => {
    const refresh = vi.fn();
    const stop = serveFond(() => Promise.resolve(null), refresh);
    await tileOf("d");
    stop();
    online();
    expect(refresh).not.toHaveBeenCalled();
  });
});
