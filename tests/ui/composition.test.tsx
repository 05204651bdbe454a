import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import type { NumberColumn, Table } from "../../src/domain/table";
import type { State } from "../../src/store/state";
import { Composition } from "../../src/ui/parts/Composition";
import { Grille } from "../../src/ui/table/Grille";
import { dessiner, etatAvecResultat, TABLE, VUE } from "./faux";

const part = (name: string, nom: string, values: readonly number[]): NumberColumn => ({ name, label: `Points apportés par : ${nom}`, type: "nombre", unit: "nombre", digits: 1, values: Float64Array.from(values), part: { de: "score", nom } });
const SCORE: NumberColumn = { name: "score", label: "Score", type: "nombre", unit: "nombre", digits: 1, values: Float64Array.of(50, 40, 30, 20) };
const AVEC: Table = { ...TABLE, columns: [...TABLE.columns, SCORE, part("a", "Zonage", [20, 40, 30, 20]), part("b", "APL", [30, 0, 0, Number.NaN])] };

function etat(table: Table): State {
  const avant = etatAvecResultat();
  const courant = avant.results.courant!;
  const output: Output = { ...courant.output, table, views: [{ ...VUE, table }] };
  return { ...avant, results: { ...avant.results, courant: { ...courant, output } } };
}

describe("what a score is made of", () => {
  const sujet = { genre: "territoire", niveau: "commune", code: "87001" } as const;
  it("stands in the sheet of a territory: the bar in words, the parts by weight", () => {
    dessiner(<Composition sujet={sujet} />, etat(AVEC));
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe("Score 50,0 : APL 30,0 ; Zonage 20,0");
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["APL30,0 points", "Zonage20,0 points"]);
  });
  it("what is not known says so", () => {
    dessiner(<Composition sujet={{ ...sujet, code: "87154" }} />, etat(AVEC));
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Zonage20,0 points", "APLpas de donnée"]);
  });
  it("is not there when no column adds up, nor for a territory of another level", () => {
    dessiner(<Composition sujet={sujet} />, etat(TABLE));
    dessiner(<Composition sujet={{ ...sujet, niveau: "epci" }} />, etat(AVEC));
    expect(screen.queryByRole("img")).toBeNull();
  });
});

describe("the table", () => {
  it("draws the parts beside their total", () => {
    dessiner(<Grille table={AVEC} niveau="commune" principale="score" />, etat(AVEC));
    const heads = screen.getAllByRole("columnheader").map((head) => head.textContent);
    expect(heads[heads.indexOf("Score") + 1]).toBe("Ce qui fait ce chiffre");
    const rows = screen.queryAllByRole("row").slice(1);
    for (const row of rows.filter((one) => one.getAttribute("aria-hidden") === null)) expect(within(row).getByRole("img").getAttribute("aria-label")).toMatch(/^Score /);
  });
});
