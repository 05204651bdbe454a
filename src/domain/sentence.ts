import type { CibleSite } from "./genre-site";
import type { MomentSoins } from "./moments";
import type { OrigineMinutes } from "./origine-minutes";
import type { PhrasesStages } from "./phrases-stages";
import type { RessourceImportee } from "./ressource";

/** What an inhabitant counts for in a siting: one, one in a fragile commune, or what people of that age need. */
export type Ponderation = "habitants" | "fragiles" | "besoin";

/** Year of the imported ages of doctors that a result rests on; null for the ages that the APL hints at, or none. */
export type AgesDits = number | null;

/**
 * The one-sentence results, as a template id and its figures; worded in `textes/sentences.ts`
 * (exhaustive record). Analyses never write French sentences themselves.
 */
export interface SentenceParams extends PhrasesStages {
  "densite": {
    /** What is counted, singular then plural: « pharmacie », « pharmacies ». */
    readonly offre: readonly [one: string, many: string];
    readonly territoire: string;
    readonly nombre: number;
    readonly habitants: number;
    readonly pour100k: number | null;
    readonly comparaison: number | null;
    readonly comparaisonNom: string;
  };
  "temps-acces": {
    readonly genres: readonly CibleSite[];
    readonly territoire: string;
    readonly communesLoin: number;
    readonly habitantsLoin: number;
    readonly partLoin: number;
    readonly seuil: number;
    readonly moyenne: number;
    readonly mediane: number;
    readonly origine: OrigineMinutes;
  };
  "couverture": {
    readonly genres: readonly CibleSite[];
    readonly territoire: string;
    readonly seuil: number;
    readonly habitants: number;
    readonly part: number;
    readonly communes: number;
    readonly communesTotal: number;
    /** Inhabited, or of the communes: `surface` says which. */
    readonly km2: number;
    readonly surface: "habites" | "communes";
    readonly origine: OrigineMinutes;
  };
  "couverture-comparee": {
    readonly genres: readonly CibleSite[];
    readonly comparaison: readonly CibleSite[];
    readonly territoire: string;
    readonly seuil: number;
    readonly gagnes: number;
    readonly perdus: number;
    readonly inchanges: number;
    readonly origine: OrigineMinutes;
  };
  "maitrise-de-stage": {
    readonly territoire: string;
    readonly seuil: number;
    /** Fragile communes beyond the threshold, their inhabitants, and those of all fragile communes. */
    readonly communes: number;
    readonly habitants: number;
    readonly fragiles: number;
    readonly ages: AgesDits;
  };
  "recrutement": {
    readonly territoire: string;
    readonly seuil: number;
    /** Communes of the sequence, in order. */
    readonly noms: readonly string[];
    /** Inhabitants brought near by all of them, out of those who are far. */
    readonly gain: number;
    readonly loin: number;
    readonly ages: AgesDits;
  };
  "isochrones": {
    readonly genres: readonly CibleSite[];
    /** Name of the one site chosen; null for all of them. */
    readonly site: string | null;
    readonly direction: "vers" | "depuis";
    readonly territoire: string;
    readonly communesTotal: number;
    /** Shortest limit first. */
    readonly zones: readonly { readonly limite: number; readonly habitants: number; readonly part: number; readonly communes: number }[];
  };
  /** What the longest zone of an outside engine holds, beside ours. */
  "isochrones-moteur": {
    readonly territoire: string;
    /** Its name and where it is, « 2026-11-26 », and the sites it answered for. */
    readonly moteur: string;
    readonly date: string;
    readonly sites: number;
    readonly limite: number;
    readonly habitants: number;
    readonly part: number;
    readonly communes: number;
    readonly communesTotal: number;
    /** Inhabitants in its zone and in ours; NaN without ours. */
    readonly communs: number;
  };
  "parcours": {
    readonly territoire: string;
    /** Steps asked for, the way home not counted. */
    readonly etapes: number;
    readonly retour: boolean;
    /** Commune of the maison de santé that would open; null for none. */
    readonly msp: string | null;
    readonly patients: readonly {
      readonly nom: string;
      readonly depart: string;
      /** Of the legs that are known; NaN when none is. */
      readonly minutes: number;
      readonly km: number;
      readonly inconnues: number;
      readonly avecMsp: number | null;
    }[];
  };
  "fragilite": {
    readonly territoire: string;
    /** Rows with a score, and those of them that are fragile. */
    readonly notes: number;
    readonly fragiles: number;
    readonly habitants: number;
    readonly seuil: number;
    /** The most fragile; null when none has a score. */
    readonly premier: string | null;
    readonly premiers: number;
    readonly surs: number;
    readonly origine: OrigineMinutes;
    readonly ages: AgesDits;
  };
  /** Where the zoning and the indicators contradict each other; `paires` is null beyond the communes. */
  "zonage": {
    readonly territoire: string;
    readonly fragiles: number;
    readonly habitants: number;
    readonly dotes: number;
    readonly paires: number | null;
    readonly partZip: number;
    readonly partZac: number;
    /** With another vintage imported: communes and inhabitants, shares of the population before and after. */
    readonly comparaison: {
      readonly entrees: number;
      readonly habitantsEntrees: number;
      readonly sorties: number;
      readonly habitantsSorties: number;
      /** Communes that go from ZIP to ZAC or the other way. */
      readonly classes: number;
      readonly inchangees: number;
      readonly zip: readonly [avant: number, apres: number];
      readonly zac: readonly [avant: number, apres: number];
      /** Of ZIP and of ZAC; null where they do not apply. */
      readonly plafonds: readonly [zip: number, zac: number] | null;
    } | null;
    readonly origine: OrigineMinutes;
  };
  /** A hypothesis: APL at the start and that year, rows that go under the threshold in between. */
  "departs": {
    readonly territoire: string;
    readonly annee: number;
    readonly depart: number;
    readonly arrivee: number;
    readonly risques: number;
    readonly habitants: number;
    readonly seuil: number;
    readonly remplacement: number;
    /** The year is over: what happened is known elsewhere. */
    readonly ecoulee: boolean;
    /** Year of the imported ages; null when they are those of the APL. */
    readonly ages: number | null;
  };
  /** Weighted means over the territory; correlations of the estimate with the official figure over its communes. */
  "apl": {
    readonly territoire: string;
    readonly estimee: number | null;
    readonly officielle: number | null;
    readonly correlation: number | null;
    readonly communes: number;
    readonly origine: OrigineMinutes;
  };
  "implantation": {
    readonly territoire: string;
    readonly modele: "mclp" | "lscp" | "p-median" | "p-center";
    readonly cible: CibleSite;
    /** What the inhabitants counted below are. */
    readonly ponderation: Ponderation;
    /** Communes, points or cells chosen, the most useful first. */
    readonly noms: readonly string[];
    /** What they are; absent for communes. */
    readonly lieux?: "points" | "cellules";
    readonly seuil: number;
    readonly habitants: number;
    /** Inhabitants within the limit, and minutes, without then with the new sites; NaN when there is no site before. */
    readonly couvertsAvant: number;
    readonly couvertsApres: number;
    readonly moyenneAvant: number;
    readonly moyenneApres: number;
    readonly pireAvant: number;
    readonly pireApres: number;
    /** Share by which another choice may be better; 0 for a proven optimum, null when it is not known. */
    readonly ecart: number | null;
    /** Thousands of euros; absent when none limits the choice. */
    readonly budget?: { readonly cout: number; readonly most: number };
    /** Inhabitants a new site takes; absent when places are not counted. */
    readonly capacite?: number;
  };
  /** No commune may be a candidate, or no choice is possible: the issues say why. */
  "implantation-impossible": { readonly territoire: string };
  "implantation-sans-point": { readonly territoire: string };
  "comparaison": {
    readonly territoire: string;
    readonly genres: readonly CibleSite[];
    readonly seuil: number;
    /** The state the others are measured against: its share of inhabitants covered, its mean minutes. */
    readonly reference: string;
    readonly part: number;
    readonly moyenne: number;
    readonly etats: readonly { readonly nom: string; readonly gagnes: number; readonly perdus: number; readonly part: number }[];
    readonly origine: OrigineMinutes;
  };
  "comparaison-etat": {
    readonly nom: string;
    readonly reference: string;
    readonly seuil: number;
    readonly gagnes: number;
    readonly perdus: number;
    /** Inhabitants of fragile communes covered more (or fewer). */
    readonly fragiles: number;
    readonly moyenneAvant: number;
    readonly moyenneApres: number;
    /** Estimated accessibility, NaN when it cannot be. */
    readonly aplAvant: number;
    readonly aplApres: number;
    /** Territories nearer and farther, and the first of them with the minutes between. */
    readonly gagnants: number;
    readonly perdants: number;
    readonly premiersGagnants: readonly { readonly nom: string; readonly minutes: number }[];
    readonly premiersPerdants: readonly { readonly nom: string; readonly minutes: number }[];
  };
  /** Stops in their order; minutes and km of road, and minutes with the stops; who is far, and has a stop near. */
  "tournee": {
    readonly territoire: string;
    readonly genres: readonly CibleSite[];
    readonly depart: string;
    readonly noms: readonly string[];
    readonly retour: boolean;
    readonly seuil: number;
    readonly rayon: number;
    readonly duree: number;
    readonly route: { readonly minutes: number; readonly km: number; readonly total: number };
    readonly proches: number;
    readonly loin: number;
  };
  "tournee-impossible": { readonly territoire: string };
  /** Communes of the territory in no CPTS and in several; `cpts`: how many there are. */
  "cpts": {
    readonly territoire: string;
    readonly communes: number;
    readonly hors: number;
    readonly habitantsHors: number;
    readonly part: number;
    readonly plusieurs: number;
    readonly habitantsPlusieurs: number;
    readonly cpts: number;
  };
  /** Who is beyond the threshold by day and by night; `lieux`: open then. */
  "soins-non-programmes": {
    readonly territoire: string;
    readonly seuil: number;
    readonly moments: readonly { readonly moment: MomentSoins; readonly lieux: number; readonly communes: number; readonly habitants: number; readonly part: number }[];
    readonly origine: OrigineMinutes;
  };
  /** Nothing to show until the user brings these tables. */
  "table-a-importer": { readonly territoire: string; readonly tables: readonly RessourceImportee[] };
  /** Nothing to travel to: no site is left of these kinds. */
  "pas-de-site": { readonly genres: readonly CibleSite[]; readonly territoire: string };
  "pas-de-minutes": { readonly territoire: string };
}
export type SentenceId = keyof SentenceParams;

/** What the user supposed: said after the sentence, whatever it is. */
export interface Hypotheses {
  /** In words; null at the default speeds. */
  readonly vitesses: string | null;
  /** Sites added on the map that are counted. */
  readonly ajouts: number;
  /** Communes whose number of practitioners is supposed. */
  readonly medecins: number;
  /** Some of its data are a demonstration set. */
  readonly illustratif: boolean;
}
export type Sentence = { [S in SentenceId]: { readonly id: S; readonly params: SentenceParams[S]; readonly hypotheses?: Hypotheses } }[SentenceId];
