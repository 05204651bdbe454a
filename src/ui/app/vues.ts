import { useMemo } from "react";
import type { ScaledView } from "../../carto/marks/mark";
import { resolveScale } from "../../carto/resolve-scale";
import type { ClassSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import { useEtat } from "./context";

interface Connue {
  readonly classes: ClassSpec | undefined;
  readonly resolue: ScaledView;
}

const connues = new WeakMap<View, Connue>();

/** A view and its scale: the same object as long as neither the view nor the choice of classes change. */
export function resoudre(view: View, classes: ClassSpec | undefined): ScaledView {
  const connue = connues.get(view);
  if (connue !== undefined && connue.classes === classes) return connue.resolue;
  const resolue = { view, scale: resolveScale(view, classes) };
  connues.set(view, { classes, resolue });
  return resolue;
}

const AUCUNE: readonly View[] = [];

/** The views of the current result as the map, the legend and the documents all read them. */
export function useVuesResolues(): readonly ScaledView[] {
  const vues = useEtat((etat) => etat.results.courant?.output.views ?? AUCUNE);
  const analyse = useEtat((etat) => etat.document.courant.analyse);
  const classes = useEtat((etat) => etat.document.courant.classes);
  return useMemo(() => vues.map((vue) => resoudre(vue, classes[`${analyse}/${vue.id}`])), [vues, analyse, classes]);
}
