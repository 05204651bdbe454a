import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Trouvaille } from "../../src/domain/chargement";
import { Recherche } from "../../src/ui/search/Recherche";
import { dessiner, type Faux } from "./faux";

const BELLAC: Trouvaille = { genre: "commune", code: "87011", nom: "Bellac", detail: "commune, Haute-Vienne", lon: 1, lat: 46, couche: null };
const BELLEGARDE: Trouvaille = { ...BELLAC, code: "23020", nom: "Bellegarde-en-Marche", detail: "commune, Creuse" };

async function chercher(texte: string, reponse: readonly Trouvaille[] = [BELLAC, BELLEGARDE]): Promise<Faux> {
  const faux = dessiner(<Recherche />);
  faux.commands.chercher.mockResolvedValue(reponse);
  await userEvent.type(screen.getByRole("combobox"), texte);
  if (reponse.length > 0) await screen.findAllByRole("option");
  return faux;
}

describe("search box", () => {
  it("lists what the worker finds, the first one active", async () => {
    await chercher("bell");
    const options = screen.getAllByRole("option");
    expect(options.map((option) => option.getAttribute("aria-selected"))).toEqual(["true", "false"]);
    expect(screen.getByRole("combobox").getAttribute("aria-activedescendant")).toBe(options[0]?.id);
  });

  it("moves with the arrows and chooses with Enter", async () => {
    const { commands } = await chercher("bell");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(commands.choisirTrouvaille).toHaveBeenCalledWith(BELLEGARDE);
  });

  it("turns round at the end of the list", async () => {
    const { commands } = await chercher("bell");
    await userEvent.keyboard("{ArrowUp}{Enter}");
    expect(commands.choisirTrouvaille).toHaveBeenCalledWith(BELLEGARDE);
  });

  it("closes with Escape, the text kept, then clears it", async () => {
    await chercher("bell");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("bell");
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("");
  });

  it("says that nothing is called so", async () => {
    await chercher("zzz", []);
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Aucun résultat"));
  });

  it("drops an answer to a text that is no longer there", async () => {
    const { commands } = dessiner(<Recherche />);
    let repondre: (trouvailles: readonly Trouvaille[]) => void = () => undefined;
    commands.chercher.mockImplementationOnce(() => new Promise((resolve) => (repondre = resolve)));
    commands.chercher.mockResolvedValue([BELLEGARDE]);
    await userEvent.type(screen.getByRole("combobox"), "be");
    await waitFor(() => expect(commands.chercher).toHaveBeenCalledTimes(1));
    await userEvent.type(screen.getByRole("combobox"), "lle");
    await screen.findByRole("option", { name: /Bellegarde/ });
    await act(async () => repondre([BELLAC]));
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Bellegarde-en-Marchecommune, Creuse"]);
  });

  it("takes the focus on « / »", async () => {
    dessiner(<Recherche />);
    await userEvent.keyboard("/");
    expect(document.activeElement).toBe(screen.getByRole("combobox"));
  });
});
