import { useEffect } from "react";
import { useCommandes } from "./context";

/** Ctrl+Z, Ctrl+Maj+Z and Ctrl+Y from anywhere but a text field, which has its own history. */
export function useRaccourcis(): void {
  const { undo, redo } = useCommandes();
  useEffect(() => {
    const entendre = (event: KeyboardEvent): void => {
      const { target } = event;
      const texte = target instanceof HTMLElement && target.closest("input:not([type=range]):not([type=checkbox]), textarea") !== null;
      if (texte || !(event.ctrlKey || event.metaKey)) return;
      const touche = event.key.toLowerCase();
      if (touche !== "z" && touche !== "y") return;
      event.preventDefault();
      if (touche === "y" || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener("keydown", entendre);
    return () => document.removeEventListener("keydown", entendre);
  }, [undo, redo]);
}
