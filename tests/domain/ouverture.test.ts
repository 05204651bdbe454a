import { describe, expect, it } from "vitest";
import type { SiteList } from "../../src/domain/genre-site";
import { capacitesEffectives, nombreDeStructures, premiersDesStructures } from "../../src/domain/ouverture";

function list(n: number, rest: Partial<SiteList> = {}): SiteList {
  const at = new Float64Array(n);
  return { ids: Array.from({ length: n }, (_, i) => `s${i}`), noms: Array.from({ length: n }, () => ""), communes: Array.from({ length: n }, () => null), lon: at, lat: at, capacite: new Float64Array(n).fill(Number.NaN), ...rest };
}

describe("effective capacity", () => {
  it("is the capacity by the half-days of the week, ten being all of them", () => {
    expect([...capacitesEffectives(list(3, { capacite: Float64Array.of(10, 10, 3), demiJournees: Float64Array.of(10, 4, 5) }), 1)]).toEqual([10, 4, 1.5]);
  });
  it("is whole where the half-days are not known, and of what is given where the capacity is not", () => {
    expect([...capacitesEffectives(list(2, { demiJournees: Float64Array.of(Number.NaN, 2) }), 1)]).toEqual([1, 0.2]);
    expect([...capacitesEffectives(list(1), 1)]).toEqual([1]);
  });
  it("never passes full time, nor goes under none; a site that takes all who come still does when it is open", () => {
    expect([...capacitesEffectives(list(2, { capacite: Float64Array.of(8, 8), demiJournees: Float64Array.of(14, 0) }), 1)]).toEqual([8, 0]);
    expect([...capacitesEffectives(list(1, { demiJournees: Float64Array.of(3) }), Infinity)]).toEqual([Infinity]);
  });
});

describe("structures", () => {
  it("on several sites count once, where their first site is", () => {
    const sites = list(5, { structures: ["A", null, "A", "B", "A"] });
    expect([...premiersDesStructures(sites)]).toEqual([0, 1, 0, 3, 0]);
    expect(nombreDeStructures(sites)).toBe(3);
  });
  it("a site may be named by another as its structure", () => {
    expect(nombreDeStructures(list(3, { structures: [null, "s0", null] }))).toBe(2);
  });
  it("without any said, each site is one", () => {
    expect(nombreDeStructures(list(4))).toBe(4);
  });
});
