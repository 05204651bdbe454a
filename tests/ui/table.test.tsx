import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { State } from "../../src/store/state";
import { Grille } from "../../src/ui/table/Grille";
import { dessiner, etatAvecResultat, TABLE } from "./faux";

const grille = <Grille table={TABLE} niveau="commune" principale="minutes" />;

function noms(): readonly string[] {
  return screen.getAllByRole("row").slice(1).map((row) => row.querySelector("td")?.textContent ?? "");
}

function avecFiltre(filtre: string): State {
  const etat = etatAvecResultat();
  return { ...etat, session: { ...etat.session, filtre } };
}

describe("table of the result", () => {
  beforeEach(() => {
    // jsdom lays nothing out: a drawer of ten rows.
    vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(340);
    vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(800);
  });
  afterEach(() => vi.restoreAllMocks());

  it("shows the smallest figures first where they are read first, what is missing last", () => {
    dessiner(<Grille table={TABLE} niveau="commune" principale="minutes" croissant />);
    expect(noms()).toEqual(["Limoges", "Aixe-sur-Vienne", "Bellac", "Éymoutiers"]);
  });
  it("starts with the largest value of the main column, « pas de donnée » last", () => {
    dessiner(grille);
    expect(noms()).toEqual(["Bellac", "Aixe-sur-Vienne", "Limoges", "Éymoutiers"]);
  });

  it("turns the order round, « pas de donnée » still last", async () => {
    dessiner(grille);
    await userEvent.click(screen.getByRole("button", { name: "Minutes" }));
    expect(noms()).toEqual(["Limoges", "Aixe-sur-Vienne", "Bellac", "Éymoutiers"]);
  });

  it("keeps the class chosen in the legend, and only it; nothing of a class of a view that is not on the map", () => {
    const etat = etatAvecResultat();
    const avec = (vue: string): State => ({ ...etat, session: { ...etat.session, classeChoisie: { vue, classe: 0 } } });
    const { unmount } = dessiner(grille, avec("minutes"));
    expect(noms()).toEqual(["Aixe-sur-Vienne", "Limoges"]);
    unmount();
    dessiner(grille, avec("ailleurs"));
    expect(noms()).toHaveLength(4);
  });

  it("keeps every row when the class is one of cells, which are not its rows", () => {
    const etat = etatAvecResultat();
    const { courant } = etat.results;
    const [vue] = courant?.output.views ?? [];
    if (courant === null || vue === undefined) throw new Error("the example has a view");
    const sansCode = { ...vue.table, columns: vue.table.columns.filter(({ name }) => name !== "code" && name !== "nom") };
    const output = { ...courant.output, views: [{ ...vue, id: "mailles", table: sansCode }] };
    dessiner(grille, { ...etat, results: { ...etat.results, courant: { ...courant, output } }, session: { ...etat.session, classeChoisie: { vue: "mailles", classe: 0 } } });
    expect(noms()).toHaveLength(4);
  });

  it("sorts names as French does", async () => {
    dessiner(grille);
    await userEvent.click(screen.getByRole("button", { name: "Nom" }));
    expect(noms()).toEqual(["Aixe-sur-Vienne", "Bellac", "Éymoutiers", "Limoges"]);
  });

  it("says which column is sorted, and how", async () => {
    dessiner(grille);
    expect(screen.getByRole("columnheader", { name: "Minutes" }).getAttribute("aria-sort")).toBe("descending");
  });

  it("writes French figures, and « pas de donnée » for what is not known", () => {
    dessiner(grille);
    const cellules = screen.getAllByRole("row").map((row) => [...row.querySelectorAll("td")].map((td) => td.textContent));
    expect(cellules[2]).toEqual(["Aixe-sur-Vienne", "4,3", "12,5 %", "87001"]);
    expect(cellules[4]).toEqual(["Éymoutiers", "pas de donnée", "pas de donnée", "87154"]);
  });

  it("keeps the rows whose name holds the filter, accents ignored", () => {
    dessiner(grille, avecFiltre("eymou"));
    expect(noms()).toEqual(["Éymoutiers"]);
  });

  it("offers to clear a filter that keeps nothing", async () => {
    const { commands } = dessiner(grille, avecFiltre("zzz"));
    await userEvent.click(screen.getByRole("button", { name: "Effacer le filtre" }));
    expect(commands.filtrer).toHaveBeenCalledWith("");
  });

  it("opens the sheet of a row that is clicked", async () => {
    const { commands } = dessiner(grille);
    await userEvent.click(screen.getByText("Bellac"));
    expect(commands.select).toHaveBeenCalledWith({ genre: "territoire", niveau: "commune", code: "87011" });
  });

  it("opens nothing when its rows are not territories", async () => {
    const { commands } = dessiner(<Grille table={TABLE} niveau={null} principale="minutes" />);
    await userEvent.click(screen.getByText("Bellac"));
    await userEvent.keyboard("{Enter}");
    expect(commands.select).not.toHaveBeenCalled();
  });

  it("highlights on the map the row under the pointer", async () => {
    const { commands } = dessiner(grille);
    await userEvent.hover(screen.getByText("Limoges"));
    expect(commands.hover).toHaveBeenCalledWith("87085");
  });

  it("goes down with the arrow and opens with Enter", async () => {
    const { commands } = dessiner(grille);
    screen.getAllByRole("row")[1]?.focus();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(commands.select).toHaveBeenCalledWith({ genre: "territoire", niveau: "commune", code: "87001" });
  });

  it("has one row in the tab order", () => {
    dessiner(grille);
    expect(screen.getAllByRole("row").filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });
});
