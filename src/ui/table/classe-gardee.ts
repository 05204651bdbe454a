import { classOf, viewValues } from "../../carto/resolve-scale";
import type { ScaledView } from "../../carto/marks/mark";
import { memoLast } from "../../carto/memo";
import { textValues } from "../../domain/table";
import type { State } from "../../store/state";
import { vueChoisie } from "../app/vues";

/** The class chosen in the legend and the codes of its territories. */
export interface ClasseGardee {
  readonly vue: ScaledView;
  readonly classe: number;
  readonly codes: ReadonlySet<string>;
}

/** What the legend keeps in the table; null when it keeps everything. A stable selector. */
export const classeGardee = memoLast(
  (state: State) => [vueChoisie(state)],
  (state): ClasseGardee | null => {
    const choisie = vueChoisie(state);
    if (choisie === null) return null;
    const { view, scale } = choisie.vue;
    const values = viewValues(view);
    const codes = textValues(view.table, "code").flatMap((code, row) => (code !== null && classOf(scale, values[row]) === choisie.classe ? [code] : []));
    return { ...choisie, codes: new Set(codes) };
  },
);
