import type { TuilesFond } from "../../domain/tuiles-fond";
import type { Params } from "../../analyses/analysis";
import type { ClassSpec } from "../../carto/scale";
import type { Trouvaille } from "../../domain/chargement";
import type { Ateliers } from "../../domain/ateliers";
import type { CoucheId } from "../../domain/couche";
import type { Documents } from "../../domain/documents-terrain";
import type { SujetFiche, SujetTerritoire } from "../../domain/fiche";
import type { MoteurId } from "../../domain/moteur";
import type { Niveau } from "../../domain/perimetre";
import type { Plan } from "../../domain/plan";
import type { LieuProfil } from "../../domain/profil";
import type { EtatSuivi } from "../../domain/suivi-plan";
import type { Importable } from "../../domain/table-importee";
import type { ScenarioVitesses } from "../../domain/vitesses";
import type { ChoixReseau } from "../../domain/reseau";
import type { Answer, FichierEnFlux, FichierEntier } from "../../workers/protocol";
import type { Presenter } from "../presenter/commands";
import type { ScenarioCommands } from "./scenario-commands";
import type { Camera, ClasseChoisie, Cote, Espace, ModeVolet, Notice, OrdreCamera, State, TableVitesses } from "../state";

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
 * or rejects. `chercher`, `inventaire`, `calage` and what is read of the documents give their answer back, and an empty list or null on trouble.
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
  /** A site added on the map to those the analysis travels to (degrees, EPSG:4326). Ends the placing. */
  ajouterSite(lon: number, lat: number): void;
  retirerSite(id: string): void;
  /** Speeds supposed; null goes back to the default ones. Changes close to one another make one undo. */
  changeVitesses(scenario: ScenarioVitesses | null): void;
  /** What is done with scenarios, loaded on first use; rejects when its code cannot be fetched. */
  scenarios(): Promise<ScenarioCommands>;
  /** The network minutes are computed on: one of those imported, or null for the embedded one. */
  choisirReseau(reseau: ChoixReseau | null): void;
  /** Back to the first-visit document (undoable). */
  recommencer(): void;
  undo(): void;
  redo(): void;

  // A site in hand: minutes follow it live; only its drop changes the document, in one undo.
  saisirSite(id: string): void;
  glisserSite(id: string, lon: number, lat: number): void;
  deposerSite(id: string): void;
  /** Puts it back where it was, and the minutes too. */
  lacherSite(): void;

  // The session: never in the undo history.
  /** The next click on the map adds a site. */
  poser(actif: boolean): void;
  /** Asks on the map how an added site is called; null asks no more. */
  demanderNom(id: string | null): void;
  /** Begins to draw a zone closed to traffic, or gives it up. */
  tracer(actif: boolean): void;
  ajouterSommet(lon: number, lat: number): void;
  retirerSommet(): void;
  /** Closes to traffic the zone that is drawn, three corners or more. */
  fermerTrace(): void;
  /** Opens again a zone of the scenario, by its rank. */
  rouvrirZone(rang: number): void;
  select(sujet: SujetFiche | null): void;
  /** Code of the territory under the pointer or the keyboard focus. */
  hover(code: string | null): void;
  hoverClasse(classe: number | null): void;
  /** Keeps one class of a legend, on the map and in the table; null shows every one again. Another analysis forgets it. */
  choisirClasse(choix: ClasseChoisie | null): void;
  /** Which of the result's views colours the territories. */
  choisirVue(vue: string): void;
  /** Text kept in the table's names; "" shows every row. */
  filtrer(texte: string): void;
  basculer(volet: Volet, ouvert?: boolean): void;
  ouvrirEspace(espace: Espace): void;
  /** Tab of « Terrain ». */
  ouvrirOnglet(onglet: string): void;
  /** Draws the state before beside the one after on the map, or (null) the map alone again. */
  ouvrirVolet(mode: ModeVolet | null): void;
  /** Which of the states compared stands on that side; the one of the other side goes where it was. */
  placerEtat(cote: Cote, vue: string): void;
  /** Opens or closes the report of the result on screen. */
  ouvrirRapport(ouvert: boolean): void;
  /** Step of the first-visit tour; null ends it for good on this browser. */
  visite(etape: number | null): void;
  /** Asks the map to move; the map owns its camera and answers through `cameraBougee`. */
  commanderCamera(ordre: OrdreCamera): void;
  cameraBougee(camera: Camera): void;
  webgl(etat: State["session"]["webgl"]): void;
  /** Tiles of the ground at an address; none, and said, where they cannot be read. */
  tuilesDuFond(adresse: string): Promise<TuilesFond | null>;

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
  /** Null on trouble. */
  vitesses(scenario: ScenarioVitesses): Promise<TableVitesses | null>;
  inventaire(): Promise<Answer<"inventaire">>;
  /** Our minutes against METRIC's; null on trouble, which is said by a notice. */
  calage(): Promise<Answer<"calage"> | null>;

  // What the founding documents say, and the fragility of a place; null on trouble, which is said by a notice.
  /** `rang` 0: the place; then the wider places it is read against, null beyond the last. */
  profil(sujet: SujetTerritoire, rang: number): Promise<LieuProfil | null>;
  ateliers(): Promise<Ateliers | null>;
  documents(): Promise<Documents | null>;
  /** The plan; its follow-up then stands in `session.suivi`. */
  plan(): Promise<Plan | null>;
  /** Adds to the history of an action, kept in this browser. */
  noterAction(action: string, etat: EtatSuivi, date: string | null, commentaire: string): Promise<void>;
  /** Takes back the last thing noted of an action. */
  retirerNote(action: string): Promise<void>;
  /** Every action with its state, date, comment and history, as French Excel reads it. */
  exporterPlan(): Promise<void>;

  // Imported road networks: kept in the browser, never in the undo history.
  chargerReseaux(): Promise<void>;
  /** Reads a `.osm.pbf` or a road GeoJSON; progress and end are in `session.importReseau`. One at a time. */
  importerReseau(fichier: FichierEnFlux): Promise<void>;
  annulerImport(): void;
  /** Minutes computed on it go back to the embedded network. */
  retirerReseau(id: string): Promise<void>;

  // The user's own tables in the place of embedded ones: kept in the browser, never in the undo history.
  chargerTables(): Promise<void>;
  /** Brings the basemap that documents draw. */
  chargerFond(): Promise<void>;
  /** Reads a list and keeps it; how it ended is in `session.importTable`. */
  importerTable(ressource: Importable, fichier: FichierEntier): Promise<void>;
  retirerTable(ressource: Importable): Promise<void>;
  /** Downloads an empty table of this kind to fill in, or what each of its columns holds (TableSchema). */
  exporterModele(ressource: Importable, quoi: "modele" | "schema"): Promise<void>;

  // Sets of weights the user has named: kept in the browser, never in the undo history.
  chargerJeux(): void;
  /** Under a name; a set of the same name gives way. @param poids by name of parameter */
  enregistrerJeu(nom: string, poids: Readonly<Record<string, number>>): void;
  retirerJeu(nom: string): void;

  /** The Présenter space, loaded on first use. Rejects when its code cannot be fetched. */
  presenter(): Promise<Presenter>;

  // Results.
  recalculer(): void;
  annulerCalcul(): void;
  /** French Excel: `;`, decimal comma, BOM, sources at the foot. */
  exporterCsv(): void;
  /** The inhabited cells of the result, the same way: minutes, inhabitants, commune. */
  exporterMailles(): void;
  /** A table beside the result, the same way. */
  exporterAnnexe(id: string): void;
  exporterGeoJson(): void;
  /** The linear programme of the result, for another solver. */
  exporterLp(): void;
  copierLien(): Promise<void>;

  noter(ton: Notice["ton"], texte: string, action?: Notice["action"]): void;
  fermerNotice(id: number): void;
}
