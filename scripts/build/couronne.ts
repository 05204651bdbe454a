import { LICENCE_OUVERTE } from "./licences";
import type { SourceRow } from "./source";
import { cell, numberOf, numberOrNull, readRows } from "./source";
import type { Step } from "./step";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

export const couronneStep: Step = {
  resources: ["communes-couronne"],
  build: (source) => [
    csvResource<SourceRow>(
      {
        name: "communes-couronne",
        title: "Communes de la couronne",
        description: "Offre et demande dans les communes des 13 départements voisins, pour que les calculs ne s'arrêtent pas à la limite de la région.",
        licenses: [LICENCE_OUVERTE],
        sources: [
          { title: "Base permanente des équipements 2020 (INSEE)", path: "https://www.insee.fr/fr/statistiques/3568638" },
          { title: "Accessibilité potentielle localisée 2021 (DREES)", path: "https://data.drees.solidarites-sante.gouv.fr/" },
        ],
        publisher: "INSEE, DREES",
        vintage: "BPE 2020, APL 2021",
        quality: "officiel",
        note: "Seulement les communes proches de la région. Leur contour n'est pas dans le projet.",
      },
      [
        texteRequis("code", "Code INSEE", (r) => cell(r, "code_insee")),
        texteRequis("nom", "Commune", (r) => cell(r, "libelle")),
        nombre("lon", "Longitude", 5, (r) => numberOf(r, "lon"), { unit: "degres", constraints: { required: true } }),
        nombre("lat", "Latitude", 5, (r) => numberOf(r, "lat"), { unit: "degres", constraints: { required: true } }),
        entier("population_2021", "Population totale 2021", (r) => numberOrNull(r, "pop_totale_2021"), { unit: "habitants" }),
        entier("medecins_generalistes", "Médecins généralistes (BPE 2020)", (r) => numberOrNull(r, "nb_medg_bpe2020"), { unit: "nombre" }),
        nombre("apl_mg", "APL aux médecins généralistes 2021", 3, (r) => numberOrNull(r, "apl_mg_2021"), { unit: "consultations" }),
        nombre("population_standardisee", "Population standardisée (médecine générale)", 3, (r) => numberOrNull(r, "pop_standardisee_mg"), { unit: "habitants" }),
      ],
      readRows(source, "sante/communes-couronne-2021.csv", ";").toSorted((a, b) => (cell(a, "code_insee") < cell(b, "code_insee") ? -1 : 1)),
      { primaryKey: ["code"] },
    ),
  ],
};
