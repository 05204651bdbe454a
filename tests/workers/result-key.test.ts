import { describe, expect, it } from "vitest";
import type { DemandeMoteur } from "../../src/domain/moteur";
import type { RunRequest } from "../../src/workers/protocol";
import { resultKey } from "../../src/workers/result-key";
import { TEMPS } from "./package";

const sites = (lon: number) => ({ ids: ["1"], noms: ["a"], communes: [null], lon: Float64Array.of(lon), lat: Float64Array.of(45), capacite: Float64Array.of(1) });
const key = (change: Partial<RunRequest>, version = 1, revision = "abc", origine: Parameters<typeof resultKey>[3] = "route") => resultKey({ ...TEMPS, ...change }, version, revision, origine);

const moteur = (change: Partial<DemandeMoteur>): DemandeMoteur => ({ id: "osrm", adresse: "http://localhost:5000", cle: "", accord: { moteur: "osrm", origine: "http://localhost:5000" }, ...change });

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
      key({}, 1, "abc", "estimation"),
      key({ moteur: moteur({}) }, 1, "abc", "moteur"),
      key({ moteur: moteur({ adresse: "http://localhost:5001" }) }, 1, "abc", "moteur"),
      key({ moteur: moteur({ id: "valhalla" }) }, 1, "abc", "moteur"),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("holds nothing of the user's key for an engine", () => {
    expect(key({ moteur: moteur({ cle: "secret" }) }, 1, "abc", "moteur")).toBe(key({ moteur: moteur({ cle: "autre" }) }, 1, "abc", "moteur"));
  });
});
