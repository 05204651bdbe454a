import { ESPACES_CARTE } from "../analyses/analysis";
import type { CoucheChargee, FondCarte, TerritoireCharge } from "../domain/chargement";
import type { CoucheId } from "../domain/couche";
import type { Fiche, SujetFiche } from "../domain/fiche";
import type { Issue } from "../domain/issue";
import type { DemandeMoteur, MoteurId } from "../domain/moteur";
import type { SiteList } from "../domain/genre-site";
import type { ReseauImporte } from "../domain/reseau";
import type { SuiviPlan } from "../domain/suivi-plan";
import type { Importable, TableImportee } from "../domain/table-importee";
import type { KmhParCle, Zone } from "../domain/vitesses";
import type { Document } from "../project/document";
import type { JeuDePoidsEnregistre } from "../project/jeux-de-poids";
import type { Compte, RunResult } from "../workers/protocol";

/** Speeds by default, and as they are supposed. */
export interface TableVitesses {
  readonly defaut: KmhParCle;
  readonly supposees: KmhParCle;
  /** Seconds more per km of the built-up part of a large agglomeration, as supposed. */
  readonly secondesVille: number;
}

/** The spaces that work. Others come with their issues. */
/** The questions put to the map, then the pages. */
export const ESPACES = [...ESPACES_CARTE, "terrain", "presenter", "donnees", "methode"] as const;
export type Espace = (typeof ESPACES)[number];

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Where the map is asked to go. */
export type OrdreCamera =
  | { readonly kind: "bbox"; readonly bbox: readonly [number, number, number, number] }
  | ({ readonly kind: "point" } & Camera);

export interface DocumentSlice {
  readonly courant: Document;
  readonly passe: readonly Document[];
  readonly futur: readonly Document[];
  /** Epoch milliseconds of the last successful save; null before the first. */
  readonly enregistreLe: number | null;
}

/** Heavy and immutable; never saved. */
export interface DatasetsSlice {
  readonly territoire: TerritoireCharge | null;
  /** What documents draw under the data, once one was asked for. */
  readonly fond: FondCarte | null;
  readonly couches: Readonly<Partial<Record<CoucheId, CoucheChargee>>>;
  /** Sites the current analysis travels to. */
  readonly sites: SiteList | null;
  /** Road networks of the user's, the latest first; null until they are asked for. */
  readonly reseaux: readonly ReseauImporte[] | null;
  /** Tables of the user's that stand for embedded ones; null until they are asked for. */
  readonly tables: readonly TableImportee[] | null;
}

/** The last import of a road file: under way, or how it ended. */
export type ImportReseau =
  /** `part`: 0 to 1. */
  | { readonly etat: "lecture"; readonly fichier: string; readonly part: number }
  | { readonly etat: "fini"; readonly fichier: string; readonly reseau: ReseauImporte; readonly issues: readonly Issue[] }
  | { readonly etat: "refuse"; readonly fichier: string; readonly issues: readonly Issue[] };

/** How the last import of a table ended. */
export type ImportTable =
  | { readonly etat: "fini"; readonly importee: TableImportee; readonly issues: readonly Issue[] }
  | { readonly etat: "refuse"; readonly ressource: Importable; readonly fichier: string; readonly issues: readonly Issue[] };

export type EtatCalcul = "attente" | "calcul" | "a-jour" | "perime" | "echec";

export interface ResultsSlice {
  readonly etat: EtatCalcul;
  /** 0 to 1 while computing. */
  readonly part: number;
  /** « 120 sur 195 » while an outside engine answers; null otherwise. */
  readonly compte: Compte | null;
  /** The last result stays on screen, « périmé », until the new one is there. */
  readonly courant: RunResult | null;
  readonly issues: readonly Issue[];
}

/** A class, by its rank in the scale of a view of the result. */
export interface ClasseChoisie {
  readonly vue: string;
  readonly classe: number;
}

export type ModeVolet = "volet" | "deux-cartes";
/** Side of the map on which a state stands. */
export type Cote = "gauche" | "droite";

export interface SessionSlice {
  readonly espace: Espace;
  /** Tab of « Terrain »; « » for the first one. */
  readonly onglet: string;
  /** Selected subject and its sheet. */
  readonly sujet: SujetFiche | null;
  readonly fiche: Fiche | null;
  /** Code of the territory under the pointer or the keyboard focus. */
  readonly survol: string | null;
  /** Class of the legend under the pointer: its territories are highlighted. */
  readonly classeSurvolee: number | null;
  /** Class of a legend that was chosen: only its territories stay in full colour, and in the table. */
  readonly classeChoisie: ClasseChoisie | null;
  /** Id of the view that colours the territories, among those of the result; null, or an id it has not, is the first one. */
  readonly vue: string | null;
  /** Id of the view of the state that stands on the left of `volet`; null, or an id the result has not, is the first it compares. */
  readonly avant: string | null;
  readonly camera: Camera | null;
  /** Last order given to the map; `numero` grows so that the same place can be asked twice. */
  readonly cible: { readonly numero: number; readonly ordre: OrdreCamera } | null;
  readonly filtre: string;
  readonly tiroirOuvert: boolean;
  readonly panneauOuvert: boolean;
  /** The next click on the map adds a site. */
  readonly pose: boolean;
  /** Id of the added site whose name is asked on the map; null when none is. */
  readonly aNommer: string | null;
  /** Corners of the zone that is being drawn, in degrees; null when none is. The next click on the map adds one. */
  readonly trace: Zone | null;
  /** The added site that a hand moves, and where it is; the document changes when it is dropped. */
  readonly main: { readonly id: string; readonly lon: number; readonly lat: number } | null;
  /** First-visit tour: step number, or null when done or skipped. */
  readonly visite: number | null;
  /** Sets of weights that the user has named; null until they are asked for. */
  readonly jeux: readonly JeuDePoidsEnregistre[] | null;
  /** How before and after are both on the map: one over the other as far as a handle, or two maps side by side; null: the map alone. */
  readonly volet: ModeVolet | null;
  /** When the report of the result on screen was asked for, epoch milliseconds; null when it is closed. */
  readonly rapport: number | null;
  readonly importReseau: ImportReseau | null;
  readonly importTable: ImportTable | null;
  /** Follow-up of the plan d'attractivité, kept in the browser under its own key; null until it is read. */
  readonly suivi: SuiviPlan | null;
  /** WebGL is absent or lost: the SVG map stands in. */
  readonly webgl: "ok" | "absent" | "perdu";
  readonly moteur: MoteurSession;
}

/** Outside engines, off by default. All of it is forgotten when the page is closed: neither saved nor in the address. */
export interface MoteurSession {
  /** Engine chosen in the menu; null is the local computation. */
  readonly choix: MoteurId | null;
  /** The consent being asked for; null when its dialog is closed. */
  readonly demande: Omit<DemandeMoteur, "accord"> | null;
  /** Engines the user agreed to, with their address and key. */
  readonly accordes: Readonly<Partial<Record<MoteurId, DemandeMoteur>>>;
}

export interface Notice {
  readonly id: number;
  readonly ton: "info" | "attention" | "erreur";
  readonly texte: string;
  readonly action?: { readonly libelle: string; readonly faire: () => void };
}

export interface State {
  readonly document: DocumentSlice;
  readonly datasets: DatasetsSlice;
  readonly results: ResultsSlice;
  readonly session: SessionSlice;
  readonly notices: readonly Notice[];
}

