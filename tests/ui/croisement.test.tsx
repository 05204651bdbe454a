import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../src/carto/view";
import type { State } from "../../src/store/state";
import { Legendes } from "../../src/ui/legend/Legendes";
import { dessiner, etatAvecResultat, TABLE, VUE } from "./faux";

const nom = (k: number): string => `${["haut", "milieu", "bas"][Math.floor(k / 3)]}, ${["gauche", "centre", "droite"][k % 3]}`;
const categories = Array.from({ length: 9 }, (_, k) => ({ value: `c${k}`, label: nom(k), color: `#11223${k}`, pattern: "plein" as const }));
const table = { ...TABLE, columns: [...TABLE.columns, { type: "texte" as const, name: "classe", label: "Classe", values: ["c2", "c2", "c6", null] }] };
const vue: View = { ...VUE, id: "croisement", table, column: "classe", unit: "nombre", scale: { kind: "categories", categories, grille: { lignes: { titre: "Fragilité", classes: ["haut", "milieu", "bas"] }, colonnes: { titre: "Distance", classes: ["gauche", "centre", "droite"] } } } };

function etat(classe: number | null = null): State {
  const avant = etatAvecResultat();
  const courant = avant.results.courant!;
  return {
    ...avant,
    results: { ...avant.results, courant: { ...courant, output: { ...courant.output, table, views: [vue] } } },
    session: { ...avant.session, classeChoisie: classe === null ? null : { vue: "croisement", classe } },
  };
}

beforeAll(async () => {
  await import("../../src/ui/legend/Croisement");
});

describe("the legend of two readings that cross", () => {
  it("is a table: a cell a class, named and counted, between its sides", async () => {
    dessiner(<Legendes />, etat());
    await screen.findByRole("table");
    expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual(["haut", "milieu", "bas"]);
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(["gauche", "centre", "droite"]);
    const cells = screen.getAllByRole("button").map((cell) => cell.getAttribute("aria-label"));
    expect(cells).toEqual(categories.map(({ label }, k) => `${label}, ${k === 2 ? "2 communes" : k === 6 ? "1 commune" : "0 commune"}`));
    expect(screen.getByText(/1 commune hors du tableau : pas de donnée/)).toBeDefined();
  });

  it("a click keeps the territories of a cell; a second one lets all come back", async () => {
    const first = dessiner(<Legendes />, etat());
    await userEvent.click(await screen.findByRole("button", { name: /^haut, droite/ }));
    expect(first.commands.choisirClasse).toHaveBeenCalledWith({ vue: "croisement", classe: 2 });
    first.unmount();
    const { commands } = dessiner(<Legendes />, etat(2));
    await userEvent.click(await screen.findByRole("button", { name: /^haut, droite/, pressed: true }));
    expect(commands.choisirClasse).toHaveBeenCalledWith(null);
  });

  it("says in words what is chosen", async () => {
    dessiner(<Legendes />, etat(2));
    expect((await screen.findByRole("status")).textContent).toBe("2 communes : haut, droite.");
  });

  it("by the keyboard: one stop, arrows from cell to cell and never out of the table, Enter chooses", async () => {
    const { commands } = dessiner(<Legendes />, etat());
    const cells = await screen.findAllByRole("button");
    expect(cells.filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    cells[0]?.focus();
    await userEvent.keyboard("{ArrowUp}{ArrowLeft}{ArrowRight}{ArrowDown}{Enter}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("milieu, centre, 0 commune");
    expect(commands.choisirClasse).toHaveBeenCalledWith({ vue: "croisement", classe: 4 });
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("milieu, gauche, 0 commune");
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowDown}{ArrowDown}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("bas, droite, 0 commune");
  });
});
