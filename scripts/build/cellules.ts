import { LICENCE_OUVERTE, ODBL } from "./licences";
import { cell, numberOf, readRows } from "./source";
import type { Step } from "./step";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

interface Cellule {
  readonly x: number;
  readonly y: number;
  readonly code: string;
  readonly population: number;
}

/** Commune by commune, then from south to north: neighbours follow each other, which packs best. */
function byPlace(a: Cellule, b: Cellule): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.y - b.y || a.x - b.x;
}

export const cellulesStep: Step = {
  resources: ["cellules"],
  build: (source) => [
    csvResource<Cellule>(
      {
        name: "cellules",
        title: "Population estimée par carreau de 500 m",
        description: "La population municipale 2023 de chaque commune, répartie au prorata de la surface bâtie (400 m² au plus par bâtiment). Une ligne par carreau et par commune.",
        licenses: [ODBL, LICENCE_OUVERTE],
        sources: [
          { title: "Bâtiments OpenStreetMap, août 2021", path: "https://www.openstreetmap.org/copyright" },
          { title: "Populations légales municipales 2023 (INSEE)", path: "https://www.insee.fr/" },
        ],
        publisher: "Projet Maillage, d'après les contributeurs d'OpenStreetMap et l'INSEE",
        vintage: "bâti 2021, population 2023",
        quality: "derive",
        note: "Estimation : les habitants sont répartis selon la surface bâtie, sans distinguer logements, usines et granges.",
      },
      [
        entier("x", "Est, coin inférieur gauche (Lambert-93)", (c) => c.x, { unit: "metres", constraints: { required: true } }),
        entier("y", "Nord, coin inférieur gauche (Lambert-93)", (c) => c.y, { unit: "metres", constraints: { required: true } }),
        texteRequis("code", "Code INSEE", (c) => c.code),
        nombre("population", "Habitants estimés", 1, (c) => c.population, { unit: "habitants", constraints: { required: true } }),
      ],
      readRows(source, "geo/cellules-500m-na.csv.gz", ",")
        .map((r) => ({ x: numberOf(r, "x_l93"), y: numberOf(r, "y_l93"), code: cell(r, "code_commune"), population: numberOf(r, "population_estimee") }))
        .toSorted(byPlace),
      { primaryKey: ["x", "y", "code"], packed: true },
    ),
  ],
};
