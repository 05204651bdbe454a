import { describe, expect, it } from "vitest";
import type { RunRequest } from "../../src/workers/protocol";
import { resultKey } from "../../src/workers/result-key";
import { TEMPS } from "./package";

const sites = (lon: number) => ({ ids: ["1"], noms: ["a"], communes: [null], lon: Float64Array.of(lon), lat: Float64Array.of(45), capacite: Float64Array.of(1) });
const key = (change: Partial<RunRequest>, version = 1, revision = "abc") => resultKey({ ...TEMPS, ...change }, version, revision);

describe("resultKey", () => {
  it("is 16 hexadecimal characters", () => {
    expect(key({})).toMatch(/^[0-9a-f]{16}$/);
  });

  it("does not depend on the order of the keys", () => {
    const { genres, seuil } = { genres: ["msp"], seuil: 20 };
    expect(key({ params: { seuil, genres } })).toBe(key({ params: { genres, seuil } }));
  });

  it("tells apart whatever changes a figure", () => {
    const keys = [
      key({}),
      key({ analyse: "couverture" }),
      key({ params: { genres: ["msp"], seuil: 21 } }),
      key({ params: { genres: ["msp", "pharmacie"], seuil: 20 } }),
      key({ perimetre: { ...TEMPS.perimetre, niveau: "epci" } }),
      key({ perimetre: { ...TEMPS.perimetre, territoire: { genre: "departement", code: "23", nom: "Creuse" } } }),
      key({ selection: { exclus: ["870"], corrections: true, ajouts: [] } }),
      key({ selection: { exclus: [], corrections: false, ajouts: [] } }),
      key({ sites: sites(1) }),
      key({ sites: sites(1.1) }),
      key({}, 2),
      key({}, 1, "def"),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
