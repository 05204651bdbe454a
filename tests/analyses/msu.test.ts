import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidat, enchainer } from "../../src/analyses/recrutement/suite";
import { type SiteList } from "../../src/domain/genre-site";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import type { Dataset } from "../../src/domain/ressource";
import { numberValues, sharedCell, findColumn, selectRows, textValues } from "../../src/domain/table";
import { toCsv } from "../../src/io/export-csv";
import { stages as format } from "../../src/io/tables/stages";
import { sentenceText } from "../../src/textes/sentences";
import { column, load, must, rowsOf, run } from "./run";

/** A list of counts by commune, read as the page reads it. */
async function stages(csv: string): Promise<Dataset> {
  const { table } = must(format.lire({ nom: "msu.csv", bytes: new TextEncoder().encode(csv) }, (await load("communes")).table));
  return { name: "stages", table, provenance: { resource: "stages", title: "Liste", publisher: "fichier de l'utilisateur", licence: "non précisée", vintage: "2026", quality: "derive" } };
}

describe("maîtres de stage", () => {
  test("minutes are those of access times to the same places", async () => {
    const [own, access] = await Promise.all([run("maitrise-de-stage"), run("temps-acces", { params: { genres: ["stage"] } })]);
    expect(column(own, "minutes")).toEqual(column(access, "minutes"));
  });

  test("counts and shares, summed by hand from the tables", async () => {
    const output = await run("maitrise-de-stage", { params: { seuil: 15, fragile: "zip" }, donnees: { stages: await stages("code_insee;nombre\n87085;30\n87002;3\n19275;2\n") } });
    const rows = [...rowsOf(output).values()];
    const zonage = (await load("zonage-communes")).table;
    const zip = new Set(textValues(zonage, "code").filter((_, row) => textValues(zonage, "zone")[row] === "ZIP"));
    const sum = (keep: (row: (typeof rows)[number]) => boolean, name: string): number => rows.filter(keep).reduce((total, row) => total + Number(row[name]), 0);
    expect([output.facts["msu"], output.facts["lieux"]]).toEqual([33, 3]);
    expect(output.facts["habitants_seuil"]).toBe(sum(({ minutes }) => Number(minutes) <= 15, "habitants"));
    expect(output.facts["habitants_fragiles_loin"]).toBe(sum(({ code, minutes }) => zip.has(String(code)) && Number(minutes) > 15, "habitants"));
    const bpe = (await load("bpe")).table;
    const limoges = numberValues(bpe, "medecins_generalistes")[textValues(bpe, "code").indexOf("87085")]!;
    expect(rowsOf(output).get("87085")?.["msu_par_medecin"]).toBeCloseTo(30 / limoges, 12);
    expect(rowsOf(output).get("87001")?.["msu"]).toBe(0);
  });

  test("an EPCI adds its communes up", async () => {
    const [communes, epci] = await Promise.all([run("maitrise-de-stage"), run("maitrise-de-stage", { niveau: "epci" })]);
    for (const name of ["msu", "medecins", "habitants", "habitants_seuil", "habitants_fragiles_loin"]) {
      expect(column(epci, name).reduce((a, b) => a + b, 0)).toBeCloseTo(column(communes, name).reduce((a, b) => a + b, 0), 6);
    }
  });

  test("what leaves the browser masks one to four persons of an imported list, and nothing of the demonstration", async () => {
    const own = await run("maitrise-de-stage", { donnees: { stages: await stages("code_insee;nombre\n87085;30\n87154;40\n87002;3\n") } });
    const at = (name: string, code: string) => sharedCell(findColumn(own.table, name)!, textValues(own.table, "code").indexOf(code));
    expect([at("msu", "87002"), at("msu_par_medecin", "87002"), at("msu", "87085"), at("msu", "87001")]).toEqual(["< 5", "< 5", "masqué", 0]);
    const line = toCsv(own.table, [], "machine").split("\n").find((text) => text.startsWith("87002"));
    expect(line).toContain(",< 5,< 5,");
    const commune = await run("maitrise-de-stage", { territoire: "87002", donnees: { stages: await stages("code_insee;nombre\n87085;30\n87002;3\n") } });
    // The total would tell the only small count: the smallest other is masked with it, the rest and the total are shown.
    expect([at("msu", "87154"), at("msu_par_medecin", "87085")]).toEqual([40, "masqué"]);
    expect([commune.facts["msu"], own.facts["msu"]]).toEqual(["< 5", 73]);
    const alone = await run("maitrise-de-stage", { donnees: { stages: await stages("code_insee;nombre\n87085;5\n87002;1\n") } });
    expect([alone.facts["msu"], alone.facts["lieux"]]).toEqual(["masqué", "masqué"]);
    const part = selectRows(own.table, [textValues(own.table, "code").indexOf("87002")]);
    expect(sharedCell(findColumn(part, "msu")!, 0)).toBe("< 5");
    expect(toCsv((await run("maitrise-de-stage")).table, [], "machine")).not.toContain("< 5");
  });

  test("crosses the APL with the minutes; without one of them, no class", async () => {
    const output = await run("maitrise-de-stage");
    for (const row of rowsOf(output).values()) {
      const [apl, minutes] = [row["apl_officielle_2021"], Number(row["minutes"])];
      const wanted = apl === null ? null : `${Number(apl) < 2.5 ? "fragile" : Number(apl) < 4 ? "moyenne" : "dotee"}/${minutes <= 10 ? "pres" : minutes <= 20 ? "moyen" : "loin"}`;
      expect(row["croisement"]).toBe(wanted);
    }
  });

  test("says that the demonstration set is one, and not that of the user", async () => {
    expect(sentenceText((await run("maitrise-de-stage")).summary)).toContain("Données illustratives");
    const own = await run("maitrise-de-stage", { donnees: { stages: await stages("code_insee;nombre\n87085;30\n") } });
    expect(sentenceText(own.summary)).not.toContain("illustratives");
  });
});

