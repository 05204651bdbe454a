import { type GenreSite, LIBELLE_GENRE, type SelectionSites } from "../../domain/genre-site";
import type { Donnees, ResourceName } from "../../domain/ressource";
import { findColumn, numberValues, type Table, textValues } from "../../domain/table";
import { resourcesOf, sitesOf } from "../shared/sites";
import { requireTable } from "../shared/sources";

/** How many of something there are, by code: of a commune, or of a département when nothing finer is known. */
export type Decompte = ReadonlyMap<string, number>;

/** A supply one can count. One object each: nothing else in the analysis knows which is which. */
export interface Offre {
  readonly value: string;
  readonly label: string;
  /** As the sentence says it: « 440 médecins généralistes ». */
  readonly pluriel: string;
  /** Whether counts exist by département only. */
  readonly parDepartement: boolean;
  /** Kind of site, when it is a list of places. */
  readonly genre: GenreSite | null;
  ressources(selection: SelectionSites): readonly ResourceName[];
  compter(donnees: Donnees, selection: SelectionSites): Decompte;
}

function countByKey(keys: readonly (string | null)[], values: ArrayLike<number> | null): Decompte {
  const counts = new Map<string, number>();
  keys.forEach((key, row) => {
    const value = values === null ? 1 : (values[row] ?? Number.NaN);
    if (key !== null && !Number.isNaN(value)) counts.set(key, (counts.get(key) ?? 0) + value);
  });
  return counts;
}

const MEDECIN: Offre = {
  value: "medecin",
  label: "Médecins généralistes (BPE 2020, par commune)",
  pluriel: "médecins généralistes (BPE 2020)",
  parDepartement: false,
  genre: "medecin",
  ressources: () => ["bpe"],
  compter(donnees) {
    const bpe = requireTable(donnees, "bpe");
    const known = findColumn(bpe, "medecins_generalistes") !== undefined;
    return known ? countByKey(textValues(bpe, "code"), numberValues(bpe, "medecins_generalistes")) : new Map();
  },
};

function structures(genre: GenreSite, pluriel: string): Offre {
  return {
    value: genre,
    label: LIBELLE_GENRE[genre],
    pluriel,
    parDepartement: false,
    genre,
    ressources: (selection) => resourcesOf([genre], selection),
    compter(donnees, selection) {
      const sites = sitesOf([genre], donnees, selection);
      return sites.ok ? countByKey(sites.value.communes, null) : new Map();
    },
  };
}

/** Whether a row is of the latest year of its table; every row is, when the table does not say. */
function latestYear(table: Table): (row: number) => boolean {
  const years = findColumn(table, "annee")?.type === "nombre" ? numberValues(table, "annee") : null;
  const latest = years?.reduce((last, year) => (year > last ? year : last), Number.NEGATIVE_INFINITY);
  return (row) => years === null || years[row] === latest;
}

/** @param nom as the CNAM writes it */
function profession(value: string, nom: string, pluriel: string): Offre {
  return {
    value,
    label: `${pluriel.charAt(0).toUpperCase()}${pluriel.slice(1)} (CNAM 2024, par département)`,
    pluriel: `${pluriel} (CNAM 2024)`,
    parDepartement: true,
    genre: null,
    ressources: () => ["departements-professions"],
    compter(donnees) {
      const table = requireTable(donnees, "departements-professions");
      const professions = textValues(table, "profession");
      const latest = latestYear(table);
      const deps = textValues(table, "dep").map((dep, row) => (professions[row] === nom && latest(row) ? dep : null));
      return countByKey(deps, numberValues(table, "effectif"));
    },
  };
}

/** Order of the menu. BPE and CNAM counts have different definitions: two entries, never one series. */
export const OFFRES: readonly Offre[] = [
  MEDECIN,
  structures("msp", "maisons de santé"),
  structures("centre-sante-medecin", "centres de santé avec médecin"),
  structures("centre-sante-infirmier", "centres de soins infirmiers"),
  structures("centre-sante-dentaire", "centres de santé dentaires"),
  structures("pharmacie", "pharmacies"),
  structures("hopital", "hôpitaux"),
  structures("ehpad", "EHPAD"),
  structures("laboratoire", "laboratoires d'analyses"),
  structures("urgences", "services d'urgences"),
  structures("smur", "SMUR"),
  profession("cnam-medecins", "Ensemble des médecins généralistes", "médecins généralistes libéraux"),
  profession("cnam-medecins-hors-mep", "Médecins généralistes (hors médecins à expertise particulière - MEP)", "médecins généralistes libéraux hors expertise particulière"),
  profession("cnam-infirmiers", "Infirmiers", "infirmiers libéraux"),
  profession("cnam-kines", "Masseurs-kinésithérapeutes", "masseurs-kinésithérapeutes libéraux"),
  profession("cnam-dentistes", "Ensemble des chirurgiens-dentistes", "chirurgiens-dentistes libéraux"),
  profession("cnam-sages-femmes", "Sages-femmes", "sages-femmes libérales"),
  profession("cnam-orthophonistes", "Orthophonistes", "orthophonistes libéraux"),
  profession("cnam-psychiatres", "Psychiatres", "psychiatres libéraux"),
  profession("cnam-pediatres", "Pédiatres", "pédiatres libéraux"),
];

/** The supply of a value that `parseParams` has accepted. */
export function findOffre(value: string): Offre {
  const found = OFFRES.find((offre) => offre.value === value);
  if (found === undefined) throw new Error(`no supply is called « ${value} »`);
  return found;
}
