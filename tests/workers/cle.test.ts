import { beforeAll, describe, expect, test } from "vitest";
import { type Asking, open, TEMPS, value } from "./package";

const ENCODER = new TextEncoder();
const csv = { name: "msu.csv", arrayBuffer: () => Promise.resolve(ENCODER.encode("code_insee;nombre\n87085;12\n").buffer as ArrayBuffer) };

describe("what a result would be made of", () => {
  let ask: Asking;
  let asked: string[];
  beforeAll(async () => {
    ({ ask, asked } = await open());
  });

  test("has the same name for the same question, another one for another", async () => {
    const name = async (more: Partial<typeof TEMPS> = {}): Promise<string> => value(await ask("cle", { ...TEMPS, ...more })).cle;
    const first = await name();
    expect(await name()).toBe(first);
    expect(await name({ params: { genres: ["msp"], seuil: 25 } })).not.toBe(first);
    expect(await name({ perimetre: { ...TEMPS.perimetre, niveau: "epci" } })).not.toBe(first);
  });
  test("is known without opening the road graph", () => {
    expect(asked.filter((file) => file.includes("graphe"))).toEqual([]);
  });
  test("changes when a list of the user's takes the place of an embedded one, for the analyses that read it", async () => {
    const stages = { ...TEMPS, analyse: "maitrise-de-stage", params: {} };
    const before = [value(await ask("cle", stages)), value(await ask("cle", TEMPS))];
    await ask("importer-table", { ressource: "stages", fichier: csv, date: 42 });
    const after = [value(await ask("cle", stages)), value(await ask("cle", TEMPS))];
    expect([before[0]?.listes, after[0]?.listes, after[1]]).toEqual([[], ["stages"], before[1]]);
    expect(after[0]?.cle).not.toBe(before[0]?.cle);
  });
  test.each([
    ["an analysis", { analyse: "astrologie" }, "analyse-inconnue"],
    ["a territory", { perimetre: { territoire: { genre: "epci", code: "999999999", nom: "" }, niveau: "commune" } }, "territoire-inconnu"],
    ["an imported network", { reseau: { id: "parti", fichier: "a.osm.pbf" } }, "reseau-inconnu"],
    ["a parameter", { params: { seuil: -3 } }, "parametre-invalide"],
  ] as const)("%s that is not there is refused", async (_, more, code) => {
    const outcome = await ask("cle", { ...TEMPS, ...more } as typeof TEMPS);
    expect(outcome.ok ? [] : outcome.issues.map((found) => found.code)).toEqual([code]);
  });
});
