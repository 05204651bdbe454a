import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { Visite } from "../../src/ui/tour/Visite";
import { dessiner } from "./faux";

function aEtape(visite: number | null): State {
  return { ...INITIAL, session: { ...INITIAL.session, visite } };
}

describe("first-visit tour", () => {
  it("opens with the four doors", () => {
    dessiner(<Visite />, aEtape(0));
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
  });

  it("is skipped for good", async () => {
    const { commands } = dessiner(<Visite />, aEtape(0));
    await userEvent.click(screen.getByRole("button", { name: "Passer" }));
    expect(commands.visite).toHaveBeenCalledWith(null);
  });

  it("is skipped with Escape", async () => {
    const { commands } = dessiner(<Visite />, aEtape(1));
    await userEvent.keyboard("{Escape}");
    expect(commands.visite).toHaveBeenCalledWith(null);
  });

  it("goes on without choosing a door", async () => {
    const { commands } = dessiner(<Visite />, aEtape(0));
    await userEvent.click(screen.getByRole("button", { name: "Garder la carte affichée" }));
    expect(commands.visite).toHaveBeenCalledWith(1);
  });

  it("ends with its last step", async () => {
    const { commands } = dessiner(<Visite />, aEtape(2));
    await userEvent.click(screen.getByRole("button", { name: "C'est compris" }));
    expect(commands.visite).toHaveBeenCalledWith(null);
  });

  it("sets the screen up for the door that is opened", async () => {
    const { commands } = dessiner(<Visite />, aEtape(0));
    await userEvent.click(screen.getByRole("button", { name: /Commune, intercommunalité/ }));
    expect(commands.changeAnalyse).toHaveBeenCalledWith("implantation");
    expect(commands.changeParams).toHaveBeenCalledWith({});
    expect(commands.visite).toHaveBeenCalledWith(1);
  });

  it("leaves the layers that are already there alone", async () => {
    const { commands } = dessiner(<Visite />, aEtape(0));
    await userEvent.click(screen.getByRole("button", { name: /Commune, intercommunalité/ }));
    expect(commands.toggleCouche.mock.calls).toEqual([["limites-epci"]]);
  });

  it("shows nothing once it is done", () => {
    dessiner(<Visite />, aEtape(null));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
