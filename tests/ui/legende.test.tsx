import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { State } from "../../src/store/state";
import { Legendes } from "../../src/ui/legend/Legendes";
import { dessiner, etatAvecResultat } from "./faux";

function avecClasses(breaks: readonly number[]): State {
  const etat = etatAvecResultat();
  const classes = { "temps-acces/minutes": { method: "manuel" as const, breaks } };
  return { ...etat, document: { ...etat.document, courant: { ...etat.document.courant, classes } } };
}

function bornes(): readonly HTMLElement[] {
  return screen.getAllByRole("slider");
}

describe("legend with its histogram", () => {
  it("makes a slider of each bound, its value in words", () => {
    dessiner(<Legendes />, etatAvecResultat());
    expect(bornes().map((borne) => borne.getAttribute("aria-valuetext"))).toEqual(["10 min", "20 min"]);
  });

  it("moves a bound by one unit with an arrow", async () => {
    const { commands } = dessiner(<Legendes />, etatAvecResultat());
    bornes()[0]?.focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(commands.changeClasses).toHaveBeenCalledWith("minutes", { method: "manuel", breaks: [11, 20] });
  });

  it("never lets a bound pass its neighbour", async () => {
    const { commands } = dessiner(<Legendes />, etatAvecResultat());
    bornes()[0]?.focus();
    await userEvent.keyboard("{End}");
    expect(commands.changeClasses).toHaveBeenCalledWith("minutes", { method: "manuel", breaks: [19, 20] });
  });

  it("asks for nothing when a bound has no room", async () => {
    const { commands } = dessiner(<Legendes />, avecClasses([19, 20]));
    bornes()[0]?.focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(commands.changeClasses).not.toHaveBeenCalled();
  });

  it("counts the territories of each class, those without data apart", () => {
    dessiner(<Legendes />, etatAvecResultat());
    const noms = screen.getAllByRole("button", { pressed: false }).map((classe) => classe.getAttribute("aria-label"));
    expect(noms).toEqual(["10 min ou moins, 2 communes", "plus de 10 à 20 min, 0 commune", "plus de 20 min, 1 commune", "pas de donnée, 1 commune"]);
  });

  it("lights the territories of the class under the pointer, and only while it is there", async () => {
    const { commands } = dessiner(<Legendes />, etatAvecResultat());
    const classe = screen.getByRole("button", { name: /^plus de 20 min/ });
    await userEvent.hover(classe);
    await userEvent.unhover(classe);
    expect(commands.hoverClasse.mock.calls).toEqual([[2], [null]]);
  });

  it("keeps a class lit once it is clicked", async () => {
    const { commands } = dessiner(<Legendes />, etatAvecResultat());
    const classe = screen.getByRole("button", { name: /^plus de 20 min/ });
    await userEvent.click(classe);
    expect(commands.choisirClasse).toHaveBeenCalledWith({ vue: "minutes", classe: 2 });
  });

  it("a second click on the class that is kept lets every one come back", async () => {
    const etat = etatAvecResultat();
    const { commands } = dessiner(<Legendes />, { ...etat, session: { ...etat.session, classeChoisie: { vue: "minutes", classe: 2 } } });
    await userEvent.click(screen.getByRole("button", { name: /^plus de 20 min/, pressed: true }));
    expect(commands.choisirClasse).toHaveBeenCalledWith(null);
  });

  it("offers the presets of the view among the methods", async () => {
    const { commands } = dessiner(<Legendes />, avecClasses([5, 15]));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Classes" }), "Seuils : 10/20 min");
    expect(commands.changeClasses).toHaveBeenCalledWith("minutes", { method: "seuils", breaks: [10, 20] });
  });

  it("asks for the number of classes of a computed method", async () => {
    const etat = etatAvecResultat();
    const classes = { "temps-acces/minutes": { method: "egal" as const, count: 3 } };
    const { commands } = dessiner(<Legendes />, { ...etat, document: { ...etat.document, courant: { ...etat.document.courant, classes } } });
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Nombre" }), "4");
    expect(commands.changeClasses).toHaveBeenCalledWith("minutes", { method: "egal", count: 4 });
  });

  it("goes back to the classes of the view", async () => {
    const { commands } = dessiner(<Legendes />, avecClasses([5, 15]));
    await userEvent.click(screen.getByRole("button", { name: "Classes d'origine" }));
    expect(commands.changeClasses).toHaveBeenCalledWith("minutes", null);
  });
});
