import { describe, expect, it } from "vitest";
import { CLES_VITESSE, KMH_MIN } from "../../src/domain/vitesses";
import { CLASS_MASK, ROAD_CLASSES } from "../../src/geo/graph/road-graph";
import { reweigh } from "../../src/geo/road-network";
import { applyScenario, kmhOf } from "../../src/geo/speed-scenario";
import type { SpeedTable } from "../../src/geo/speeds";
import { loadReseau } from "../analyses/run";

const TABLE: SpeedTable = { kmh: [86, 123, 73, 108, 48, 59, 44, 58, 42, 59, 23, 40, 58], dense: [80, 53, 30, 33, 24, 12], thr: 110, secPer90: 4, constMin: 0.5 };
const RIEN = { prereglage: null, kmh: {}, fermees: [] } as const;

describe("applyScenario", () => {
  it("reads each cell of the table where the classes say", () => {
    expect(CLES_VITESSE.slice(0, 3).map((cle) => kmhOf(TABLE, cle))).toEqual([86, 123, 80]);
    expect(["secondaire/urbain", "secondaire/rural", "secondaire/dense"].map((cle) => kmhOf(TABLE, cle as (typeof CLES_VITESSE)[number]))).toEqual([44, 58, 33]);
  });
  it("changes nothing without a hypothesis", () => {
    expect(applyScenario(TABLE, RIEN)).toEqual({ ...TABLE, closed: [] });
  });
  it("takes 10 km/h from secondary roads, and from them only", () => {
    const { kmh, dense } = applyScenario(TABLE, { ...RIEN, prereglage: "secondaire-10" });
    expect(kmh).toEqual([86, 123, 73, 108, 48, 59, 34, 48, 42, 59, 23, 40, 58]);
    expect(dense).toEqual([80, 53, 30, 23, 24, 12]);
  });
  it("slows dense towns most at peak hours", () => {
    const peak = applyScenario(TABLE, { ...RIEN, prereglage: "pointe" });
    expect([peak.kmh[4], peak.kmh[5], peak.dense[2]]).toEqual([38.4, 56.1, 21]);
  });
  it("slows everything in the snow, ramps too", () => {
    const snow = applyScenario(TABLE, { ...RIEN, prereglage: "neige" });
    expect([snow.kmh[1], snow.kmh[12], snow.dense[5]]).toEqual([73.8, 34.8, 7.2]);
  });
  it("never goes under a walk", () => {
    const slow = { ...TABLE, dense: [80, 53, 30, 12, 24, 12] };
    expect(applyScenario(slow, { ...RIEN, prereglage: "secondaire-10" }).dense[3]).toBe(KMH_MIN);
  });
  it("gives way to the figures of the user", () => {
    const { kmh, dense } = applyScenario(TABLE, { prereglage: "neige", kmh: { "principale/rural": 70, "desserte/dense": 9 }, fermees: [] });
    expect([kmh[5], dense[5]]).toEqual([70, 9]);
  });
});

describe("reweigh", () => {
  it("lets nobody on closed classes, and leaves the default network as it was", async () => {
    const { network } = await loadReseau();
    const before = network.seconds.slice();
    const { seconds } = reweigh(network, applyScenario(network.speeds, { ...RIEN, fermees: ["voie-rapide"] }));
    const trunk = ROAD_CLASSES.indexOf("trunk");
    const wrong = before.findIndex((value, edge) => seconds[edge] !== ((network.graph.attributes[edge]! & CLASS_MASK) === trunk ? Number.POSITIVE_INFINITY : value));
    expect(wrong).toBe(-1);
    expect(network.seconds).toEqual(before);
  });
});
