import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CalageCharge } from "../../src/domain/calage";
import { INITIAL } from "../../src/store/create-store";
import { CALAGE, classeEcart, formatEcart, phraseApart } from "../../src/textes/calage";
import { Calage } from "../../src/ui/methode/Calage";
import { dessiner } from "./faux";

const CHARGE: CalageCharge = {
  metric: [0, 12, 25, 61],
  ecarte: [0.6, 13.5, 24, 70.2],
  departements: [
    { dep: "16", lecture: "maillage", n: 2, biais: 0.5, mae: 0.9, r: 1, cinq: 1, classe: 1 },
    { dep: "tous", lecture: "maillage", n: 4, biais: 1.25, mae: 1.41, r: 0.9843, cinq: 1, classe: 1 },
    { dep: "16", lecture: "ecarte", n: 2, biais: 1.05, mae: 1.05, r: 1, cinq: 1, classe: 1 },
    { dep: "47", lecture: "ecarte", n: 1, biais: -1, mae: 1, r: 0.9641, cinq: 1, classe: 1 },
    { dep: "86", lecture: "ecarte", n: 1, biais: 9.2, mae: 9.2, r: 0.9496, cinq: 0, classe: 1 },
    { dep: "autour-87", lecture: "ecarte", n: 2, biais: 0.1, mae: 0.2, r: 0.99, cinq: 1, classe: 1 },
    { dep: "tous", lecture: "ecarte", n: 4, biais: 2.575, mae: 3.075, r: 0.9825, cinq: 0.75, classe: 1 },
  ],
  aPart: [{ nom: "Arcins", metric: 27, ecarte: 38.36 }],
  carte: {
    largeur: 10,
    hauteur: 10,
    classes: Array.from({ length: 7 }, (_, rang) => ({ chemin: `M${rang} 0l1 0 0 1z`, communes: rang + 1 })),
    sansDonnee: { chemin: "M0 5l1 0 0 1z", communes: 195 },
    limites: "M0 0l9 0 0 9z",
  },
  sources: [{ resource: "calage", title: "Minutes comparées", publisher: "Projet Maillage", licence: "ODbL", vintage: "2019-2021", quality: "derive" }],
};

async function ouvrir(charge: CalageCharge | null = CHARGE): Promise<void> {
  dessiner(<Calage />, INITIAL, (commands) => commands.calage.mockResolvedValue(charge));
  if (charge !== null) await screen.findAllByRole("table");
}

describe("our minutes against METRIC's", () => {
  it("are waited for, in words", () => {
    dessiner(<Calage />, INITIAL, (commands) => commands.calage.mockReturnValue(new Promise<never>(() => undefined)));
    expect(screen.getByRole("status").textContent).toBe(CALAGE.chargement);
  });

  it("say that they could not be read", async () => {
    await ouvrir(null);
    expect(await screen.findByText(CALAGE.absent)).toBeDefined();
  });

  it("come with their figures in a sentence, the worst départements named", async () => {
    await ouvrir();
    expect(screen.getByText(/s'écartent de celles de METRIC de 3,08 min en moyenne \(biais \+2,58 min, corrélation 0,98[23]\) ; 75,0 % des communes sont à 5 min près et 100,0 % dans la même classe/)).toBeDefined();
    expect(screen.getByText(/Les moins bons : Vienne \(86\) \(9,20 min d'écart moyen, 0,950 de corrélation\) et Charente \(16\)/)).toBeDefined();
  });

  it("say that METRIC is a model, and that the shipped speeds prove nothing where they were fitted", async () => {
    await ouvrir();
    expect(screen.getByText(/METRIC, le distancier de l'INSEE, est lui-même un modèle/)).toBeDefined();
    expect(screen.getByText(/calées sur les onze départements à la fois : elles y donnent 1,41 min et 0,984, ce qui n'est pas une preuve/)).toBeDefined();
  });

  it("show one dot a commune, where its minutes say", async () => {
    await ouvrir();
    const nuage = screen.getByRole("img", { name: /Nuage de 4 communes/ });
    const points = [...nuage.querySelectorAll("path")].map((path) => path.getAttribute("d") ?? "").find((d) => d.includes("h0")) ?? "";
    // 80 min to the end of the axes, 400 units long, from (44, 410) up.
    expect(points).toBe("M44.0 407.0h0M104.0 342.5h0M169.0 290.0h0M349.0 59.0h0");
    expect(within(nuage).getByText("minutes de METRIC")).toBeDefined();
    expect(within(nuage).getAllByText("80")).toHaveLength(2);
  });

  it("colour each class of the map once, « pas de donnée » apart, with its communes", async () => {
    await ouvrir();
    const carte = screen.getByRole("img", { name: /^Carte des écarts/ });
    const fills = [...carte.querySelectorAll("path")].flatMap((path) => path.getAttribute("fill") ?? []);
    expect(new Set(fills).size).toBe(8);
    const lignes = screen.getAllByRole("listitem").map((ligne) => ligne.textContent ?? "").filter((texte) => /communes?$/.test(texte));
    expect(lignes).toHaveLength(8);
    expect(lignes[0]).toBe("−5 min ou moins : Maillage plus court1 commune");
    expect(lignes.at(-1)).toBe("pas de donnée (METRIC)195 communes");
    expect(carte.getAttribute("aria-label")).toContain("pas de donnée (METRIC) : 195 communes");
  });

  it("are all in two tables by département, that of the départements left out first", async () => {
    await ouvrir();
    const [ecarte, livrees] = screen.getAllByRole("region", { name: /tableau à faire défiler/ });
    const lignes = within(ecarte!).getAllByRole("row").map((ligne) => within(ligne).queryAllByRole("cell").map((cellule) => cellule.textContent));
    expect(lignes[2]).toEqual(["1", "−1,00 min", "1,00 min", "0,964", "100,0 %", "100,0 %"]);
    const tetes = (table: HTMLElement): readonly (string | null)[] => within(table).getAllByRole("rowheader").map((tete) => tete.textContent);
    expect(tetes(ecarte!)).toEqual(["Charente (16)", "Lot-et-Garonne (47)", "Vienne (86)", "À 50 km autour de la Haute-Vienne", "Les onze départements"]);
    expect(tetes(livrees!)).toEqual(["Charente (16)", "Les onze départements"]);
  });
});

describe("words of a gap", () => {
  it.each([[-0.4996, 1, "−0,5 min"], [1.26, 1, "+1,3 min"], [0.001, 2, "0,00 min"], [-0.001, 2, "0,00 min"]] as const)("%f reads %s", (value, digits, texte) => {
    expect(formatEcart(value, digits)).toBe(texte);
  });

  it("give every class a label that tells its side", () => {
    expect(Array.from({ length: 7 }, (_, rang) => classeEcart(rang))).toEqual([
      "−5 min ou moins : Maillage plus court", "plus de −5 à −3 min", "plus de −3 à −1 min", "plus de −1 à +1 min", "plus de +1 à +3 min", "plus de +3 à +5 min", "plus de +5 min : Maillage plus long",
    ]);
  });

  it("name the communes apart with both minutes, or say there are none", () => {
    expect(phraseApart(CHARGE.aPart)).toContain("Arcins (METRIC 27, Maillage 38 min)");
    expect(phraseApart([])).toContain("Aucune commune");
  });
});
