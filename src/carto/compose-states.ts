import type { CoucheChargee } from "../domain/chargement";
import type { SujetFiche } from "../domain/fiche";
import { textValues } from "../domain/table";
import { coucheSource } from "./couche-parts";
import type { ScaledView } from "./marks/mark";
import { MARKS } from "./marks/registry";
import { memoLast } from "./memo";
import { classOf, viewValues } from "./resolve-scale";
import { SOURCE_TERRITOIRES, type FeatureState } from "./style-parts";
import type { View } from "./view";

/** What is lit: the session slice of the store fits as it is. */
export interface SelectionCarte {
  readonly sujet: SujetFiche | null;
  /** Code of the territory under the pointer or the keyboard. */
  readonly survol: string | null;
  /** Class of the legend under the pointer: the others fade. */
  readonly classeSurvolee: number | null;
}

type States = ReadonlyMap<string, FeatureState>;

/** The state of every feature, by source then by code: colours of the views, then the site that is selected. */
export const composeStates = memoLast(
  (views: readonly ScaledView[], couches: readonly CoucheChargee[], { sujet, classeSurvolee }: SelectionCarte) => [
    sujet,
    classeSurvolee,
    ...views.flatMap(({ view, scale }) => [view, scale]),
    ...couches,
  ],
  (views, couches, selection): Readonly<Record<string, States>> => {
    const states: Record<string, States> = { [SOURCE_TERRITOIRES]: new Map<string, FeatureState>() };
    for (const scaled of views) {
      const mark = MARKS[scaled.view.mark];
      // Tiles have no features.
      if (mark.quadrillage === undefined) states[mark.source(scaled.view)] = viewStates(scaled, selection.classeSurvolee);
    }
    for (const { couche } of couches) states[coucheSource(couche)] = new Map<string, FeatureState>();
    const { sujet } = selection;
    if (sujet?.genre === "etablissement") light(states, coucheSource(sujet.couche), sujet.id, { choisi: true });
    return states;
  },
);

/** Adds to one feature's state in a copy; a source that is not drawn stays out. */
function light(states: Record<string, States>, source: string, id: string, more: FeatureState): void {
  const before = states[source];
  if (before !== undefined) states[source] = new Map(before).set(id, { ...before.get(id), ...more });
}

interface KnownStates {
  readonly scale: ScaledView["scale"];
  readonly classe: number | null;
  readonly states: States;
}
const known = new WeakMap<View, KnownStates>();

/** Colour, radius and fading of each row: kept from one call to the next while neither scale nor class change. */
function viewStates(scaled: ScaledView, classe: number | null): States {
  const { view, scale } = scaled;
  const found = known.get(view);
  if (found?.scale === scale && found.classe === classe) return found.states;
  const mark = MARKS[view.mark];
  const codes = textValues(view.table, "code");
  const values = viewValues(view);
  const states = new Map<string, FeatureState>();
  codes.forEach((code, row) => {
    if (code === null) return;
    const value = values[row] ?? null;
    const dimmed = classe !== null && classOf(scale, value) !== classe;
    states.set(code, mark.state(scaled, value, dimmed));
  });
  known.set(view, { scale, classe, states });
  return states;
}
