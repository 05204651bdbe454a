import type { StoreApi } from "zustand/vanilla";
import type { EditPages } from "../../presentation/edits";
import type { Presentation } from "../../presentation/page";
import type { Exporter } from "../../workers/exporter/exporter";
import type { PresentationGardee } from "../../workers/presentation-gardee";
import type { Contexte } from "../commands/context";
import type { Editer } from "../commands/edit";
import type { PresenterState } from "./state";

/** What every command of the space works with. */
export interface OutilsPresenter {
  readonly pages: StoreApi<PresenterState>;
  /** The rest of the application. */
  readonly app: Contexte;
  readonly editerDocument: Editer;
  readonly gardee: PresentationGardee;
  readonly exporter: Exporter;
}

const MAX_PAS = 60;
/** Changes of the same thing closer than this are one undo: a title as it is typed. */
const FUSION_MS = 1500;

/** Applies a pure edit; `fusion` names what is being typed. */
export type EditerPages = (edit: EditPages, fusion?: string) => void;

export function createEditerPages({ pages, app }: Pick<OutilsPresenter, "pages" | "app">): EditerPages {
  let last: { readonly fusion: string; readonly at: number; readonly presentation: Presentation } | null = null;
  return (edit, fusion) => {
    const state = pages.getState();
    const presentation = edit(state.presentation);
    if (presentation === state.presentation) return;
    const now = app.effects.now();
    const same = fusion !== undefined && last?.fusion === fusion && now - last.at <= FUSION_MS && last.presentation === state.presentation;
    pages.setState({ presentation, passe: same ? state.passe : [...state.passe, state.presentation].slice(-MAX_PAS), futur: [] });
    last = fusion === undefined ? null : { fusion, at: now, presentation };
  };
}

export function annuler(pages: StoreApi<PresenterState>): void {
  const { presentation, passe, futur } = pages.getState();
  const before = passe.at(-1);
  if (before !== undefined) pages.setState({ presentation: before, passe: passe.slice(0, -1), futur: [presentation, ...futur] });
}

export function retablir(pages: StoreApi<PresenterState>): void {
  const { presentation, passe, futur } = pages.getState();
  const [after, ...rest] = futur;
  if (after !== undefined) pages.setState({ presentation: after, passe: [...passe, presentation], futur: rest });
}
