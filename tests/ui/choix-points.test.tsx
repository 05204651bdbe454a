import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { FormulaireParams } from "../../src/ui/panels/FormulaireParams";
import { dessiner, etatAvecResultat } from "./faux";

const CHAMP = { kind: "points", name: "points", label: "Mes points" } as const;
const SAISIE = "Un point par ligne : longitude, latitude, nom";

function formulaire(points: readonly string[], etat: State = INITIAL) {
  const changer = vi.fn();
  return { changer, ...dessiner(<FormulaireParams champs={[CHAMP]} valeurs={{ points }} changer={changer} />, etat) };
}

/** Texts are drawn with their no-break spaces. */
const champ = () => screen.findByRole("textbox", { name: (nom) => nom.replaceAll(/\s/g, " ") === SAISIE });

describe("the user's candidate points", () => {
  it("are added from lines typed or pasted, after those already there", async () => {
    const { changer } = formulaire(["1.4 46 Mairie"]);
    await userEvent.type(await champ(), "1,25 45,83 Ancienne école{Enter}1.3;45.9");
    await userEvent.click(screen.getByRole("button", { name: "Ajouter ces points" }));
    expect(changer).toHaveBeenCalledWith({ points: ["1.4 46 Mairie", "1.25 45.83 Ancienne école", "1.3 45.9 Point 3"] });
  });

  it("a wrong line is said with its number, and nothing is taken", async () => {
    const { changer } = formulaire([]);
    await userEvent.type(await champ(), "1,25 45,83 Ancienne école{Enter}45,83 1,25 Grange");
    await userEvent.click(screen.getByRole("button", { name: "Ajouter ces points" }));
    expect(screen.getByRole("status").textContent).toMatch(/^Ligne 2\s: il faut la longitude avant la latitude/);
    expect((await champ()).getAttribute("aria-invalid")).toBe("true");
    expect(changer).not.toHaveBeenCalled();
  });

  it("are taken off one by one", async () => {
    const { changer } = formulaire(["1.4 46 Mairie", "1.25 45.83 Garage"]);
    await userEvent.click(await screen.findByRole("button", { name: "Retirer Mairie" }));
    expect(changer).toHaveBeenCalledWith({ points: ["1.25 45.83 Garage"] });
  });

  it("are counted with the sites of the map, where one more is added", async () => {
    const etat = etatAvecResultat();
    const selection = { ...etat.document.courant.selection, ajouts: [{ id: "ajout-1", nom: "Site ajouté 1", genre: "msp", lon: 1.2, lat: 45.8 } as const] };
    const { commands } = formulaire([], { ...etat, session: { ...etat.session, webgl: "ok" }, document: { ...etat.document, courant: { ...etat.document.courant, selection } } });
    expect(await screen.findByText("Et 1 site ajouté sur la carte.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Ajouter un point sur la carte" }));
    expect(commands.poser).toHaveBeenCalledWith(true);
  });
});
