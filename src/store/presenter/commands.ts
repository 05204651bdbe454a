import type { StoreApi } from "zustand/vanilla";
import type { Materiel } from "../../documents/export";
import type { FormatExport } from "../../documents/formats";
import type { Feuille } from "../../documents/pages/feuille";
import type { Page } from "../../presentation/page";
import type { FichierEntier } from "../../workers/protocol";
import type { PresenterState } from "./state";

/** What the export needs of the page: fonts, maps painted in pixels. `peindre` is told after each map. */
export type Preparer = (feuilles: readonly Feuille[], format: FormatExport, signal: AbortSignal) => Promise<Materiel>;

/** The space: its own state, apart from the main one since it comes when the space is first opened, and its commands. */
export interface Presenter {
  readonly pages: StoreApi<PresenterState>;
  readonly commandes: CommandesPresenter;
}

/** Everything the Présenter space can ask for: the only writers of its state. None throws or rejects. */
export interface CommandesPresenter {
  /** Adds the screen as it is on the map. @param cadre [west, south, east, north] that the map shows; null for the whole territory */
  ajouterEcran(cadre: readonly [number, number, number, number] | null): Promise<void>;
  /** Adds a page of words after the chosen one. */
  ajouterMots(genre: "texte" | "section"): void;
  choisir(id: string): void;
  deplacer(id: string, de: number): void;
  dupliquer(id: string): void;
  /** Said with its undo. */
  supprimer(id: string): void;
  modifier(id: string, change: Partial<Pick<Page, "titre" | "texte" | "notes" | "genre">>): void;
  intituler(titre: string): void;
  annuler(): void;
  retablir(): void;

  /** Looks at what every page was computed from, and marks those that are out of date. */
  verifier(): Promise<void>;
  /** Computes again the screens of these pages; one that cannot be keeps its picture, and says so. */
  rafraichir(ids: readonly string[]): Promise<void>;
  /** Goes to the map as the page has it. */
  ouvrirSurLaCarte(id: string): void;

  /** Computes a ready-made presentation for the territory of the map, after the pages there are. */
  fabriquer(modele: string): Promise<void>;
  arreterModele(): void;

  exporter(format: FormatExport, preparer: Preparer): Promise<void>;
  arreterExport(): void;
  exporterFichier(): void;
  importer(fichier: FichierEntier): Promise<void>;

  /** A page as it is drawn, its state and its link included. */
  feuille(page: Page): Feuille;
}
