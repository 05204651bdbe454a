import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Citations } from "../../src/ui/annexes/Citations";

it("things said stand one under the other; what is not said is left out", () => {
  const texte = (name: string, label: string, values: readonly (string | null)[]) => ({ name, label, type: "texte", values }) as const;
  render(<Citations annexe={{ id: "aides", titre: "Aides", forme: "citations", table: { id: "t", length: 2, columns: [texte("aide", "Aide", ["Une", "Deux"]), texte("qui", "Portée par", ["ARS", null]), texte("document", "Document", ["Plan, l. 1-2", "Pacte, l. 3-4"])] } }} />);
  expect(screen.getByRole("heading", { name: "Aides" })).toBeTruthy();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["UnePortée par : ARS · Document : Plan, l. 1-2", "DeuxDocument : Pacte, l. 3-4"]);
});
