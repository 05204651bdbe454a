import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { CoucheChargee } from "../../src/domain/chargement";
import type { Provenance } from "../../src/domain/provenance";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { Couches } from "../../src/ui/panels/Couches";
import { dessiner } from "./faux";

const SOURCE: Provenance = { resource: "msp", title: "MSP", publisher: "ANS", licence: "LO", vintage: "2021", quality: "officiel" };
const MSP: CoucheChargee = {
  couche: "msp",
  features: { type: "FeatureCollection", features: [] },
  count: 13,
  sources: [SOURCE, { ...SOURCE, resource: "corrections", quality: "derive" }],
  issues: [],
};

function avec(couches: State["datasets"]["couches"]): State {
  return { ...INITIAL, datasets: { ...INITIAL.datasets, couches } };
}

describe("layers of the map", () => {
  it("ticks those of the document", () => {
    dessiner(<Couches />);
    const cochees = screen.getAllByRole<HTMLInputElement>("checkbox", { hidden: true }).filter(({ checked }) => checked);
    expect(cochees.map(({ labels }) => labels?.[0]?.textContent)).toEqual(["Maisons de santé"]);
  });

  it("shows or hides one", async () => {
    const { commands } = dessiner(<Couches />);
    await userEvent.click(screen.getByLabelText("Zonage des médecins"));
    expect(commands.toggleCouche).toHaveBeenCalledWith("zonage");
  });

  it("counts what is shown, as sure as its weakest source", () => {
    dessiner(<Couches />, avec({ msp: MSP }));
    expect(screen.getByTitle("13 maisons de santé").textContent).toBe("13");
    expect(screen.getByText("dérivé")).toBeTruthy();
  });

  it("says that a layer is on its way", () => {
    dessiner(<Couches />);
    expect(screen.getByText("chargement…")).toBeTruthy();
  });

  it("says beside the layer why it is empty", () => {
    const issue = { code: "ressource-absente", severity: "erreur", params: { ressource: "msp" } } as const;
    dessiner(<Couches />, avec({ msp: { ...MSP, issues: [issue] } }));
    expect(screen.getByText(/« msp » est introuvable/)).toBeTruthy();
  });
});
