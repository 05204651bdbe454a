import { useSyncExternalStore } from "react";

/** Where the panel becomes a bottom sheet. The same width stands in the CSS modules. */
export const ETROIT = "(max-width: 860px)";
/** Too low for the folded panel to show more than its title: 200 % zoom on a projector. */
export const BAS = "(max-height: 560px)";

function media(requete: string): MediaQueryList | null {
  // jsdom has no matchMedia: components are then tested as on a wide screen.
  return typeof window.matchMedia === "function" ? window.matchMedia(requete) : null;
}

/** Whether a media query holds, kept up to date. */
export function useMedia(requete: string): boolean {
  return useSyncExternalStore(
    (prevenir) => {
      const liste = media(requete);
      liste?.addEventListener("change", prevenir);
      return () => liste?.removeEventListener("change", prevenir);
    },
    () => media(requete)?.matches ?? false,
  );
}
