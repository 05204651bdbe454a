import type { Edit } from "../../project/edits";
import { dater } from "../../project/etats";
import { record } from "../history";
import type { Contexte } from "./context";

/** Changes of the same thing closer than this are one undo: a dragged slider, a dragged break. */
const FUSION_MS = 1000;

/** Applies a pure edit to the document. `fusion` names what is being dragged; without it the edit is a step of its own. */
export type Editer = (change: Edit, fusion?: string) => void;

export function createEditer({ store, effects }: Contexte): Editer {
  let last: { readonly fusion: string; readonly at: number; readonly document: unknown } | null = null;
  return (change, fusion) => {
    const { document } = store.getState();
    const now = effects.now();
    const changed = change(document.courant);
    if (changed === document.courant) return;
    // The scenario on screen follows what is done on it.
    const courant = dater(now)(changed);
    // An undo in between leaves another document than the one last written: what follows is a new step.
    const same = fusion !== undefined && last?.fusion === fusion && now - last.at <= FUSION_MS && last.document === document.courant;
    store.setState({ document: record(document, courant, same) });
    last = fusion === undefined ? null : { fusion, at: now, document: courant };
  };
}
