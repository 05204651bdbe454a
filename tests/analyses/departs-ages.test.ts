import { beforeAll, describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import type { Dataset } from "../../src/domain/ressource";
import { findColumn, sharedCell } from "../../src/domain/table";
import { agesMedecins } from "../../src/io/tables/ages";
import { sentenceText } from "../../src/textes/sentences";
import { readRows } from "./oracle";
import { load, must, rowsOf, run } from "./run";

/** One doctor: commune and age, both ends of a class. */
type Medecin = readonly [code: string, de: number, a: number];
const SEUL: readonly Medecin[] = [["87154", 61, 61], ["87154", 66, 66]];
const VILLE: readonly Medecin[] = [...Array.from({ length: 6 }, (): Medecin => ["87085", 62, 62]), ...Array.from({ length: 14 }, (): Medecin => ["87085", 40, 49])];
/** Around both, at ages of their own: what is near weighs otherwise than what is far. */
const AUTOUR: readonly Medecin[] = [["87075", 69, 69], ["87114", 58, 60], ["87050", 65, 65], ["87113", 64, 64], ["87128", 70, 70], ["87110", 69, 69]];
const TOUS = [...SEUL, ...VILLE, ...AUTOUR];
const ANNEE = 2026;

async function imported(medecins: readonly Medecin[], millesime = String(ANNEE)): Promise<Dataset> {
  const rows = medecins.map(([code, de, a]) => (de === a ? `${code};${de};` : `${code};;${de}-${a}`));
  const { table } = must(agesMedecins.lire({ nom: "ages.csv", bytes: new TextEncoder().encode(`code_insee;age;tranche\n${rows.join("\n")}\n`) }, (await load("communes")).table));
  return { name: "ages-medecins", table, provenance: { resource: "ages-medecins", title: "Âges", publisher: "", licence: "", vintage: millesime, quality: "derive" } };
}
const departs = async (medecins: readonly Medecin[], ask: Parameters<typeof run>[1] = {}, millesime?: string): Promise<Output> => run("departs", { ...ask, donnees: { "ages-medecins": await imported(medecins, millesime) } });

const communes = new Map(readRows("communes.csv").map((row) => [row["code"]!, row]));
const apl = new Map(readRows("apl.csv").map((row) => [row["code"]!, row]));
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
/** Great-circle kilometres between two chefs-lieux. */
function km(from: string, to: string): number {
  const [a, b] = [from, to].map((code) => [Number(communes.get(code)!["lon"]), Number(communes.get(code)!["lat"])] as const);
  const h = Math.sin(rad(b![1] - a![1]) / 2) ** 2 + Math.cos(rad(a![1])) * Math.cos(rad(b![1])) * Math.sin(rad(b![0] - a![0]) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
const there = (age: number): number => Math.min(1, Math.max(0, (71 - age) / 8));
/** Chance that a doctor works in a year, at 67 ± 4 years. */
function left([, de, a]: Medecin, annee: number): number {
  const ages = Array.from({ length: a - de + 1 }, (_, k) => de + k);
  return annee <= ANNEE ? 1 : ages.reduce((sum, age) => sum + (there(age) === 0 ? 0 : there(age + annee - ANNEE) / there(age)), 0) / ages.length;
}
function weight(from: string, to: string): number {
  const minutes = from === to ? 0 : 3.1 + 1.28 * km(from, to);
  return minutes <= 10 ? 1 : minutes <= 15 ? 2 / 3 : minutes <= 20 ? 1 / 3 : 0;
}

let output: Output;
beforeAll(async () => {
  output = await departs(TOUS);
}, 60_000);

describe("departures after imported ages", () => {
  test("the APL follows the doctors within 20 minutes as the crow flies, doctor by doctor; where there is none, the ages of the APL", async () => {
    const plain = rowsOf(await run("departs"));
    let without = 0;
    for (const [code, row] of rowsOf(output)) {
      const near = TOUS.map((doctor) => [doctor, weight(code, doctor[0])] as const).filter(([, poids]) => poids > 0);
      for (const annee of [2021, 2026, 2030, 2035]) {
        const share = near.reduce((sum, [doctor, poids]) => sum + poids * left(doctor, annee), 0) / near.reduce((sum, [, poids]) => sum + poids, 0);
        const expected = near.length === 0 ? plain.get(code)![`apl_${annee}`] : Number(apl.get(code)!["apl_mg"]) * (share + (1 - share) / 2);
        expect([code, annee, row[`apl_${annee}`]]).toEqual([code, annee, expect.closeTo(Number(expected), 9)]);
      }
      without += near.length === 0 ? 1 : 0;
    }
    expect(output.issues.find(({ code }) => code === "ages-absents")?.params).toEqual({ nombre: without });
    expect(without).toBeGreaterThan(10);
  });

  test("doctors in place follow their own ages", () => {
    const row = rowsOf(output).get("87154")!;
    const share = (left(SEUL[0]!, 2030) + left(SEUL[1]!, 2030)) / 2;
    expect(row["medecins_importes"]).toBe(2);
    expect(Number(row["medecins_projetes"]) / Number(row["medecins"])).toBeCloseTo(share + (1 - share) / 2, 9);
    expect(Number(row["densite_projetee"]) / Number(row["densite"])).toBeCloseTo(share + (1 - share) / 2, 9);
  });

  test("what rests on fewer than five doctors leaves as « < 5 », in place as in reach; published figures do not", async () => {
    const { table } = output;
    const shared = (name: string, code: string): unknown => sharedCell(findColumn(table, name)!, [...rowsOf(output).keys()].indexOf(code));
    for (const name of ["medecins_importes", "medecins_projetes", "densite_projetee", "score_projete", "apl_projetee", "apl_2035", "annee_bascule", "statut", "risque"]) expect([name, shared(name, "87154")]).toEqual([name, "< 5"]);
    for (const name of ["medecins", "densite", "score_2021", "habitants"]) expect(shared(name, "87154")).not.toBe("< 5");
    expect([shared("medecins_importes", "87085"), shared("medecins_importes", "87002")]).toEqual([20, 0]);
    expect(output.facts["medecins_importes"]).toBe(28);
    const beside = [...rowsOf(output)].filter(([code, row]) => row["medecins_importes"] === 0 && shared("apl_projetee", code) === "< 5");
    expect(beside.length).toBeGreaterThan(2);
    for (const [code] of beside) expect([shared("score_projete", code), shared("densite", code)]).toEqual(["< 5", expect.any(Number)]);
    const few = await departs(SEUL);
    expect([few.facts["medecins_importes"], few.facts["medecins_projetes"]]).toEqual(["< 5", "< 5"]);
  });

  test("a group follows the doctors of its communes, and the sentence says whose ages", async () => {
    const byEpci = await departs(TOUS, { niveau: "epci" });
    expect([...rowsOf(byEpci).values()].reduce((sum, row) => sum + Number(row["medecins_importes"]), 0)).toBe(28);
    expect(sentenceText(output.summary)).toContain("en 2030, d'après les âges importés (2026) ;");
    expect(sentenceText((await run("departs", { params: { annee: 2024 } })).summary)).toContain("en 2024 (année écoulée) ;");
  });

  test("a table without a date follows the year of the parameter, and says so; one from before 2021 has its doctors grow old until then", async () => {
    const undated = await departs(VILLE, { params: { annee_ages: 2024 } }, "non précisé");
    expect(undated.issues.find(({ code }) => code === "ages-importes")?.params).toEqual({ annee: 2024, dite: false });
    const [older, now] = await Promise.all([departs([["87085", 64, 64]], {}, "2018"), departs([["87085", 67, 67]], {}, "2021")]);
    for (const annee of [2021, 2022, 2024]) expect(rowsOf(older).get("87085")![`apl_${annee}`]).toBe(rowsOf(now).get("87085")![`apl_${annee}`]);
  });

  test("arrivals add their share of the doctors of the start each year", async () => {
    const [none, some] = [rowsOf(await run("departs")), rowsOf(await run("departs", { params: { arrivees: 2 } }))];
    for (const [code, row] of some) expect(Number(row["apl_2031"])).toBeCloseTo(Number(none.get(code)!["apl_2031"]) + 0.2 * Number(row["apl_2021"]), 9);
  });
});

describe("other analyses that hang on departures, with imported ages", () => {
  const imports = async (): Promise<{ readonly donnees: { readonly "ages-medecins": Dataset } }> => ({ donnees: { "ages-medecins": await imported(TOUS) } });
  /** Share of a class of ages over 62, age by age. */
  const over62 = ([, de, a]: Medecin): number => Array.from({ length: a - de + 1 }, (_, k) => de + k).filter((age) => age > 62).length / (a - de + 1);

  test("the component « départs » is the share over 62 of the doctors in reach, doctor by doctor; where there is none, the gap of the APL", async () => {
    const ask = { params: { poids_departs: 50, poids_revenu: 50 } };
    const [plain, own] = [rowsOf(await run("fragilite", ask)), rowsOf(await run("fragilite", { ...ask, ...(await imports()) }))];
    let counted = 0;
    for (const [code, row] of own) {
      const near = TOUS.map((doctor) => [doctor, weight(code, doctor[0])] as const).filter(([, poids]) => poids > 0);
      const expected = near.length === 0 ? plain.get(code)!["departs"] : near.reduce((sum, [doctor, poids]) => sum + poids * over62(doctor), 0) / near.reduce((sum, [, poids]) => sum + poids, 0);
      if (Number(apl.get(code)!["apl_mg"]) === 0) expect([code, row["departs"]]).toEqual([code, null]);
      else expect([code, row["departs"]]).toEqual([code, expect.closeTo(Number(expected), 9)]);
      counted += near.length === 0 ? 0 : 1;
    }
    expect(counted).toBeGreaterThan(50);
  });

  test("the fragility says whose ages, names their table, and keeps on this screen what fewer than five doctors make", async () => {
    const found = await run("fragilite", { params: { prereglage: "besoins" }, reseau: false, ...(await imports()) });
    expect(sentenceText(found.summary)).toContain(", d'après les âges importés (2026).");
    expect(found.sources.map(({ resource }) => resource)).toContain("ages-medecins");
    expect(findColumn(found.table, "departs")!.label).toContain("âges importés de 2026");
    expect(found.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(["ages-importes", "ages-absents"]));
    const at = (name: string, code: string): unknown => sharedCell(findColumn(found.table, name)!, [...rowsOf(found).keys()].indexOf(code));
    for (const name of ["score", "rang", "classe", "departs", "contribution_departs"]) expect([name, at(name, "87154")]).toEqual([name, "< 5"]);
    expect(at("contribution_apl", "87154")).toEqual(expect.any(Number));
    expect(at("score", "87085")).toEqual(expect.any(Number));
    const plain = await run("fragilite", { params: { prereglage: "besoins" }, reseau: false });
    expect(plain.sources.map(({ resource }) => resource)).not.toContain("ages-medecins");
    expect(plain.table.columns.every(({ secret }) => secret === undefined)).toBe(true);
  });

  test("the communes at risk of « recrutement » are those of the departures with the same ages", async () => {
    const data = await imports();
    const [found, expected] = [await run("recrutement", { params: { fragile: "risque", annee: 2031 }, ...data }), rowsOf(await run("departs", data))];
    for (const [code, row] of rowsOf(found)) expect([code, row["apl_projetee"], row["fragile"]]).toEqual([code, expected.get(code)!["apl_2031"], Number(expected.get(code)!["apl_2031"]) < 2.5 && expected.get(code)!["apl_2031"] !== null]);
    expect(sentenceText(found.summary)).toContain(", d'après les âges importés (2026)");
    const past = await run("recrutement", { params: { fragile: "risque", annee: 2024 }, ...data });
    expect(findColumn(past.table, "apl_projetee")!.label).toBe("APL projetée en 2024 (année écoulée) (hypothèse)");
    expect(sharedCell(findColumn(found.table, "apl_projetee")!, [...rowsOf(found).keys()].indexOf("87154"))).toBe("< 5");
    expect(found.sources.map(({ resource }) => resource)).toContain("ages-medecins");
  });
});
