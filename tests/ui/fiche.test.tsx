import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Fiche } from "../../src/domain/fiche";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { FichePanneau } from "../../src/ui/sheet/FichePanneau";
import { dessiner } from "./faux";

const FICHE: Fiche = {
  titre: "Bellac",
  sousTitre: "Commune · Haute-Vienne",
  groupes: [
    {
      titre: "Médecins",
      lignes: [
        { libelle: "Densité", valeur: "193,8", reperes: [{ nom: "Haute-Vienne", valeur: "118,2" }, { nom: "France", valeur: null }] },
        { libelle: "Revenu médian", valeur: null, note: "Données de 2021." },
      ],
    },
  ],
  sources: [],
};

function avec(fiche: Fiche | null): State {
  return { ...INITIAL, session: { ...INITIAL.session, sujet: { genre: "territoire", niveau: "commune", code: "87011" }, fiche } };
}

describe("sheet of a territory", () => {
  it("writes each figure beside its name", () => {
    dessiner(<FichePanneau />, avec(FICHE));
    expect(screen.getByText("Densité").nextElementSibling?.textContent).toBe("193,8");
  });

  it("says « pas de donnée » for what is not known", () => {
    dessiner(<FichePanneau />, avec(FICHE));
    expect(screen.getByText("Revenu médian").nextElementSibling?.textContent).toBe("pas de donnée");
    expect(screen.getByText("France : pas de donnée")).toBeTruthy();
  });

  it("takes the focus on its title, and gives it back", () => {
    const bouton = document.createElement("button");
    document.body.append(bouton);
    bouton.focus();
    const { store } = dessiner(<FichePanneau />, avec(FICHE));
    expect(document.activeElement?.textContent).toBe("Bellac");
    store.setState(INITIAL);
    bouton.remove();
  });

  it("closes with Escape", async () => {
    const { commands } = dessiner(<FichePanneau />, avec(FICHE));
    await userEvent.keyboard("{Escape}");
    expect(commands.select).toHaveBeenCalledWith(null);
  });

  it("answers at once, before its figures have come", () => {
    dessiner(<FichePanneau />, avec(null));
    expect(screen.getByRole("heading", { name: "Lecture de la fiche…" })).toBeTruthy();
  });

  it("explains an acronym where it stands", async () => {
    const apl: Fiche = { ...FICHE, groupes: [{ titre: "Accès", lignes: [{ libelle: "APL aux généralistes", valeur: "3,4" }] }] };
    dessiner(<FichePanneau />, avec(apl));
    await userEvent.click(screen.getByRole("button", { name: "APL" }));
    expect(screen.getByRole("tooltip").textContent).toContain("accessibilité potentielle localisée");
  });
});
