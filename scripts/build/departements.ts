import { A_CONFIRMER, LICENCE_OUVERTE } from "./licences";
import type { SourceRow } from "./source";
import { cell, numberOf, readRows } from "./source";
import type { Built, Source, Step } from "./step";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

const byKey = (key: (row: SourceRow) => string) => (a: SourceRow, b: SourceRow) => (key(a) < key(b) ? -1 : 1);

function professions(source: Source): Built {
  return csvResource<SourceRow>(
    {
      name: "departements-professions",
      title: "Professionnels de santé libéraux par département",
      description: "Effectifs libéraux de l'Assurance maladie par profession et par département, au 31 décembre. Sauf les généralistes, ces professions ne sont connues qu'à ce niveau.",
      licenses: [A_CONFIRMER],
      sources: [{ title: "Démographie des professionnels de santé libéraux (data.ameli.fr)", path: "https://data.ameli.fr/" }],
      publisher: "Assurance maladie (CNAM)",
      vintage: "2024-12-31",
      quality: "officiel",
      note: "Licence à confirmer auprès du producteur. Les densités se recalculent depuis les effectifs : celles du fichier d'origine mêlent plusieurs dénominateurs.",
    },
    [
      texteRequis("dep", "Département", (r) => cell(r, "departement")),
      texteRequis("profession", "Profession", (r) => cell(r, "profession_sante")),
      entier("effectif", "Effectif", (r) => numberOf(r, "effectif"), { unit: "nombre", constraints: { required: true } }),
      entier("annee", "Année", (r) => numberOf(r, "annee"), { unit: "annee", constraints: { required: true } }),
    ],
    readRows(source, "sante/cnam-liberaux-2024-departements.csv", ";").toSorted(byKey((r) => `${cell(r, "departement")} ${cell(r, "profession_sante")}`)),
    { primaryKey: ["dep", "profession", "annee"] },
  );
}

interface AplAnnee {
  readonly dep: string;
  readonly annee: number;
  readonly apl: number;
  /** Known for 2024 only. */
  readonly population: number | null;
  readonly sousDeuxEtDemi: number | null;
}

function aplDepartements(source: Source): Built {
  const rows = readRows(source, "sante/apl-mg-2024-departements.csv", ";").toSorted(byKey((r) => cell(r, "dep")));
  const years = rows.flatMap((r): readonly AplAnnee[] => [
    { dep: cell(r, "dep"), annee: 2023, apl: numberOf(r, "apl_mg_2023"), population: null, sousDeuxEtDemi: null },
    { dep: cell(r, "dep"), annee: 2024, apl: numberOf(r, "apl_mg_2024"), population: numberOf(r, "population"), sousDeuxEtDemi: numberOf(r, "pop_sous_2_5") },
  ]);
  return csvResource<AplAnnee>(
    {
      name: "departements-apl",
      title: "APL aux médecins généralistes par département",
      description: "Accessibilité potentielle localisée 2023 et 2024, et population vivant sous 2,5 consultations par an et par habitant en 2024.",
      licenses: [LICENCE_OUVERTE],
      sources: [{ title: "Accessibilité potentielle localisée 2024 (DREES, juillet 2026)", path: "https://data.drees.solidarites-sante.gouv.fr/" }],
      publisher: "DREES",
      vintage: "2024",
      quality: "officiel",
    },
    [
      texteRequis("dep", "Département", (r) => r.dep),
      entier("annee", "Année", (r) => r.annee, { unit: "annee", constraints: { required: true } }),
      nombre("apl_mg", "APL aux médecins généralistes", 2, (r) => r.apl, { unit: "consultations", description: "consultations par an et par habitant standardisé" }),
      entier("population", "Population", (r) => r.population, { unit: "habitants", description: "2024 seulement" }),
      entier("population_sous_2_5", "Population sous 2,5 consultations", (r) => r.sousDeuxEtDemi, { unit: "habitants", description: "2024 seulement" }),
    ],
    years,
    { primaryKey: ["dep", "annee"] },
  );
}

/** Age bands of the source file, each the column it comes from. */
const TRANCHES: readonly (readonly [source: string, tranche: string])[] = [
  ["De 0 à 9 ans", "0-9"],
  ["De 10 à 24 ans", "10-24"],
  ["De 25 à 29 ans", "25-29"],
  ["De 30 à 39 ans", "30-39"],
  ["De 40 à 49 ans", "40-49"],
  ["De 50 à 59 ans", "50-59"],
  ["De 60 à 69 ans", "60-69"],
  ["De 70 à 74 ans", "70-74"],
  ["De 75 à 79 ans", "75-79"],
  ["80 et plus", "80+"],
];

interface Tranche {
  readonly row: SourceRow;
  readonly tranche: string;
  readonly habitants: number;
}

function ages(source: Source): Built {
  const rows = readRows(source, "geo/population-age-departements-2021.csv", ",").toSorted(byKey((r) => cell(r, "id")));
  return csvResource<Tranche>(
    {
      name: "departements-ages",
      title: "Population par âge et par département",
      description: "Habitants par tranche d'âge au 1er janvier 2021, dans tous les départements. L'âge n'est connu qu'au niveau du département.",
      licenses: [LICENCE_OUVERTE],
      sources: [{ title: "Estimations de population par âge (INSEE)", path: "https://www.insee.fr/" }],
      publisher: "INSEE",
      vintage: "2021-01-01",
      quality: "officiel",
    },
    [
      texteRequis("dep", "Département", (t) => cell(t.row, "id")),
      texteRequis("nom", "Nom", (t) => cell(t.row, "name")),
      texteRequis("tranche", "Tranche d'âge", (t) => t.tranche, "bornes comprises, en années"),
      entier("habitants", "Habitants", (t) => t.habitants, { unit: "habitants", constraints: { required: true } }),
    ],
    rows.flatMap((row) => TRANCHES.map(([column, tranche]) => ({ row, tranche, habitants: numberOf(row, column) }))),
    { primaryKey: ["dep", "tranche"] },
  );
}

export const departementsStep: Step = {
  resources: ["departements-professions", "departements-apl", "departements-ages"],
  build: (source) => [professions(source), aplDepartements(source), ages(source)],
};
