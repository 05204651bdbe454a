import { describe, expect, it } from "vitest";
import { lieuxDe, parDistance, voisin, type Direction, type Lieu } from "../../../src/ui/map/lieux";
import { CODES, MODELE } from "./exemple";

const { territoires, points } = lieuxDe(MODELE);

function code(lieu: Lieu | null | undefined): string | null {
  return lieu?.cible.kind === "territoire" ? lieu.cible.code : null;
}
function trouve(voulu: string): Lieu {
  const lieu = territoires.find((un) => code(un) === voulu);
  if (lieu === undefined) throw new Error(`no ${voulu}`);
  return lieu;
}

describe("lieuxDe", () => {
  it("reads the territories, at their middle", () => {
    expect(territoires.map(code)).toEqual(CODES);
    expect(trouve("NO").place[0]).toBeCloseTo(1.05);
    expect(trouve("NO").place[1]).toBeCloseTo(46.05);
  });

  it("reads the sites with their layer, without circles", () => {
    expect(points.map(({ cible }) => cible)).toEqual([
      { kind: "point", couche: "msp", id: "est", nom: "Site est" },
      { kind: "point", couche: "msp", id: "ouest", nom: "Site ouest" },
    ]);
  });
});

describe("voisin", () => {
  it.each([
    ["NO", "est", "NE"],
    ["NE", "ouest", "NO"],
    ["NO", "sud", "SO"],
    ["SE", "nord", "NE"],
  ] as const)("of %s towards %s is %s", (de, direction, vers) => {
    expect(code(voisin(territoires, trouve(de).place, direction))).toBe(vers);
  });

  it.each(["nord", "ouest"] as Direction[])("stops at the edge, towards %s", (direction) => {
    expect(voisin(territoires, trouve("NO").place, direction)).toBeNull();
  });

  it("prefers straight on to nearer but aside", () => {
    const lieu = (nom: string, lon: number, lat: number): Lieu => ({ cible: { kind: "territoire", code: nom, nom }, place: [lon, lat] });
    const choix = [lieu("biais", 0.9, 0.8), lieu("droit", 1.5, 0)];
    expect(code(voisin(choix, [0, 0], "est"))).toBe("droit");
  });
});

describe("parDistance", () => {
  it("begins with the nearest", () => {
    expect(parDistance(points, [1, 46.05]).map(({ cible }) => cible.nom)).toEqual(["Site ouest", "Site est"]);
  });

  it("counts degrees of longitude for what they are at this latitude", () => {
    const ici: Lieu = { cible: { kind: "territoire", code: "est", nom: "" }, place: [0.13, 46] };
    const la: Lieu = { cible: { kind: "territoire", code: "nord", nom: "" }, place: [0, 46.1] };
    expect(code(parDistance([la, ici], [0, 46])[0])).toBe("est");
  });
});
