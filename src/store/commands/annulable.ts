import { NOTICE } from "../../textes/notices";
import { undo } from "../history";
import { type Contexte, noter } from "./context";

/** Says what has just been done, with the way back: it works as long as nothing else was done since. */
export function annulable(contexte: Contexte, texte: string): void {
  const { store } = contexte;
  const fait = store.getState().document.courant;
  const faire = (): void => store.setState(({ document }) => (document.courant === fait ? { document: undo(document) } : {}));
  noter(contexte, "info", texte, { libelle: NOTICE.annuler, faire });
}
