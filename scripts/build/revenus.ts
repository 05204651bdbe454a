import type { Groupe } from "./communes-fusionnees";
import { groupByCommune, numbersOf, sum, weightedMean } from "./communes-fusionnees";
import { LICENCE_OUVERTE } from "./licences";
import { readRows } from "./source";
import type { Step } from "./step";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

export const revenusStep: Step = {
  resources: ["revenus"],
  build(source) {
    const rows = readRows(source, "geo/revenus-filosofi-2021-na.csv", ";");
    const groupes = groupByCommune(rows, "CODGEO");
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
          entier("menages", "Ménages fiscaux", (g) => sum(numbersOf(g, "NBMENFISC21")), { unit: "nombre" }),
          entier("personnes", "Personnes des ménages fiscaux", (g) => sum(numbersOf(g, "NBPERSMENFISC21")), { unit: "habitants" }),
          nombre("revenu_median", "Revenu médian annuel", 0, (g) => weightedMean(numbersOf(g, "MED21"), numbersOf(g, "NBPERSMENFISC21")), { unit: "euros" }),
        ],
        groupes,
        { primaryKey: ["code"] },
      ),
    ];
  },
};
