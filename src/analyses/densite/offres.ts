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
  /** As the sentence says one of it, then several: « 440 médecins généralistes ». */
  readonly noms: readonly [one: string, many: string];
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
  noms: ["médecin généraliste (BPE 2020)", "médecins généralistes (BPE 2020)"],
  parDepartement: false,
  genre: "medecin",
  ressources: () => ["bpe"],
  compter(donnees) {
    const bpe = requireTable(donnees, "bpe");
    const known = findColumn(bpe, "medecins_generalistes") !== undefined;
    return known ? countByKey(textValues(bpe, "code"), numberValues(bpe, "medecins_generalistes")) : new Map();
  },
};

function structures(genre: GenreSite, noms: Offre["noms"]): Offre {
  return {
    value: genre,
    label: LIBELLE_GENRE[genre],
    noms,
    parDepartement: false,
    genre,
    ressources: (selection) => resourcesOf([genre], selection),
    compter(donnees, selection) {
      // A site added on the map is in no commune's register: it counts for minutes, not for densities.
      const sites = sitesOf([genre], donnees, { ...selection, ajouts: [] });
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
function profession(value: string, nom: string, singulier: string, pluriel: string): Offre {
  return {
    value,
    label: `${pluriel.charAt(0).toUpperCase()}${pluriel.slice(1)} (CNAM 2024, par département)`,
    noms: [`${singulier} (CNAM 2024)`, `${pluriel} (CNAM 2024)`],
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
  structures("msp", ["maison de santé", "maisons de santé"]),
  structures("centre-sante-medecin", ["centre de santé avec médecin", "centres de santé avec médecin"]),
  structures("centre-sante-infirmier", ["centre de soins infirmiers", "centres de soins infirmiers"]),
  structures("centre-sante-dentaire", ["centre de santé dentaire", "centres de santé dentaires"]),
  structures("pharmacie", ["pharmacie", "pharmacies"]),
  structures("hopital", ["hôpital", "hôpitaux"]),
  structures("ehpad", ["EHPAD", "EHPAD"]),
  structures("laboratoire", ["laboratoire d'analyses", "laboratoires d'analyses"]),
  structures("urgences", ["service d'urgences", "services d'urgences"]),
  structures("smur", ["SMUR", "SMUR"]),
  profession("cnam-medecins", "Ensemble des médecins généralistes", "médecin généraliste libéral", "médecins généralistes libéraux"),
  profession("cnam-medecins-hors-mep", "Médecins généralistes (hors médecins à expertise particulière - MEP)", "médecin généraliste libéral hors expertise particulière", "médecins généralistes libéraux hors expertise particulière"),
  profession("cnam-infirmiers", "Infirmiers", "infirmier libéral", "infirmiers libéraux"),
  profession("cnam-kines", "Masseurs-kinésithérapeutes", "masseur-kinésithérapeute libéral", "masseurs-kinésithérapeutes libéraux"),
  profession("cnam-dentistes", "Ensemble des chirurgiens-dentistes", "chirurgien-dentiste libéral", "chirurgiens-dentistes libéraux"),
  profession("cnam-sages-femmes", "Sages-femmes", "sage-femme libérale", "sages-femmes libérales"),
  profession("cnam-orthophonistes", "Orthophonistes", "orthophoniste libéral", "orthophonistes libéraux"),
  profession("cnam-psychiatres", "Psychiatres", "psychiatre libéral", "psychiatres libéraux"),
  profession("cnam-pediatres", "Pédiatres", "pédiatre libéral", "pédiatres libéraux"),
];

/** The supply of a value that `parseParams` has accepted. */
export function findOffre(value: string): Offre {
  const found = OFFRES.find((offre) => offre.value === value);
  if (found === undefined) throw new Error(`no supply is called « ${value} »`);
  return found;
}
