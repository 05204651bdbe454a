import { area, featureCollection, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { dissolve } from "../../src/geo/dissolve";
import { duel } from "./bench";
import { communes, communesTopology, readRows } from "./donnees";

type Outline = Feature<Polygon | MultiPolygon>;

/** Haute-Vienne and its neighbours: Turf takes 4 ms a commune. */
const DEPARTEMENTS = new Set(["16", "19", "23", "24", "86", "87"]);

function merge(parts: readonly Outline[]): Outline {
  const merged = parts.length === 1 ? parts[0] : union(featureCollection([...parts]));
  if (merged === undefined || merged === null) throw new Error("union of nothing");
  return merged;
}

export const dissoudre = duel({
  nom: "dissoudre",
  titre: "fondre en EPCI les communes de six départements",
  pair: "Turf union",
  prepare() {
    const topology = communesTopology();
    const around = readRows("communes.csv").filter((row) => DEPARTEMENTS.has(row["dep"] ?? ""));
    const epciOf = new Map(around.map((row) => [row["code"] ?? "", row["epci"] ?? ""]));
    const groups = new Map<string, Outline[]>();
    for (const feature of communes().features) {
      const epci = epciOf.get(String(feature.id)) ?? "";
      if (epci !== "") groups.set(epci, [...(groups.get(epci) ?? []), feature]);
    }
    return {
      n: epciOf.size,
      ours: () => dissolve(topology, "communes", (code) => epciOf.get(code) || null),
      peer: () => new Map([...groups].map(([epci, parts]) => [epci, merge(parts)])),
      difference(ours, peer) {
        if (ours.features.length !== peer.size) return `${String(ours.features.length)} groupes et ${String(peer.size)}`;
        // The areas of ours are those of the communes to 1e-12; Turf's unions lose or gain slivers, up to 2.5e-5.
        const wrong = ours.features.find((f) => Math.abs(area(f) / area(peer.get(String(f.id)) ?? f) - 1) > 1e-4 || !peer.has(String(f.id)));
        return wrong === undefined ? null : `surface de ${String(wrong.id)}`;
      },
    };
  },
});
