import type { DocumentCite, Lignes } from "./ateliers";
import type { FaitCite } from "./documents-terrain";

export interface ActionPlan {
  readonly id: string;
  readonly axe: string;
  readonly objectif: string;
  readonly intitule: string;
  readonly pilotes: readonly string[];
  readonly partenaires: readonly string[];
  /** By when, or how often; null: not given. */
  readonly calendrier: string | null;
  /** When it begins. */
  readonly demarrage: string | null;
  readonly etat: string;
  readonly lignes: Lignes;
  readonly note: string | null;
}

export interface IndicateurPlan {
  readonly id: string;
  readonly libelle: string;
  readonly valeur: number;
  readonly borne: "egal" | "plus-de";
  readonly unite: string;
  readonly territoire: "87" | "NA" | "FR";
  readonly date: string | null;
  readonly source: string | null;
  readonly lignes: Lignes;
  readonly note: string | null;
}

/** The plan d'attractivité médicale of Haute-Vienne. */
export interface Plan {
  readonly document: Pick<DocumentCite, "titre" | "date" | "fichier"> & { readonly etats_possibles: readonly string[]; readonly note: string };
  readonly axes: readonly { readonly id: string; readonly intitule: string; readonly resultats_attendus: readonly FaitCite[] }[];
  readonly objectifs: readonly { readonly id: string; readonly axe: string; readonly intitule: string }[];
  readonly actions: readonly ActionPlan[];
  readonly indicateurs: readonly IndicateurPlan[];
}

/** The département that the plan is about. */
export const DEPARTEMENT_PLAN = "87";

/** How the plan names some EPCI: the only places its actions name. */
const NOMMES: Readonly<Record<string, readonly string[]>> = {
  "200071942": ["CC HLEM", "Haut Limousin"],
  "248719312": ["Limoges Métropole"],
};
/** EPCI that pilot an action: it is theirs, not the département's. */
const PILOTES_LOCAUX: ReadonlySet<string> = new Set(["CC HLEM"]);

/** Codes of the EPCI that an action names; none: it is for the whole département. */
export function epciDe({ intitule, pilotes }: Pick<ActionPlan, "intitule" | "pilotes">): readonly string[] {
  return Object.entries(NOMMES).flatMap(([code, noms]) => (noms.some((nom) => pilotes.includes(nom) || intitule.includes(nom)) ? [code] : []));
}

/** What the plan of the département says of a place. */
export interface PlanDuLieu {
  readonly titre: string;
  /** ISO day. */
  readonly date: string;
  readonly etat: string;
  /** Actions that name this place. */
  readonly ici: readonly Pick<ActionPlan, "intitule" | "pilotes" | "calendrier">[];
  /** Number of actions for the whole département. */
  readonly partout: number;
  readonly objectifs: number;
}

/** What the plan says of a territory: the actions that name its EPCI, and that the others are for the whole département. Null elsewhere. */
export function planDe({ document, actions, objectifs }: Plan, dep: string, epci: string | null): PlanDuLieu | null {
  if (dep !== DEPARTEMENT_PLAN) return null;
  const partout = actions.filter(({ pilotes }) => !pilotes.some((pilote) => PILOTES_LOCAUX.has(pilote)));
  return {
    titre: document.titre,
    date: document.date,
    etat: actions[0]?.etat ?? "non indiqué",
    ici: actions.filter((action) => epci !== null && epciDe(action).includes(epci)).map(({ intitule, pilotes, calendrier }) => ({ intitule, pilotes, calendrier })),
    partout: partout.length,
    objectifs: objectifs.length,
  };
}

const MOIS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"] as const;

/** Months since January of the year 0: the first and the last that a date of the plan means; null when it is not a date. */
function moisDe(date: string | null): { readonly premier: number; readonly dernier: number } | null {
  const years = date?.match(/20\d\d/g) ?? [];
  const [first, last = first] = years.map(Number);
  if (date === null || first === undefined || last === undefined) return null;
  const month = MOIS.findIndex((nom) => date.startsWith(nom));
  if (month >= 0) return { premier: 12 * first + month, dernier: 12 * first + month };
  const semestre = /^(1er|2e) semestre/.exec(date)?.[1];
  if (semestre !== undefined) return { premier: 12 * first + (semestre === "1er" ? 0 : 6), dernier: 12 * first + (semestre === "1er" ? 5 : 11) };
  return { premier: 12 * first, dernier: 12 * last + 11 };
}

/** When an action runs, in months since January of the year 0, both ends within. */
export interface PeriodePlan {
  /** Its start; its deadline where the source gives no start, or one that comes after it. */
  readonly debut: number;
  readonly fin: number;
  /** No deadline: it goes on, comes back, or the date is still to be set. */
  readonly ouverte: boolean;
  /** The source has its deadline before its start: shown as it is printed, from the one to the other. */
  readonly inversee: boolean;
}

/** Null when the source gives neither a start nor a deadline. */
export function periodeDe({ demarrage, calendrier }: Pick<ActionPlan, "demarrage" | "calendrier">): PeriodePlan | null {
  const [start, end] = [moisDe(demarrage), moisDe(calendrier)];
  const debut = start?.premier ?? end?.premier;
  if (debut === undefined) return null;
  if (end === null) return { debut, fin: debut, ouverte: true, inversee: false };
  const inversee = end.dernier < debut;
  return { debut: inversee ? end.premier : debut, fin: inversee ? debut : end.dernier, ouverte: false, inversee };
}

/** Analyses that measure what an action aims at: our own reading, the plan names none. */
export const MESURES: Readonly<Record<string, string>> = {
  "action-07": "maitrise-de-stage",
  "action-08": "recrutement",
  "action-10": "maitrise-de-stage",
  "action-19": "implantation",
  "action-20": "implantation",
  "action-23": "fragilite",
  "action-32": "temps-acces",
};
