import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FormulaireParams } from "../../src/ui/panels/FormulaireParams";
import { Quoi } from "../../src/ui/panels/Quoi";
import { INITIAL } from "../../src/store/create-store";
import { ANALYSE, dessiner } from "./faux";

describe("parameter form generated from the descriptors", () => {
  it("draws one control a field, named by its label", () => {
    dessiner(<Quoi />);
    expect(screen.getByRole("combobox", { name: "Lecture" })).toBeTruthy();
    expect(screen.getByRole("slider", { name: "Seuil" })).toBeTruthy();
    expect(screen.getByRole("group", { name: "Rejoindre" })).toBeTruthy();
  });

  it("shows the defaults until the user has chosen", () => {
    dessiner(<Quoi />);
    expect(screen.getByRole<HTMLInputElement>("slider", { name: "Seuil" }).getAttribute("aria-valuetext")).toBe("20 min");
  });

  it("shows the user's own value over the default", () => {
    const etat = { ...INITIAL, document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, params: { "temps-acces": { seuil: 35 } } } } };
    dessiner(<Quoi />, etat);
    expect(screen.getByRole<HTMLInputElement>("slider", { name: "Seuil" }).value).toBe("35");
  });

  it("asks for the one parameter that changes", async () => {
    const { commands } = dessiner(<Quoi />);
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Lecture" }), "moyenne");
    expect(commands.changeParams).toHaveBeenCalledWith({ mode: "moyenne" });
  });

  it("offers the sites of the list by name, and all of them", async () => {
    const sites = { ids: ["b", "a"], noms: ["Bellac", "Aixe"], communes: [null, null], lon: Float64Array.of(1, 1), lat: Float64Array.of(45, 45), capacite: Float64Array.of(1, 1) };
    const { commands } = dessiner(<Quoi />, { ...INITIAL, datasets: { ...INITIAL.datasets, sites } });
    const liste = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Lieu" });
    expect([...liste.options].map(({ text }) => text)).toEqual(["Tous les sites", "Aixe", "Bellac"]);
    await userEvent.selectOptions(liste, "b");
    expect(commands.changeParams).toHaveBeenCalledWith({ site: "b" });
  });

  it("keeps showing a site whose list has not come yet", async () => {
    const etat = { ...INITIAL, document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, params: { "temps-acces": { site: "870000064" } } } } };
    dessiner(<Quoi />, etat);
    expect((await screen.findByRole<HTMLSelectElement>("combobox", { name: "Lieu" })).value).toBe("870000064");
  });

  it("keeps several choices in the order of the menu", async () => {
    const { commands } = dessiner(<Quoi />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Pharmacie", hidden: true }));
    expect(commands.changeParams).toHaveBeenCalledWith({ genres: ["msp", "pharmacie"] });
  });

  it("does not let the last choice go", () => {
    dessiner(<Quoi />);
    const rejoindre = within(screen.getByRole("group", { name: "Rejoindre" }));
    expect(rejoindre.getByRole<HTMLInputElement>("checkbox", { name: "Maison de santé", hidden: true }).disabled).toBe(true);
  });

  it("hides a field that the others make no use of", () => {
    const shown = (seuil: number): boolean => {
      const { unmount } = dessiner(<FormulaireParams champs={[{ kind: "case", name: "cache", label: "Caché", si: (params) => params["seuil"] !== 20 }]} valeurs={{ seuil, cache: false }} changer={() => {}} />);
      const found = screen.queryByRole("checkbox", { name: "Caché" }) !== null;
      unmount();
      return found;
    };
    expect([shown(20), shown(35)]).toEqual([false, true]);
  });

  it("asks the question of the analysis", () => {
    dessiner(<Quoi />);
    expect(screen.getByText(ANALYSE.question)).toBeTruthy();
  });
});
