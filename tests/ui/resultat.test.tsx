import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { INITIAL } from "../../src/store/create-store";
import type { EtatCalcul, State } from "../../src/store/state";
import { Resultat } from "../../src/ui/panels/Resultat";
import { dessiner, etatAvecResultat } from "./faux";

function dans(etat: EtatCalcul, part = 0): State {
  const avec = etatAvecResultat();
  return { ...avec, results: { ...avec.results, etat, part } };
}

describe("result", () => {
  it("says its sentence and that it is up to date", () => {
    dessiner(<Resultat />, dans("a-jour"));
    expect(screen.getByText(/Graphe routier non chargé pour Haute-Vienne/)).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("à jour");
  });

  it("keeps the previous result while it computes, and can be stopped", async () => {
    const { commands } = dessiner(<Resultat />, dans("calcul", 0.4));
    expect(screen.getByText(/Graphe routier non chargé/)).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("0.4");
    await userEvent.click(screen.getByRole("button", { name: "Annuler le calcul" }));
    expect(commands.annulerCalcul).toHaveBeenCalledOnce();
  });

  it("says that a result is out of date, and can be started again", async () => {
    const { commands } = dessiner(<Resultat />, dans("perime"));
    expect(screen.getByRole("status").textContent).toBe("périmé");
    await userEvent.click(screen.getByRole("button", { name: "Relancer le calcul" }));
    expect(commands.recalculer).toHaveBeenCalledOnce();
  });

  it("says why a computation failed, beside it", () => {
    const issue = { code: "ressource-absente", severity: "erreur", params: { ressource: "graphe-hv50" } } as const;
    dessiner(<Resultat />, { ...INITIAL, results: { etat: "echec", part: 0, compte: null, courant: null, issues: [issue] } });
    expect(screen.getByText(/« graphe-hv50 » est introuvable/)).toBeTruthy();
  });

  it("what stopped a computation is read at once; what only limits a result is folded", () => {
    const ouvert = (severity: "erreur" | "information"): boolean => {
      const avec = dans("a-jour");
      const courant = avec.results.courant!;
      const issues = [{ code: "sans-programme", severity, params: { analyse: severity } }] as const;
      dessiner(<Resultat />, { ...avec, results: { ...avec.results, courant: { ...courant, output: { ...courant.output, issues } } } });
      return screen.getByText(new RegExp(`« ${severity} » n'a pas de programme`)).closest("details")!.open;
    };
    expect([ouvert("erreur"), ouvert("information")]).toEqual([true, false]);
  });

  it("gives the blank template of a table without which there is no result", async () => {
    const issue = { code: "table-a-importer", severity: "erreur", params: { ressource: "cpts" } } as const;
    const { commands } = dessiner(<Resultat />, { ...INITIAL, results: { etat: "echec", part: 0, compte: null, courant: null, issues: [issue] } });
    const bloc = await screen.findByRole("region", { name: "À importer : Périmètres de CPTS" });
    expect(bloc.textContent).toContain("code_insee;cpts");
    await userEvent.click(screen.getByRole("button", { name: /modèle/i }));
    expect(commands.exporterModele).toHaveBeenCalledExactlyOnceWith("cpts", "modele");
  });

  it("teaches while there is nothing yet", () => {
    dessiner(<Resultat />);
    expect(screen.getByText(/le premier calcul prend quelques secondes/)).toBeTruthy();
  });
});
