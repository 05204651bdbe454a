import type { MapPort } from "../../src/map/reconcile";

export type Call = readonly [name: string, ...args: unknown[]];

/** A map that remembers what it was told, with sources of any name. */
export function fakeMap(): { readonly map: MapPort; readonly calls: Call[]; readonly names: () => string[] } {
  const calls: Call[] = [];
  const map = new Proxy({} as MapPort, {
    get: (_, name: string) =>
      name === "getSource"
        ? (id: string) => ({ setData: (data: unknown) => calls.push(["setData", id, data]), setTiles: (tiles: unknown) => calls.push(["setTiles", id, tiles]) })
        : (...args: unknown[]) => {
            calls.push([name, ...args]);
          },
  });
  return { map, calls, names: () => calls.map(([name]) => name) };
}
