import { groupByCommune, sum, weightedMean } from "./communes-fusionnees";
import { LICENCE_OUVERTE } from "./licences";
import type { SourceRow } from "./source";
import { cell, numberOrNull, readRows } from "./source";
import type { Step } from "./step";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

interface Groupe {
  readonly code: string;
  readonly rows: readonly SourceRow[];
}

const known = (groupe: Groupe, column: string): readonly (number | null)[] => groupe.rows.map((row) => numberOrNull(row, column));

export const revenusStep: Step = {
  resources: ["revenus"],
  build(source) {
    const rows = readRows(source, "geo/revenus-filosofi-2021-na.csv", ";");
    const groupes = [...groupByCommune(rows, (row) => cell(row, "CODGEO"))].map(([code, group]) => ({ code, rows: group }));
    return [
      csvResource<Groupe>(
        {
          name: "revenus",
          title: "Revenu médian par commune",
          description: "Filosofi 2021 : ménages fiscaux, personnes et revenu disponible médian par unité de consommation, sur les communes de 2026.",
          licenses: [LICENCE_OUVERTE],
          sources: [{ title: "Filosofi 2021 (INSEE)", path: "https://www.insee.fr/" }],
          publisher: "INSEE",
          vintage: "2021",
          quality: "officiel",
          note: "Vide là où l'INSEE garde le secret. Dans les huit communes issues d'une fusion depuis, le revenu est la moyenne des médianes pondérée par les personnes : une approximation.",
        },
        [
          texteRequis("code", "Code INSEE", (g) => g.code),
          entier("menages", "Ménages fiscaux", (g) => sum(known(g, "NBMENFISC21")), { unit: "nombre" }),
          entier("personnes", "Personnes des ménages fiscaux", (g) => sum(known(g, "NBPERSMENFISC21")), { unit: "habitants" }),
          nombre("revenu_median", "Revenu médian annuel", 0, (g) => weightedMean(known(g, "MED21"), known(g, "NBPERSMENFISC21")), { unit: "euros" }),
        ],
        groupes,
        { primaryKey: ["code"] },
      ),
    ];
  },
};
