import { featureCollection, point, tag } from "@turf/turf";
import { tagPoints } from "../../src/geo/point-index";
import { duel } from "./bench";
import { communes, pointsOf, readRows } from "./donnees";

/** Points to tag: Turf takes 3 ms for each. */
const POINTS = 1000;

export const etiqueter = duel({
  nom: "etiqueter",
  titre: "étiqueter des établissements par commune",
  pair: "Turf tag",
  prepare() {
    const polygons = communes();
    const all = pointsOf(readRows("etablissements.csv"));
    const every = Math.max(1, Math.floor(all.lon.length / POINTS));
    const pick = (_: number, i: number): boolean => i % every === 0 && i < POINTS * every;
    const [lon, lat] = [all.lon.filter(pick), all.lat.filter(pick)];
    const points = featureCollection(lon.map((x, i) => point([x, lat[i] ?? Number.NaN])));
    const codes = polygons.features.map((f) => f.properties?.["code"] as string);
    return {
      n: lon.length,
      ours: () => tagPoints(polygons, lon, lat),
      peer: () => tag(points, polygons, "code", "commune"),
      difference(ours, peer) {
        const wrong = peer.features.findIndex((f, i) => (f.properties?.["commune"] as string | undefined) !== codes[ours[i] ?? -1]);
        return wrong < 0 ? null : `point ${String(wrong)}`;
      },
    };
  },
});
