import { beforeAll, describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { TerritoireCharge } from "../../src/domain/chargement";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { installerImpression } from "../../src/ui/presentation/impression";
import { etatAvecResultat } from "./faux";

const carre = { type: "Polygon" as const, coordinates: [[[1, 45], [2, 45], [2, 46], [1, 46], [1, 45]]] };
const contour = { type: "FeatureCollection" as const, features: [{ type: "Feature" as const, properties: { code: "87001", nom: "Aixe-sur-Vienne" }, geometry: carre }] };
const TERRITOIRE: TerritoireCharge = {
  territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" },
  communes: {
    id: "communes",
    length: 1,
    columns: [
      { type: "texte", name: "code", label: "Code", values: ["87001"] },
      { type: "texte", name: "nom", label: "Nom", values: ["Aixe-sur-Vienne"] },
      ...(["lon", "lat", "population"] as const).map((name, rang) => ({
        type: "nombre" as const,
        name,
        label: name,
        values: Float64Array.of([1.1, 45.8, 5890][rang] ?? 0),
        unit: "nombre" as const,
        digits: 0,
      })),
    ],
  },
  contours: { commune: contour, epci: contour, "bassin-de-vie": contour, canton: contour, departement: contour, region: contour },
  bbox: [1, 45, 2, 46],
  fond: null,
  issues: [],
};

describe("printed page", () => {
  let store: StoreApi<State>;
  const imprimer = (etat: State): string => {
    store.setState(etat);
    window.dispatchEvent(new Event("beforeprint"));
    return document.body.textContent ?? "";
  };
  const finir = (): boolean => window.dispatchEvent(new Event("afterprint"));

  beforeAll(() => {
    store = createStore<State>()(() => INITIAL);
    installerImpression(store);
    installerImpression(store);
  });

  const avecTerritoire = (): State => {
    const etat = etatAvecResultat();
    return { ...etat, datasets: { ...etat.datasets, territoire: TERRITOIRE } };
  };

  it("holds the title, the sentence and the legend", () => {
    const texte = imprimer(avecTerritoire());
    expect(texte).toContain("Temps d'accès · Haute-Vienne");
    expect(texte).toContain("Graphe routier non chargé pour Haute-Vienne");
    expect(texte).toContain("plus de 20 min");
    finir();
  });

  it("stands in for the screen while it prints, once", () => {
    imprimer(avecTerritoire());
    expect(document.body.dataset["impression"]).toBe("");
    expect(document.querySelectorAll("svg")).toHaveLength(1);
    finir();
    expect(document.body.dataset["impression"]).toBeUndefined();
    expect(document.querySelector("svg")).toBeNull();
  });

  it("leaves the spaces that are text as they are", () => {
    const etat = avecTerritoire();
    imprimer({ ...etat, session: { ...etat.session, espace: "methode" } });
    expect(document.body.dataset["impression"]).toBeUndefined();
    finir();
  });
});
