import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { INITIAL } from "../../src/store/create-store";
import type { Notice, State } from "../../src/store/state";
import { Notices } from "../../src/ui/app/Notices";
import { dessiner } from "./faux";

function avec(...notices: readonly Notice[]): State {
  return { ...INITIAL, notices };
}

describe("notices", () => {
  it("stand in a live region", () => {
    dessiner(<Notices />, avec({ id: 1, ton: "info", texte: "Lien copié." }));
    expect(screen.getByRole("region", { name: "Messages" }).getAttribute("aria-live")).toBe("polite");
  });

  it("are dismissed one by one", async () => {
    const { commands } = dessiner(<Notices />, avec({ id: 1, ton: "info", texte: "Un" }, { id: 2, ton: "attention", texte: "Deux" }));
    await userEvent.click(screen.getAllByRole("button", { name: "Fermer ce message" })[1] as HTMLElement);
    expect(commands.fermerNotice).toHaveBeenCalledWith(2);
  });

  it("interrupt for an error only", () => {
    dessiner(<Notices />, avec({ id: 1, ton: "info", texte: "Un" }, { id: 2, ton: "erreur", texte: "Deux" }));
    expect(screen.getAllByRole("alert").map((alerte) => alerte.textContent)).toEqual(["Erreur : Deux"]);
  });

  it("run their action and go", async () => {
    const faire = vi.fn();
    const { commands } = dessiner(<Notices />, avec({ id: 7, ton: "info", texte: "Prête", action: { libelle: "Recharger", faire } }));
    await userEvent.click(screen.getByRole("button", { name: "Recharger" }));
    expect(faire).toHaveBeenCalledOnce();
    expect(commands.fermerNotice).toHaveBeenCalledWith(7);
  });
});