describe("recruiting", () => {
  const candidats = fc.array(fc.record({ commune: fc.nat({ max: 50 }), atteints: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 6 }), rang: fc.constant(0) }), { minLength: 1, maxLength: 8 });
  const habitants = Float64Array.from({ length: 10 }, (_, i) => 10 * (i + 1));
  const cover = (chosen: readonly Candidat[]): number => [...new Set(chosen.flatMap(({ atteints }) => [...atteints]))].reduce((sum, point) => sum + habitants[point]!, 0);

  test("the sequence adds at least 63 % of the best choice of the same size, every step less than the one before", () => {
    fc.assert(fc.property(candidats, fc.integer({ min: 1, max: 3 }), (raw, p) => {
      const all: readonly Candidat[] = raw.map((one) => ({ ...one, atteints: Int32Array.from(one.atteints) }));
      const etapes = enchainer(all, habitants, new Uint8Array(10), p);
      const subsets = (from: number, size: number): readonly (readonly Candidat[])[] =>
        size === 0 ? [[]] : all.slice(from).flatMap((one, i) => subsets(from + i + 1, size - 1).map((rest) => [one, ...rest]));
      const best = Math.max(0, ...subsets(0, Math.min(p, all.length)).map(cover));
      const total = etapes.reduce((sum, { gain }) => sum + gain, 0);
      expect(total).toBeGreaterThanOrEqual((1 - (1 - 1 / p) ** p) * best - 1e-9);
      expect(etapes.every(({ gain }, i) => i === 0 || gain <= etapes[i - 1]!.gain)).toBe(true);
    }), { seed: 5, numRuns: 300 });
  });

  test("those of the first rank are asked first, as long as they add something", () => {
    const made = (commune: number, atteints: readonly number[], rang: number): Candidat => ({ commune, atteints: Int32Array.from(atteints), rang });
    const etapes = enchainer([made(1, [9, 8], 1), made(2, [0], 0), made(3, [0], 0)], habitants, new Uint8Array(10), 5);
    expect(etapes).toEqual([{ commune: 2, gain: 10 }, { commune: 1, gain: 190 }]);
  });

  test("a recruit brings near exactly those whom access times to one more place bring near", async () => {
    const output = await run("recrutement", { params: { priorite: "gain", seuil: 15 } });
    const rows = [...rowsOf(output).values()];
    const first = rows.find(({ rang }) => rang === 1)!;
    const communes = (await load("communes")).table;
    const demo = (await load("stages")).table;
    const zonage = (await load("zonage-communes")).table;
    const zones = new Map(textValues(zonage, "code").map((code, row) => [code, textValues(zonage, "zone")[row]]));
    const before = rowsOf(await run("temps-acces", { params: { genres: ["stage"] } }));
    const gainOf = async (code: string): Promise<number> => {
      const at = textValues(communes, "code").indexOf(code);
      const lon = [...numberValues(demo, "lon"), numberValues(communes, "lon")[at]!];
      const lat = [...numberValues(demo, "lat"), numberValues(communes, "lat")[at]!];
      const sites: SiteList = { ids: lon.map((_, i) => `liste-${i}`), noms: lon.map(() => ""), communes: lon.map(() => null), lon: Float64Array.from(lon), lat: Float64Array.from(lat), capacite: new Float64Array(lon.length).fill(Number.NaN) };
      const gained = [...rowsOf(await run("temps-acces", { sites }))].filter(([row, { minutes }]) => ["ZIP", "ZAC"].includes(zones.get(row) ?? "") && Number(minutes) <= 15 && Number(before.get(row)?.["minutes"]) > 15);
      return gained.reduce((sum, [, row]) => sum + Number(row["habitants"]), 0);
    };
    expect(first["habitants_gagnes_suite"]).toBe(await gainOf(String(first["code"])));
    const asked = rows.filter(({ habitants_gagnes }) => Number(habitants_gagnes) > 0);
    expect(asked.length).toBeGreaterThan(8);
    for (const row of asked.slice(0, 12)) expect([row["code"], row["habitants_gagnes"]]).toEqual([row["code"], await gainOf(String(row["code"]))]);
    expect(Number(first["habitants_gagnes"])).toBe(Math.max(...rows.map((row) => Number(row["habitants_gagnes"] ?? 0))));
  });

  test("each fragile commune is brought near by one recruit, the first that can: their inhabitants are what it adds", async () => {
    const rows = [...rowsOf(await run("recrutement", { params: { priorite: "gain", seuil: 12, nombre: 20 } })).values()];
    const chosen = rows.filter(({ rang }) => rang !== null);
    expect(chosen.some(({ habitants_gagnes: alone, habitants_gagnes_suite: added }) => Number(added) < Number(alone))).toBe(true);
    for (const { rang, habitants_gagnes_suite: added } of chosen) {
      expect([rang, rows.reduce((sum, { rapprochee_par: by, habitants: people }) => (by === rang ? sum + Number(people) : sum), 0)]).toEqual([rang, added]);
    }
  });

  test("maisons de santé come first when asked, and each row says why", async () => {
    const rows = [...rowsOf(await run("recrutement")).values()];
    const chosen = rows.filter(({ rang }) => rang !== null).toSorted((a, b) => Number(a["rang"]) - Number(b["rang"]));
    const withMsp = chosen.map(({ msp }) => Number(msp) > 0);
    expect(withMsp).toEqual(withMsp.toSorted((a, b) => Number(b) - Number(a)));
    expect(chosen[0]?.["raison"]).toMatch(/^Recrutement n° 1 \(maison de santé d'abord\) : rapproche .+ habitants de communes fragiles/);
    expect(rows.find(({ medecins }) => medecins === 0)?.["raison"]).toContain("personne à recruter");
    expect(rows.every(({ medecins, habitants_gagnes }) => medecins !== 0 || habitants_gagnes === 0)).toBe(true);
  });
});

