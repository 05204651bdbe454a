import type { ScaledView } from "../../carto/marks/mark";
import { MARKS } from "../../carto/marks/registry";
import { memoLast } from "../../carto/memo";
import { enCarres } from "../../carto/quadrillage";
import { resolveScale } from "../../carto/resolve-scale";
import type { ClassSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { State } from "../../store/state";

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

/** The views of the current result as the map, the legend and the documents all read them: a stable selector. */
export const vuesDe = memoLast(
  ({ results, document, session }: State) => [results.courant, document.courant.analyse, document.courant.classes, session.webgl === "ok"],
  ({ results, document: { courant }, session }): readonly ScaledView[] => {
    const vues = (results.courant?.output.views ?? []).map((vue) => resoudre(vue, courant.classes[`${courant.analyse}/${vue.id}`]));
    // Without WebGL the map is a document: its legend is that of one.
    return session.webgl === "ok" ? vues : vues.map(enCarres);
  },
);

/** The views that colour the ground: one at a time is on the map, the reader chooses. */
export function vuesAuChoix(vues: readonly ScaledView[]): readonly ScaledView[] {
  return vues.filter(({ view }) => MARKS[view.mark].surface);
}

/** The class chosen in a legend, with the view it is of; null when none is, or when that view is not on the map. */
export const vueChoisie = memoLast(
  (state: State) => [vuesMontrees(state), state.session.classeChoisie],
  (state): { readonly vue: ScaledView; readonly classe: number } | null => {
    const choix = state.session.classeChoisie;
    const vue = vuesMontrees(state).find(({ view }) => view.id === choix?.vue);
    return choix === null || vue === undefined ? null : { vue, classe: choix.classe };
  },
);

/** The class that stands out on the map: the one under the pointer, else the one chosen. */
export function classeEnVue(state: State): number | null {
  return state.session.classeSurvolee ?? vueChoisie(state)?.classe ?? null;
}

/** What is on the map: the chosen colouring (the first one by default), and every view that is not a colouring. */
export const vuesMontrees = memoLast(
  (state: State) => [vuesDe(state), state.session.vue],
  (state): readonly ScaledView[] => {
    const vues = vuesDe(state);
    const choix = vuesAuChoix(vues);
    const active = choix.find(({ view }) => view.id === state.session.vue) ?? choix[0];
    return vues.filter((vue) => !MARKS[vue.view.mark].surface || vue === active);
  },
);
