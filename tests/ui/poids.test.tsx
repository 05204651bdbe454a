import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { descriptionDeparts } from "../../src/analyses/departs/description";
import { descriptionFragilite } from "../../src/analyses/fragilite/description";
import { FormulaireParams } from "../../src/ui/panels/FormulaireParams";
import type { Params } from "../../src/analyses/analysis";
import { INITIAL } from "../../src/store/create-store";
import { dessiner } from "./faux";

const { fields, defaults } = descriptionFragilite;

// The control is loaded on demand: loaded here, so that no test waits for it.
beforeAll(async () => {
  await Promise.all([import("../../src/ui/panels/Poids"), import("../../src/ui/panels/Prereglages")]);
});

describe("a year", () => {
  it("has no thousands separator", () => {
    dessiner(<FormulaireParams champs={descriptionDeparts.fields} valeurs={descriptionDeparts.defaults} changer={vi.fn()} />);
    expect(screen.getByLabelText("Année").getAttribute("aria-valuetext")).toBe("2030");
  });
});

describe("weights that sum to 100", () => {
  it("one slider a weight, once, with the weights of the preset", async () => {
    dessiner(<FormulaireParams champs={fields} valeurs={{ ...defaults, prereglage: "acces" }} changer={vi.fn()} />);
    const slider = await screen.findByLabelText("Minutes : généraliste", {}, { timeout: 20_000 });
    expect(slider.getAttribute("aria-valuetext")).toBe("35 %");
    expect(screen.getAllByLabelText("Zonage médecins").map((one) => one.getAttribute("aria-valuetext"))).toEqual(["0 %"]);
  });

  it("moving one moves the others in proportion, and makes them the user's own", async () => {
    const changer = vi.fn();
    dessiner(<FormulaireParams champs={fields} valeurs={{ ...defaults, prereglage: "acces" }} changer={changer} />);
    fireEvent.change(await screen.findByLabelText("Minutes : généraliste", {}, { timeout: 20_000 }), { target: { value: "48" } });
    expect(changer).toHaveBeenCalledWith(expect.objectContaining({ prereglage: "personnalise", poids_minutes_medecin: 48, poids_minutes_msp: 16, poids_minutes_pharmacie: 16, poids_minutes_urgences: 20, poids_zonage: 0 }));
    expect(descriptionFragilite.parseParams(changer.mock.lastCall?.[0]).ok).toBe(true);
  });
});

/** A form that keeps what it is told. */
function Vivant({ depart, changer = () => undefined }: { readonly depart: Params; readonly changer?: (valeurs: Params) => void }) {
  const [valeurs, setValeurs] = useState<Params>(depart);
  return (
    <FormulaireParams
      champs={fields}
      valeurs={valeurs}
      changer={(patch) => {
        setValeurs({ ...valeurs, ...patch });
        changer({ ...valeurs, ...patch });
      }}
    />
  );
}

const ATTENTE = { timeout: 20_000 };
const avecJeu = { ...INITIAL, session: { ...INITIAL.session, jeux: [{ nom: "Ma liste", poids: { poids_apl: 60, poids_revenu: 40 } }, { nom: "D'une autre version", poids: { poids_inconnu: 100 } }] } };

describe("a slider taken to the end and back", () => {
  it("gives the others their proportions again", async () => {
    dessiner(<Vivant depart={{ ...defaults, prereglage: "acces" }} />);
    const slider = await screen.findByLabelText("Minutes : généraliste", {}, ATTENTE);
    fireEvent.focus(slider);
    for (const value of ["100", "35"]) fireEvent.change(slider, { target: { value } });
    expect(screen.getByLabelText("Minutes : urgences").getAttribute("aria-valuetext")).toBe("25 %");
  });
});

describe("sets of weights", () => {
  it("one's own start from those in force", async () => {
    const changer = vi.fn();
    dessiner(<Vivant depart={defaults} changer={changer} />);
    fireEvent.change(await screen.findByLabelText("Poids", {}, ATTENTE), { target: { value: "personnalise" } });
    expect(descriptionFragilite.parseParams(changer.mock.lastCall?.[0]).ok).toBe(true);
  });

  it("a saved one is listed with the others, and choosing it writes its weights in the document", async () => {
    const changer = vi.fn();
    dessiner(<Vivant depart={defaults} changer={changer} />, avecJeu);
    await screen.findByRole("option", { name: "Ma liste" }, ATTENTE);
    expect(screen.queryByRole("option", { name: "D'une autre version" })).toBeNull();
    fireEvent.change(screen.getByLabelText("Poids"), { target: { value: "enregistre:Ma liste" } });
    expect(changer).toHaveBeenCalledWith(expect.objectContaining({ prereglage: "personnalise", poids_apl: 60, poids_revenu: 40, poids_zonage: 0 }));
    expect(screen.getByLabelText<HTMLSelectElement>("Poids").value).toBe("enregistre:Ma liste");
  });

  it("one's own are saved under a name; a saved one is taken out of the list", async () => {
    const { commands } = dessiner(<Vivant depart={{ ...defaults, prereglage: "personnalise", poids_apl: 50, poids_revenu: 50 }} />, avecJeu);
    fireEvent.change(await screen.findByLabelText("Nom de ces poids", {}, ATTENTE), { target: { value: " Moitié moitié " } });
    fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect(commands.enregistrerJeu).toHaveBeenCalledWith("Moitié moitié", expect.objectContaining({ poids_apl: 50, poids_revenu: 50, poids_zonage: 0 }));
    fireEvent.change(screen.getByLabelText("Poids"), { target: { value: "enregistre:Ma liste" } });
    fireEvent.click(screen.getByRole("button", { name: "Retirer « Ma liste »" }));
    expect(commands.retirerJeu).toHaveBeenCalledWith("Ma liste");
  });
});

describe("fields that most readers leave as they are", () => {
  it("are folded together under the others", () => {
    dessiner(<FormulaireParams champs={fields} valeurs={defaults} changer={vi.fn()} />);
    const plus = screen.getByText("Plus de réglages").closest("details");
    expect(plus?.open).toBe(false);
    expect(plus?.contains(screen.getByLabelText("Tirages autour des poids"))).toBe(true);
    expect(plus?.contains(screen.getByLabelText("Fragile à partir de"))).toBe(false);
  });
});