test("the demonstration set has places in every département, all said to be invented", async () => {
  const { table, provenance } = await load("stages");
  expect(provenance.quality).toBe("illustratif");
  const deps = textValues(table, "dep");
  for (const dep of DEPARTEMENTS_NA) expect([dep, deps.filter((one) => one === dep).length]).toEqual([dep, dep === "87" ? 30 : 12]);
  expect(textValues(table, "nom").every((nom) => nom?.includes("illustratif") === true)).toBe(true);
  const charente = await run("maitrise-de-stage", { territoire: "16", reseau: false });
  expect([charente.facts["msu"], charente.views.every(({ quality }) => quality === "illustratif")]).toEqual([12, true]);
});

test("an EPCI gives the commune where to recruit first, and adds its communes up", async () => {
  const [communes, epcis] = await Promise.all([run("recrutement", { params: { seuil: 12, nombre: 5 } }), run("recrutement", { niveau: "epci", params: { seuil: 12, nombre: 5 } })]);
  const { table: territoires } = await load("communes");
  const epciOf = new Map(textValues(territoires, "code").map((code, row) => [code, textValues(territoires, "epci")[row] ?? ""]));
  const all = [...rowsOf(communes).values()];
  const groups = new Map([...new Set(all.map(({ code }) => epciOf.get(String(code)) ?? ""))].map((epci) => [epci, all.filter(({ code }) => epciOf.get(String(code)) === epci)]));
  expect([...rowsOf(epcis).keys()]).toEqual([...groups.keys()].filter((code) => code !== "").toSorted());
  for (const [code, row] of rowsOf(epcis)) {
    const own = groups.get(code) ?? [];
    const inOrder = own.filter(({ habitants_gagnes: gain }) => Number(gain) > 0).toSorted((a, b) => (Number(a["rang"]) || 99) - (Number(b["rang"]) || 99) || Number(b["habitants_gagnes"]) - Number(a["habitants_gagnes"]));
    expect(row["recrue"]).toBe(inOrder[0]?.["nom"] ?? null);
    expect(row["habitants_gagnes"]).toBe(inOrder[0]?.["habitants_gagnes"] ?? 0);
    const sum = (pick: (one: (typeof own)[number]) => number): number => own.reduce((total, one) => total + pick(one), 0);
    const fragile = (one: (typeof own)[number]): number => (Number(one["fragile"]) === 1 ? Number(one["habitants"]) : 0);
    expect(row["medecins"]).toBe(sum((one) => Number(one["medecins"])));
    expect(row["habitants_fragiles"]).toBeCloseTo(sum(fragile), 6);
    expect(row["habitants_fragiles_loin"]).toBeCloseTo(sum((one) => (Number(one["minutes"]) > 12 ? fragile(one) : 0)), 6);
    const suite = own.filter(({ habitants_gagnes_suite: gain }) => !Number.isNaN(gain));
    if (suite.length > 0) expect(row["habitants_gagnes_suite"]).toBeCloseTo(suite.reduce((total, one) => total + Number(one["habitants_gagnes_suite"]), 0), 6);
    else expect(row["habitants_gagnes_suite"]).toBeNaN();
  }
  expect(epcis.summary).toEqual(communes.summary);
});
