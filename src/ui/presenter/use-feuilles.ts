import type { Feuille } from "../../documents/pages/feuille";
import { useCommandesPages, usePages } from "./contexte";

/** Every page as it is drawn, in order: the same object as long as neither the page nor its state change. */
export function useFeuilles(): readonly Feuille[] {
  const pages = usePages((state) => state.presentation.pages);
  // A page is drawn with its state: « périmé » is on it.
  usePages((state) => state.etats);
  const { feuille } = useCommandesPages();
  return pages.map((page) => feuille(page));
}
