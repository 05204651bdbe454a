import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Markdown } from "../../src/ui/methode/Markdown";
import { lireNote, NOTES } from "../../src/ui/methode/notes";
import { ANALYSES } from "../../src/analyses/registry";

describe("method notes", () => {
  it("shows headings, lists, tables and code", () => {
    render(<Markdown source={"## Formule\n\n- d = 100 000 · N / P\n\n| a | b |\n|---|---|\n| 1 | `x` |"} />);
    expect(screen.getByRole("heading", { level: 3 }).textContent).toBe("Formule");
    expect(screen.getByRole("listitem").textContent).toBe("d = 100 000 · N / P");
    expect(screen.getAllByRole("cell").map((cellule) => cellule.textContent)).toEqual(["1", "x"]);
  });

  it("never makes HTML of what is written", () => {
    const { container } = render(<Markdown source={'Un <img src="x" onerror="alert(1)"> et\n\n<script>alert(2)</script>'} />);
    expect(container.querySelector("img, script")).toBeNull();
    expect(container.textContent).toContain("<script>alert(2)</script>");
  });

  it("refuses an address that is not a page", () => {
    render(<Markdown source={"[ici](javascript:alert(1))"} />);
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("takes the title of the section from the note", () => {
    expect(lireNote("../../analyses/densite/README.md", "# Densité\n\nTexte")).toEqual({ id: "densite", titre: "Densité", texte: "\n\nTexte" });
  });

  it("has a note for every analysis", () => {
    expect(NOTES.map(({ id }) => id).toSorted()).toEqual(ANALYSES.map(({ id }) => id).toSorted());
  });
});
