import { rowClasses } from "../../carto/resolve-scale";
import type { ScaledView } from "../../carto/marks/mark";
import { memoLast } from "../../carto/memo";
import { findColumn, indexBy } from "../../domain/table";
import type { State } from "../../store/state";
import { vueChoisie } from "../app/vues";

/** The class chosen in the legend and the codes of its territories. */
export interface ClasseGardee {
  readonly vue: ScaledView;
  readonly classe: number;
  readonly codes: ReadonlySet<string>;
}

/** What the legend keeps in the table; null when it keeps everything, and when the view is of something else than its rows (cells). A stable selector. */
export const classeGardee = memoLast(
  (state: State) => [vueChoisie(state), state.results.courant],
  (state): ClasseGardee | null => {
    const choisie = vueChoisie(state);
    const lignes = state.results.courant?.output.table;
    if (choisie === null || lignes === undefined) return null;
    const { view, scale } = choisie.vue;
    const codes = findColumn(view.table, "code");
    if (codes?.type !== "texte") return null;
    const classes = rowClasses(view, scale);
    const connues = indexBy(lignes, "code");
    if (!codes.values.some((code) => code !== null && connues.has(code))) return null;
    const gardees = codes.values.flatMap((code, row) => (code !== null && classes[row] === choisie.classe ? [code] : []));
    return { ...choisie, codes: new Set(gardees) };
  },
);
