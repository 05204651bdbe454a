import { fireEvent, screen } from "@testing-library/react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { descriptionDeparts } from "../../src/analyses/departs/description";
import { descriptionFragilite } from "../../src/analyses/fragilite/description";
import { FormulaireParams } from "../../src/ui/panels/FormulaireParams";
import { dessiner } from "./faux";

const { fields, defaults } = descriptionFragilite;

// The control is loaded on demand: loaded here, so that no test waits for it.
beforeAll(async () => {
  await import("../../src/ui/panels/Poids");
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

describe("fields that most readers leave as they are", () => {
  it("are folded together under the others", () => {
    dessiner(<FormulaireParams champs={fields} valeurs={defaults} changer={vi.fn()} />);
    const plus = screen.getByText("Plus de réglages").closest("details");
    expect(plus?.open).toBe(false);
    expect(plus?.contains(screen.getByLabelText("Tirages autour des poids"))).toBe(true);
    expect(plus?.contains(screen.getByLabelText("Fragile à partir de"))).toBe(false);
  });
});
