import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import type { Mock } from "vitest";
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Analysis, Output } from "../../src/analyses/analysis";
import type { View } from "../../src/carto/view";
import { success } from "../../src/domain/outcome";
import type { Table } from "../../src/domain/table";
import { INITIAL } from "../../src/store/create-store";
import type { Commands } from "../../src/store/commands/commands";
import type { State } from "../../src/store/state";
import { OutilsContext } from "../../src/ui/app/context";

export type FauxCommandes = { readonly [C in keyof Commands]: Commands[C] & Mock };

/** Commands that only remember what they were asked. */
function fauxCommandes(): FauxCommandes {
  const connues = new Map<PropertyKey, Mock>();
  return new Proxy({} as FauxCommandes, {
    get: (_, nom) => {
      const connue = connues.get(nom) ?? vi.fn(() => Promise.resolve([]));
      connues.set(nom, connue);
      return connue;
    },
  });
}

export const TABLE: Table = {
  id: "temps-acces",
  length: 4,
  columns: [
    { type: "texte", name: "code", label: "Code", values: ["87001", "87011", "87085", "87154"] },
    { type: "texte", name: "nom", label: "Nom", values: ["Aixe-sur-Vienne", "Bellac", "Limoges", "Éymoutiers"] },
    { type: "nombre", name: "minutes", label: "Minutes", values: Float64Array.of(4.25, 31, 2, Number.NaN), unit: "minutes", digits: 1 },
    { type: "nombre", name: "part", label: "Part", values: Float64Array.of(0.125, 1, 0, Number.NaN), unit: "part", digits: 1 },
  ],
};

export const VUE: View = {
  id: "minutes",
  title: "Minutes jusqu'à la maison de santé",
  table: TABLE,
  geometry: { kind: "territoires", niveau: "commune" },
  mark: "fill",
  column: "minutes",
  unit: "minutes",
  digits: 0,
  scale: {
    kind: "classes",
    defaultClasses: { method: "seuils", breaks: [10, 20] },
    presets: [{ label: "10/20 min", breaks: [10, 20] }],
    palette: "orrd",
  },
  quality: "derive",
};

const OUTPUT: Output = {
  table: TABLE,
  views: [VUE],
  summary: { id: "pas-de-minutes", params: { territoire: "Haute-Vienne" } },
  facts: {},
  issues: [],
  sources: [],
};

export const ANALYSE: Analysis = {
  id: "temps-acces",
  version: 1,
  label: "Temps d'accès",
  espace: "explorer",
  question: "Combien de minutes ?",
  defaults: { genres: ["msp"], site: "", seuil: 20, mode: "plus-proche" },
  fields: [
    {
      kind: "choix-multiple",
      name: "genres",
      label: "Rejoindre",
      min: 1,
      max: 2,
      options: [
        { value: "msp", label: "Maison de santé" },
        { value: "pharmacie", label: "Pharmacie" },
        { value: "urgences", label: "Urgences" },
      ],
    },
    { kind: "site", name: "site", label: "Lieu" },
    { kind: "curseur", name: "seuil", label: "Seuil", min: 5, max: 60, step: 5, unit: "min" },
    {
      kind: "choix",
      name: "mode",
      label: "Lecture",
      options: [
        { value: "plus-proche", label: "Site le plus proche" },
        { value: "moyenne", label: "Moyenne" },
      ],
    },
  ],
  mainColumn: "minutes",
  reseau: true,
  moteurs: "minutes",
  parseParams: () => success({}),
  needs: () => [],
  genres: () => [],
  graphe: "proche",
  destinations: () => [],
  *compute() {
    yield { part: 1, etape: "territoires" };
    return OUTPUT;
  },
};

export interface Faux {
  readonly store: StoreApi<State>;
  readonly commands: FauxCommandes;
  unmount(): void;
}

/** A first result on the screen, the drawer and the panel as at the first visit. */
export function etatAvecResultat(): State {
  return { ...INITIAL, results: { ...INITIAL.results, etat: "a-jour", courant: { key: "k", output: OUTPUT } } };
}

/**
 * Draws a component as in the application, with a store that only tests write.
 * @param preparer what commands answer, for a component that asks as soon as it is drawn
 */
export function dessiner(element: ReactNode, etat: State = INITIAL, preparer: (commands: FauxCommandes) => void = () => undefined): Faux {
  const store = createStore<State>()(() => etat);
  const commands = fauxCommandes();
  preparer(commands);
  const { unmount } = render(<OutilsContext value={{ store, commands, analyses: [ANALYSE] }}>{element}</OutilsContext>);
  return { store, commands, unmount };
}
