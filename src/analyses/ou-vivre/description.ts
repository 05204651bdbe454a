import { LIBELLE_GENRE } from "../../domain/genre-site";
import { issue } from "../../domain/issue";
import { failure } from "../../domain/outcome";
import type { Description, FieldOption, JeuDePoids } from "../analysis";
import { parseFields } from "../shared/params";
import { avecPrereglage, refusSomme } from "../shared/poids-libres";
import { CRITERES, LIBRE, nomPoids, type Poids, poidsEnVigueur, PREREGLAGES, type Prereglage, SANS_POIDS } from "./criteres";

const LIEUX = ["msp", "medecin", "hopital", "stage"] as const;
const EQUIPE = ["medecin", "pharmacie", "laboratoire"] as const;

/** Services of daily life, by their type in the table; `partiel` where OpenStreetMap 2021 is known to lack many. */
export const SERVICES = [
  { value: "ecole", label: "École" },
  { value: "creche_maternelle", label: "Crèche ou maternelle", partiel: true },
  { value: "supermarche", label: "Supermarché" },
  { value: "boulangerie", label: "Boulangerie" },
  { value: "poste", label: "Poste" },
  { value: "gare", label: "Gare", partiel: true },
  { value: "bibliotheque", label: "Bibliothèque" },
  { value: "cinema", label: "Cinéma" },
  { value: "centre_sportif", label: "Centre sportif" },
  { value: "baignade", label: "Baignade" },
] as const;
type Service = (typeof SERVICES)[number]["value"];

export type OuVivreParams = Poids & {
  /** Codes of communes; « » for the faculty of Limoges, and for no second anchor. */
  readonly ancre: string;
  readonly ancre2: string;
  readonly minutes_min: number;
  /** 0 for no such filter; the same below. */
  readonly minutes_max: number;
  readonly lieux: readonly (typeof LIEUX)[number][];
  /** 0: in the commune itself. */
  readonly minutes_lieux: number;
  /** Interns that a place of internship must be known to host, within `minutes_lieux`. */
  readonly capacite_min: number;
  readonly equipe: readonly (typeof EQUIPE)[number][];
  readonly minutes_equipe: number;
  readonly zonage: readonly ("ZIP" | "ZAC" | "HZ")[];
  readonly services: readonly Service[];
  readonly minutes_services: number;
  /** Services, of those chosen, that must be near. */
  readonly services_min: number;
  readonly minutes_urgences: number;
  readonly densite_max: number;
  readonly minutes_logement: number;
  readonly prereglage: Prereglage;
  readonly comparer: readonly string[];
  readonly liste: readonly string[];
  /** What the reader writes of the communes of the list: « 87011 texte ». */
  readonly notes: readonly string[];
};

const DEFAULTS: OuVivreParams = {
  ancre: "", ancre2: "", minutes_min: 0, minutes_max: 45,
  lieux: [], minutes_lieux: 15, capacite_min: 0, equipe: ["medecin", "pharmacie"], minutes_equipe: 15, zonage: [],
  services: ["ecole", "supermarche", "boulangerie", "gare", "bibliotheque", "baignade"], minutes_services: 15, services_min: 0,
  minutes_urgences: 0, densite_max: 0, minutes_logement: 0,
  prereglage: "equilibre", ...SANS_POIDS, comparer: [], liste: [], notes: [],
};

const JEU: JeuDePoids = { prereglage: "prereglage", libre: LIBRE, reglages: PREREGLAGES };
const LISTE_MAX = 12;
const SANS_FILTRE = "0 : pas de filtre.";
const genres = (values: readonly (keyof typeof LIBELLE_GENRE)[]): readonly FieldOption[] => values.map((value) => ({ value, label: LIBELLE_GENRE[value] }));
const minutes = (name: string, label: string, help?: string) => ({ kind: "curseur", name, label, ...(help === undefined ? {} : { help }), min: 0, max: 60, step: 5, unit: "min" }) as const;

