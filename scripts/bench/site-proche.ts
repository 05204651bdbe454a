import { featureCollection, nearestPoint, point } from "@turf/turf";
import { nearestOf } from "../../src/geo/point-index";
import { duel } from "./bench";
import { pointsOf, readRows } from "./donnees";

export const siteProche = duel({
  nom: "site-proche",
  titre: "pharmacie la plus proche à vol d'oiseau, toutes communes",
  pair: "Turf nearestPoint",
  prepare() {
    const from = pointsOf(readRows("communes.csv"));
    const to = pointsOf(readRows("etablissements.csv").filter((row) => row["genre"] === "pharmacie"));
    const sites = featureCollection(to.lon.map((x, i) => point([x, to.lat[i] ?? Number.NaN])));
    const origins = from.lon.map((x, i) => point([x, from.lat[i] ?? Number.NaN]));
    return {
      n: origins.length,
      ours: () => nearestOf(from.lon, from.lat, to.lon, to.lat),
      peer: () => origins.map((origin) => nearestPoint(origin, sites)),
      difference(ours, peer) {
        // Same kilometres: two sites at one address are as near as each other.
        const wrong = peer.findIndex((f, i) => Math.abs(f.properties.distanceToPoint - (ours.km[i] ?? Number.NaN)) > 1e-3);
        return wrong < 0 ? null : `commune ${String(wrong)}`;
      },
    };
  },
});
