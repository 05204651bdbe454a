import { gzipSync } from "node:zlib";
import { DEPARTEMENTS_NA, NOMS_DEPARTEMENT } from "../../src/domain/perimetre";
import { RESSOURCES_TUILES } from "../../src/domain/ressource";
import { encodeTiles } from "../../src/geo/graph/encode-tiles";
import { HEADER } from "../../src/geo/graph/format";
import { nearestOf } from "../../src/geo/point-index";
import { GRAPHE_OSM } from "./graphe";
import { readRawGraph } from "./graphe-source";
import { cell, numberOf, readRows } from "./source";
import type { Built, Source, Step } from "./step";

/**
 * The tile of each place: that of the département of the nearest chef-lieu, in the region or around it. The reader
 * of tiles knows the chefs-lieux too, and so knows which tile any point belongs to without opening it.
 */
function tileOf(source: Source, lon: ArrayLike<number>, lat: ArrayLike<number>): Uint8Array {
  const communes = readRows(source, "geo/communes-na-attributs.csv", ",");
  const rank = communes.map((row) => (DEPARTEMENTS_NA as readonly string[]).indexOf(cell(row, "dep")));
  const { index } = nearestOf(lon, lat, communes.map((row) => numberOf(row, "lon")), communes.map((row) => numberOf(row, "lat")));
  return Uint8Array.from(index, (commune) => rank[commune]!);
}

function tuiles(source: Source): readonly Built[] {
  const raw = readRawGraph(source, "na");
  const owner = tileOf(source, raw.lon, raw.lat);
  const files = encodeTiles(raw, owner, DEPARTEMENTS_NA.length);
  return RESSOURCES_TUILES.map((name, rank): Built => {
    const dep = DEPARTEMENTS_NA[rank]!;
    const file = files[rank]!;
    return {
      descriptor: {
        name,
        path: `${name}.bin.gz`,
        title: `Graphe routier de Nouvelle-Aquitaine, tuile ${dep} (${NOMS_DEPARTEMENT[dep]})`,
        description: "Carrefours plus proches d'un chef-lieu de ce département que d'un autre, marge hors région comprise, et tronçons qui en partent. Les tuiles se recousent par leurs carrefours communs : format décrit octet par octet dans src/geo/graph/FORMAT.md.",
        ...GRAPHE_OSM,
      },
      // gzipSync writes no date: the same graph gives the same bytes.
      content: gzipSync(file, { level: 9 }),
      rows: new DataView(file.buffer).getUint32(HEADER.edgeCount, true),
    };
  });
}

/** Apart from the other graph: the region takes a minute and some memory. */
export const tuilesStep: Step = { resources: RESSOURCES_TUILES, build: tuiles };
