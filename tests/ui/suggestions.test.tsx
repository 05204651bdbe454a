import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Suggestions } from "../../src/ui/controls/Suggestions";

function monter(valeur = "") {
  const changer = vi.fn<(valeur: string) => void>();
  const lire = (texte: string): string | null => ({ "": "", "Bellac (87011)": "87011", Bellac: "87011" })[texte] ?? null;
  render(<Suggestions libelle="Habite" valeur={valeur} invite="personne" options={["Bellac (87011)"]} refus="Aucune commune." lire={lire} changer={changer} />);
  return { changer, champ: screen.getByRole("combobox", { name: "Habite" }) };
}

describe("text with suggestions", () => {
  it("says what an empty field means", () => {
    expect(monter().champ.getAttribute("placeholder")).toBe("personne");
  });
  it("takes a suggestion as soon as it is chosen", async () => {
    const { changer, champ } = monter();
    await userEvent.type(champ, "Bellac (87011)");
    expect(changer.mock.calls).toEqual([["87011"]]);
  });
  it("takes a name when the field is left", async () => {
    const { changer, champ } = monter();
    await userEvent.type(champ, "Bellac");
    expect(changer).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(changer.mock.calls).toEqual([["87011"]]);
  });
  it("takes a name with Enter", async () => {
    const { changer, champ } = monter();
    await userEvent.type(champ, "Bellac{Enter}");
    expect(changer.mock.calls).toEqual([["87011"]]);
  });
  it("keeps what is written and says so when it means nothing", async () => {
    const { changer, champ } = monter();
    await userEvent.type(champ, "Nulle-Part");
    await userEvent.tab();
    expect(changer).not.toHaveBeenCalled();
    expect((champ as HTMLInputElement).value).toBe("Nulle-Part");
    expect(screen.getByRole("alert").textContent).toBe("Aucune commune.");
    expect(champ.getAttribute("aria-invalid")).toBe("true");
  });
  it("is emptied to go back to none", async () => {
    const { changer, champ } = monter("Bellac (87011)");
    await userEvent.clear(champ);
    await userEvent.tab();
    expect(changer.mock.calls).toEqual([[""]]);
  });
});