const FIELDS: Description["fields"] = [
  { kind: "commune", name: "ancre", label: "Au départ de", vide: "la faculté de médecine de Limoges" },
  { kind: "commune", name: "ancre2", label: "Et aussi de", vide: "pas de second point", help: "Avec deux points, les minutes sont celles du plus loin." },
  { ...minutes("minutes_max", "À au plus", SANS_FILTRE), max: 120 },
  { kind: "choix-multiple", name: "lieux", label: "Lieux d'exercice voulus", options: genres(LIEUX), min: 0, max: LIEUX.length },
  minutes("minutes_lieux", "Chacun à au plus", "0 : dans la commune même."),
  { kind: "curseur", name: "capacite_min", label: "Lieu de stage : internes accueillis, au moins", help: `Là où la liste dit la capacité. ${SANS_FILTRE}`, min: 0, max: 10, step: 1, unit: "" },
  { kind: "choix-multiple", name: "zonage", label: "Zonage médecins", help: "Aucun : tous.", options: [{ value: "ZIP", label: "ZIP" }, { value: "ZAC", label: "ZAC" }, { value: "HZ", label: "Hors zonage" }], min: 0, max: 3 },
  { kind: "choix-multiple", name: "equipe", label: "Équipe autour", options: genres(EQUIPE), min: 0, max: EQUIPE.length },
  minutes("minutes_equipe", "Chacun à au plus"),
  { kind: "choix-multiple", name: "services", label: "Vie quotidienne", help: "OpenStreetMap 2021, inégal : écoles et postes bien relevées, gares et crèches en partie. Une absence n'est pas une preuve.", options: SERVICES.map(({ value, label }) => ({ value, label })), min: 0, max: SERVICES.length },
  minutes("minutes_services", "Comptés à au plus"),
  { kind: "curseur", name: "services_min", label: "Il en faut au moins", help: SANS_FILTRE, min: 0, max: SERVICES.length, step: 1, unit: "" },
  { kind: "choix", name: "prereglage", label: "Pour moi", options: [{ value: "equilibre", label: "Un équilibre" }, { value: "pres", label: "Près de mon point de départ" }, { value: "utile", label: "Là où je compterai" }, { value: LIBRE, label: "Mes poids" }] },
  ...CRITERES.map(({ id, label }) => ({ kind: "poids", name: nomPoids(id), label, jeu: JEU, avance: true }) as const),
  { ...minutes("minutes_min", "À au moins", SANS_FILTRE), avance: true },
  { ...minutes("minutes_urgences", "Urgences à au plus", SANS_FILTRE), avance: true },
  { kind: "curseur", name: "densite_max", label: "Ici, vous compterez : au plus", help: `Généralistes pour 100 000 habitants du bassin de vie. ${SANS_FILTRE}`, min: 0, max: 200, step: 5, unit: "pour 100 000", avance: true },
  { ...minutes("minutes_logement", "Hébergement à au plus", `Hébergements à importer. ${SANS_FILTRE}`), avance: true },
  { kind: "communes", name: "comparer", label: "Comparer", vide: "les trois suggestions", max: 4 },
  { kind: "communes", name: "liste", label: "Ma liste, dans l'ordre", vide: "une commune à retenir", max: LISTE_MAX },
  { kind: "notes", name: "notes", label: "Mes notes", max: LISTE_MAX },
];

const parseParams: Description<OuVivreParams>["parseParams"] = (raw) => {
  const parsed = parseFields(FIELDS, DEFAULTS, avecPrereglage(raw, LIBRE));
  if (!parsed.ok) return parsed;
  const { minutes_min: least, minutes_max: most } = parsed.value;
  if (most > 0 && least > most) return failure(issue("parametre-invalide", "erreur", { parametre: "minutes_min", valeur: String(least), attendu: `au plus minutes_max (${most})` }));
  const refus = refusSomme(Object.values(poidsEnVigueur(parsed.value)));
  return refus === null ? parsed : failure(refus);
};

export const descriptionOuVivre: Description<OuVivreParams> = {
  id: "ou-vivre",
  version: 3,
  label: "Où vivre et apprendre pendant un stage",
  espace: "stages",
  question: "Où vivre et apprendre pendant six mois de stage ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "score",
  reseau: true,
  moteurs: false,
  parseParams,
  genres: () => ["stage"],
};
