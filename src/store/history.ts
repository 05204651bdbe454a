import type { Document } from "../project/document";
import type { DocumentSlice } from "./state";

/** Steps kept: enough for a long session, small since documents share what they do not change. */
const MAX_STEPS = 100;

/** Another document, with the one before kept for undo; `fusionne` makes it one step with the change before. */
export function record(slice: DocumentSlice, courant: Document, fusionne: boolean): DocumentSlice {
  if (courant === slice.courant) return slice;
  const passe = fusionne ? slice.passe : [...slice.passe, slice.courant].slice(-MAX_STEPS);
  return { ...slice, courant, passe, futur: [] };
}

export function undo(slice: DocumentSlice): DocumentSlice {
  const courant = slice.passe.at(-1);
  if (courant === undefined) return slice;
  return { ...slice, courant, passe: slice.passe.slice(0, -1), futur: [slice.courant, ...slice.futur] };
}

export function redo(slice: DocumentSlice): DocumentSlice {
  const [courant, ...futur] = slice.futur;
  if (courant === undefined) return slice;
  return { ...slice, courant, passe: [...slice.passe, slice.courant], futur };
}
