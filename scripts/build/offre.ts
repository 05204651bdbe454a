import type { Groupe } from "./communes-fusionnees";
import { groupByCommune, numbersOf, sum, weightedMean } from "./communes-fusionnees";
import { LICENCE_OUVERTE } from "./licences";
import { readRows } from "./source";
import type { Built, Step } from "./step";
import type { ColumnOf } from "./table-csv";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

/** BPE 2020: source column, our column, INSEE's type of equipment. D103 is long stay and D104 psychiatry with beds. */
const EQUIPEMENTS: readonly (readonly [source: string, name: string, title: string])[] = [
  ["nb_medg_bpe2020", "medecins_generalistes", "Médecins généralistes (BPE)"],
  ["nb_d101_2020", "court_sejour", "Établissements de santé, court séjour (D101)"],
  ["nb_d102_2020", "moyen_sejour", "Établissements de santé, moyen séjour (D102)"],
  ["nb_d103_2020", "long_sejour", "Établissements de santé, long séjour (D103)"],
  ["nb_d104_2020", "psychiatrie", "Établissements psychiatriques avec hébergement (D104)"],
  ["nb_d109_2020", "psychiatrie_ambulatoire", "Structures psychiatriques en ambulatoire (D109)"],
  ["nb_d106_2020", "urgences_bpe", "Services d'urgences (D106)"],
  ["nb_d107_2020", "maternites", "Maternités (D107)"],
  ["nb_d108_2020", "centres_sante_bpe", "Centres de santé, toutes activités (D108)"],
  ["nb_d113_2020", "msp_bpe", "Maisons de santé pluriprofessionnelles (D113)"],
  ["nb_d302_2020", "laboratoires", "Laboratoires d'analyses (D302)"],
  ["nb_d303_2020", "ambulances", "Ambulances (D303)"],
  ["nb_d307_2020", "pharmacies", "Pharmacies (D307)"],
];

const APL: readonly (readonly [source: string, name: string, title: string])[] = [
  ["apl_mg_2021", "apl_mg", "APL aux médecins généralistes"],
  ["apl_mg_2021_65ans_moins", "apl_mg_65", "APL aux médecins généralistes de 65 ans ou moins"],
  ["apl_mg_2021_62ans_moins", "apl_mg_62", "APL aux médecins généralistes de 62 ans ou moins"],
  ["apl_inf_2021", "apl_infirmiers", "APL aux infirmiers"],
  ["apl_mk_2021", "apl_kines", "APL aux masseurs-kinésithérapeutes"],
  ["apl_sf_2021", "apl_sages_femmes", "APL aux sages-femmes"],
  ["apl_cd_2021", "apl_dentistes", "APL aux chirurgiens-dentistes"],
];

const POIDS = "pop_standardisee_mg";
const PER_100K = "équivalents temps plein pour 100 000 habitants standardisés";
const PER_100K_FEMMES = "équivalents temps plein pour 100 000 femmes standardisées";

function bpe(groupes: readonly Groupe[]): Built {
  const counts = EQUIPEMENTS.map(
    ([column, name, title]): ColumnOf<Groupe> => entier(name, title, (g) => sum(numbersOf(g, column)), { unit: "nombre" }),
  );
  return csvResource(
    {
      name: "bpe",
      title: "Équipements de santé par commune",
      description: "Base permanente des équipements 2020, reportée sur les communes de 2026 : les effectifs des communes fusionnées sont additionnés.",
      licenses: [LICENCE_OUVERTE],
      sources: [{ title: "Base permanente des équipements 2020 (INSEE)", path: "https://www.insee.fr/fr/statistiques/3568638" }],
      publisher: "INSEE",
      vintage: "2020",
      quality: "officiel",
      note: "La BPE compte 440 médecins généralistes en Haute-Vienne là où l'Assurance maladie en compte 398 : les définitions diffèrent, ne pas les mêler dans une même série.",
    },
    [texteRequis<Groupe>("code", "Code INSEE", (g) => g.code), ...counts],
    groupes,
    { primaryKey: ["code"] },
  );
}

function apl(groupes: readonly Groupe[]): Built {
  const means = APL.map(([column, name, title]): ColumnOf<Groupe> => {
    const value = (g: Groupe): number | null => weightedMean(numbersOf(g, column), numbersOf(g, POIDS));
    return name.startsWith("apl_mg")
      ? nombre(name, title, 3, value, { unit: "consultations", description: "consultations par an et par habitant standardisé" })
      : nombre(name, title, 3, value, { unit: "pour_100k", description: name === "apl_sages_femmes" ? PER_100K_FEMMES : PER_100K });
  });
  return csvResource(
    {
      name: "apl",
      title: "Accessibilité potentielle localisée 2021",
      description:
        "APL de la DREES, reportée sur les communes de 2026 : celle d'une commune fusionnée est la moyenne des anciennes, pondérée par la population standardisée.",
      licenses: [LICENCE_OUVERTE],
      sources: [{ title: "Accessibilité potentielle localisée 2021 (DREES)", path: "https://data.drees.solidarites-sante.gouv.fr/" }],
      publisher: "DREES",
      vintage: "2021",
      quality: "officiel",
      note: "L'APL est un indicateur de la DREES, sans recalcul ici. L'écart entre l'APL et celle des médecins de 65 ans ou moins annonce les départs.",
    },
    [
      texteRequis<Groupe>("code", "Code INSEE", (g) => g.code),
      entier<Groupe>("population_2021", "Population totale de la table APL 2021", (g) => sum(numbersOf(g, "pop_totale_drees_apl2021")), { unit: "habitants" }),
      nombre<Groupe>("population_standardisee", "Population standardisée (médecine générale)", 3, (g) => sum(numbersOf(g, POIDS)), { unit: "habitants" }),
      ...means,
    ],
    groupes,
    { primaryKey: ["code"] },
  );
}

export const offreStep: Step = {
  resources: ["bpe", "apl"],
  build(source) {
    const rows = readRows(source, "sante/offre-apl-communes-na.csv", ";");
    const groupes = groupByCommune(rows, "code_insee");
    return [bpe(groupes), apl(groupes)];
  },
};
