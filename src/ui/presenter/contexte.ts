import { createContext, use } from "react";
import { useStore } from "zustand";
import type { CommandesPresenter, Presenter } from "../../store/presenter/commands";
import type { PresenterState } from "../../store/presenter/state";

export const PresenterContext = createContext<Presenter | null>(null);

function usePresenter(): Presenter {
  const presenter = use(PresenterContext);
  if (presenter === null) throw new Error("a component reads the pages outside of PresenterContext");
  return presenter;
}

/** One part of the space's state. */
export function usePages<T>(selector: (state: PresenterState) => T): T {
  return useStore(usePresenter().pages, selector);
}

export function useCommandesPages(): CommandesPresenter {
  return usePresenter().commandes;
}
