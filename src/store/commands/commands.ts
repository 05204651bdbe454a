import type { Params } from "../../analyses/analysis";
import type { ClassSpec } from "../../carto/scale";
import type { Trouvaille } from "../../domain/chargement";
import type { CoucheId } from "../../domain/couche";
import type { SujetFiche } from "../../domain/fiche";
import type { MoteurId } from "../../domain/moteur";
import type { Niveau } from "../../domain/perimetre";
import type { ChoixReseau } from "../../domain/reseau";
import type { Answer, FichierEnFlux } from "../../workers/protocol";
import type { Camera, Espace, Notice, OrdreCamera, State } from "../state";

/** A file the user gives: the DOM `File` fits as it is. */
export interface FichierLu {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The parts of the screen that open and close. */
export type Volet = "tiroir" | "panneau";

/**
 * Everything the interface can ask for: the only writers of the store. Each one answers at once in the store
 * (selection, drawer, « périmé » badge); whatever takes longer arrives later by the store too. None throws
 * or rejects, except `chercher`, `inventaire` and `calage`, which give their answer back, and an empty list or null on trouble.
 */
export interface Commands {
  /** Restores the saved document, lets the URL hash override it, loads the territory, runs the analysis. Once. */
  demarrer(): Promise<void>;
  /** Stops timers, listeners and the worker (tests, hot reload). */
  arreter(): void;

  // The document: each of these can be undone.
  changeTerritoire(code: string): void;
  changeNiveau(niveau: Niveau): void;
  /** Unknown ids are refused with a notice. */
  changeAnalyse(id: string): void;
  /** Merges into the parameters of the current analysis; a slider's steps make one undo. */
  changeParams(patch: Params): void;
  /** Classes of a view of the current analysis; null goes back to the default ones. A dragged break makes one undo. */
  changeClasses(vue: string, classes: ClassSpec | null): void;
  toggleCouche(couche: CoucheId): void;
  exclureSite(id: string, exclu: boolean): void;
  changeCorrections(comptees: boolean): void;
  /** Every embedded site counted again, corrections too. */
  retablirSites(): void;
  /** A CSV of lon,lat (and nom) replaces the embedded sites of the analysis. */
  importerSites(fichier: FichierLu): Promise<void>;
  retirerSites(): void;
  /** The network minutes are computed on: one of those imported, or null for the embedded one. */
  choisirReseau(reseau: ChoixReseau | null): void;
  /** Back to the first-visit document (undoable). */
  recommencer(): void;
  undo(): void;
  redo(): void;

  // The session: never in the undo history.
  select(sujet: SujetFiche | null): void;
  /** Code of the territory under the pointer or the keyboard focus. */
  hover(code: string | null): void;
  hoverClasse(classe: number | null): void;
  /** Which of the result's views colours the territories. */
  choisirVue(vue: string): void;
  /** Text kept in the table's names; "" shows every row. */
  filtrer(texte: string): void;
  basculer(volet: Volet, ouvert?: boolean): void;
  ouvrirEspace(espace: Espace): void;
  /** Step of the first-visit tour; null ends it for good on this browser. */
  visite(etape: number | null): void;
  /** Asks the map to move; the map owns its camera and answers through `cameraBougee`. */
  commanderCamera(ordre: OrdreCamera): void;
  cameraBougee(camera: Camera): void;
  webgl(etat: State["session"]["webgl"]): void;

  // Outside engines: session only, and nothing leaves before the user has agreed.
  /** null: local computation. An engine not agreed to yet changes nothing to the minutes. */
  choisirMoteur(choix: MoteurId | null): void;
  /** Opens the dialog that says what would leave and to whom; a bad address is said instead. */
  demanderAccord(id: MoteurId, adresse: string, cle: string): void;
  /** The answer to that dialog: yes, and the minutes are asked for. */
  repondreAccord(oui: boolean): void;
  retirerAccord(id: MoteurId): void;
  /** Stops asking; what was received becomes the result. */
  arreterMoteur(): void;

  // Search and package.
  chercher(texte: string): Promise<readonly Trouvaille[]>;
  /** Moves the map there, opens its sheet, and changes the territory when the hit is outside of it. */
  choisirTrouvaille(trouvaille: Trouvaille): void;
  inventaire(): Promise<Answer<"inventaire">>;
  /** Our minutes against METRIC's; null on trouble, which is said by a notice. */
  calage(): Promise<Answer<"calage"> | null>;

  // Imported road networks: kept in the browser, never in the undo history.
  chargerReseaux(): Promise<void>;
  /** Reads a `.osm.pbf` or a road GeoJSON; progress and end are in `session.importReseau`. One at a time. */
  importerReseau(fichier: FichierEnFlux): Promise<void>;
  annulerImport(): void;
  /** Minutes computed on it go back to the embedded network. */
  retirerReseau(id: string): Promise<void>;

  // Results.
  recalculer(): void;
  annulerCalcul(): void;
  /** French Excel: `;`, decimal comma, BOM, sources at the foot. */
  exporterCsv(): void;
  exporterGeoJson(): void;
  copierLien(): Promise<void>;

  noter(ton: Notice["ton"], texte: string, action?: Notice["action"]): void;
  fermerNotice(id: number): void;
}
