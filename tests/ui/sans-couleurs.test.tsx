import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { issue } from "../../src/domain/issue";
import { SansCouleurs } from "../../src/ui/app/SansCouleurs";
import { dessiner, etatAvecResultat } from "./faux";

function sans(issues: readonly ReturnType<typeof issue>[]) {
  const avec = etatAvecResultat();
  const { output } = avec.results.courant!;
  return { ...avec, results: { ...avec.results, courant: { key: "k", output: { ...output, views: [], issues } } } };
}

test("a map without colours says what stopped the computation, not what only limits it", () => {
  dessiner(<SansCouleurs />, sans([issue("reseau-importe", "information", { fichier: "a.pbf" }), issue("aucun-point", "erreur", {})]));
  expect(screen.getByText(/^Aucun point candidat.: ajoutez/)).toBeTruthy();
  expect(screen.queryByText(/a\.pbf/)).toBeNull();
});

test("it says the sentence of the result where nothing stopped", () => {
  dessiner(<SansCouleurs />, sans([]));
  expect(screen.getByText(/Graphe routier non chargé/)).toBeTruthy();
});
