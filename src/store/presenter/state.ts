import type { FormatExport } from "../../documents/formats";
import type { EtatPage } from "../../presentation/composer";
import type { Presentation } from "../../presentation/page";

/** Everything of the Présenter space: apart from the main state, since it comes when the space is first opened. */
export interface PresenterState {
  readonly presentation: Presentation;
  readonly passe: readonly Presentation[];
  readonly futur: readonly Presentation[];
  /** The page being worked on, by id. */
  readonly choisie: string | null;
  /** How pages stand against the data of today; a page that is not there has not been looked at. */
  readonly etats: Readonly<Record<string, EtatPage>>;
  /** Epoch milliseconds; null before the first save. */
  readonly enregistreLe: number | null;
  /** The ready-made presentation being computed: pages done. */
  readonly modele: { readonly fait: number; readonly total: number } | null;
  /** Name of the last file that was written. */
  readonly dernierFichier: string | null;
  readonly exportation: { readonly format: FormatExport; readonly fait: number; readonly total: number } | null;
}
