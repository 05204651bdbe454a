import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { issue } from "../../src/domain/issue";
import { INITIAL } from "../../src/store/create-store";
import type { ImportReseau, State } from "../../src/store/state";
import { Reseaux } from "../../src/ui/donnees/Reseaux";
import { reseau } from "../store/world";
import { dessiner } from "./faux";

const CREUSE = reseau("creuse.osm.pbf");

function etat(importReseau: ImportReseau | null, reseaux: State["datasets"]["reseaux"] = [], choisi: State["document"]["courant"]["reseau"] = null): State {
  return {
    ...INITIAL,
    datasets: { ...INITIAL.datasets, reseaux },
    session: { ...INITIAL.session, importReseau },
    document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, reseau: choisi } },
  };
}

test("a file chosen is given to the worker", async () => {
  const { commands } = dessiner(<Reseaux />, etat(null));
  const fichier = new File(["x"], "creuse.osm.pbf");
  await userEvent.upload(screen.getByLabelText("Importer des routes"), fichier);
  expect(commands.importerReseau).toHaveBeenCalledWith(fichier);
});

test("a reading shows how far it is and can be given up", async () => {
  const { commands } = dessiner(<Reseaux />, etat({ etat: "lecture", fichier: "creuse.osm.pbf", part: 0.43 }));
  expect(screen.getByRole("progressbar", { name: "Lecture de « creuse.osm.pbf »" })).toHaveProperty("value", 0.43);
  await userEvent.click(screen.getByRole("button", { name: "Annuler l'import" }));
  expect(commands.annulerImport).toHaveBeenCalledOnce();
});

test("a network imported says what it holds, that its towns are estimated, and can be used", async () => {
  const { commands } = dessiner(<Reseaux />, etat({ etat: "fini", fichier: "creuse.osm.pbf", reseau: CREUSE, issues: [] }, [CREUSE]));
  const status = screen.getByRole("status");
  expect(status.textContent).toContain("3 voies lues, 2 ouvertes aux voitures.");
  expect(status.textContent).toMatch(/en agglomération \(estimé\)/);
  await userEvent.click(screen.getByRole("button", { name: "Utiliser ce réseau" }));
  expect(commands.choisirReseau).toHaveBeenCalledWith(CREUSE);
});

test("a network that could not be kept says so", () => {
  const volatile = { ...CREUSE, garde: false };
  dessiner(<Reseaux />, etat({ etat: "fini", fichier: "creuse.osm.pbf", reseau: volatile, issues: [] }, [volatile]));
  expect(screen.getByText(/Le navigateur refuse de le garder/)).toBeTruthy();
  expect(screen.getByText(/en mémoire seulement/)).toBeTruthy();
});

test("a refusal is an alert with its reason", () => {
  const issues = [issue("reseau-sans-route", "erreur", { fichier: "creuse.osm.pbf", lues: 0 })];
  dessiner(<Reseaux />, etat({ etat: "refuse", fichier: "creuse.osm.pbf", issues }));
  expect(screen.getByRole("alert").textContent).toContain("ne contient aucune route");
});

test("networks are chosen and removed in the list", async () => {
  const { commands } = dessiner(<Reseaux />, etat(null, [CREUSE], { id: CREUSE.id, fichier: CREUSE.fichier }));
  expect(screen.getByRole("radio", { name: /creuse/ })).toHaveProperty("checked", true);
  await userEvent.click(screen.getByRole("radio", { name: /Réseau de Maillage/ }));
  expect(commands.choisirReseau).toHaveBeenCalledWith(null);
  await userEvent.click(screen.getByRole("button", { name: /Retirer « creuse/ }));
  expect(commands.retirerReseau).toHaveBeenCalledWith(CREUSE.id);
});

test("a chosen network that is no longer there is named", () => {
  dessiner(<Reseaux />, etat(null, [], { id: "parti", fichier: "corse.osm.pbf" }));
  expect(screen.getByText(/« corse.osm.pbf », choisi dans ce travail, n'est plus dans ce navigateur/)).toBeTruthy();
});
