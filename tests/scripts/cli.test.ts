import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/build-site.mjs";
import { NIVEAUX } from "../../src/domain/perimetre";
import { answerCall, type Ended } from "../../scripts/cli/answer-call";
import { ANALYSES } from "../../src/analyses/registry";
import { DATA, rowsOf, run } from "../analyses/run";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file of the user's and gives its path. */
function given(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The call answered in this process: what the command does but for starting Node. */
function analyse(...args: readonly string[]): Promise<Ended> {
  return answerCall(args, DATA);
}

/** The real command, in its own process, as `npm run -s analyse` starts it. */
function spawn(...args: readonly string[]): Promise<Omit<Ended, "code"> & { readonly code: number }> {
  return new Promise((resolve) => {
    const script = path.join(ROOT, "scripts/analyse.ts");
    execFile(process.execPath, ["--import", import.meta.resolve("tsx"), script, ...args], { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

type Ligne = Readonly<Record<string, string | number | boolean | null>>;
interface Answer {
  readonly analyse: string;
  readonly version: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sources: readonly Readonly<Record<string, string>>[];
  readonly lignes: readonly Ligne[];
  readonly [fact: string]: unknown;
}

async function answer(...args: readonly string[]): Promise<Answer> {
  const { code, stdout, stderr } = await analyse(...args);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Answer;
}

describe("the command itself", () => {
  test("answers on stdout and nothing else, with 0", async () => {
    const { code, stdout, stderr } = await spawn("densite", "--niveau", "departement");
    expect([code, stderr, (JSON.parse(stdout) as Answer).analyse]).toEqual([0, "", "densite"]);
  });
  test("ends with 2 on a bad call", async () => {
    const { code, stdout, stderr } = await spawn("densite", "--niveau", "quartier");
    expect([code, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
  });
  test("ends with 1 on a refused input", async () => {
    const { code, stdout } = await spawn("temps-acces", "--sites", given("sites.csv", "lon,lat\nabc,45.9\n"));
    expect([code, stdout]).toEqual([1, ""]);
  });
});

describe("an answer", () => {
  test("has the same numbers as the screen's analysis", async () => {
    const { lignes, communes_loin } = await answer("temps-acces");
    const output = await run("temps-acces");
    for (const ligne of lignes) expect(ligne["minutes"]).toBeCloseTo(Number(rowsOf(output).get(String(ligne["code"]))?.["minutes"]), 5);
    expect([lignes.length, communes_loin]).toEqual([195, output.facts["communes_loin"]]);
  });

  test("says what it is, with its parameters and the sources of its figures", async () => {
    const said = await answer("densite", "--niveau", "departement");
    expect([said.analyse, said.version, said.params]).toEqual(["densite", 3, { offre: "medecin", population: "municipale-2023" }]);
    for (const source of said.sources) expect(Object.keys(source)).toEqual(expect.arrayContaining(["resource", "title", "publisher", "vintage", "licence", "quality"]));
  });

  test("scalars are keys at the top", async () => {
    expect(await answer("densite", "--niveau", "departement")).toMatchObject({ nombre: 440, habitants: 373_167, phrase: expect.stringContaining("117,9") });
  });

  test.each(NIVEAUX)("level %s", async (niveau) => {
    const { lignes } = await answer("densite", "--niveau", niveau);
    const codes = lignes.map(({ code }) => String(code));
    expect(codes).toEqual(codes.toSorted());
    expect(lignes.reduce((sum, ligne) => sum + Number(ligne["habitants"]), 0)).toBe(373_167);
  });

  test.each([["NA", 4293], ["23", 255], ["248719312", 20], ["87085", 1]])("territory %s has %i communes", async (territoire, count) => {
    expect((await answer("densite", "--territoire", territoire)).lignes.length).toBe(count);
  });

  test("« partiel » stands only where it is true", async () => {
    const { lignes } = await answer("densite", "--niveau", "bassin-de-vie");
    const partial = lignes.filter((ligne) => "partiel" in ligne);
    expect(partial.length).toBeGreaterThan(0);
    expect(partial.length).toBeLessThan(lignes.length);
    expect(partial.every((ligne) => ligne["partiel"] === true)).toBe(true);
  });

  test("as CSV: a header, then one line a row, and nothing else", async () => {
    const { code, stdout } = await analyse("densite", "--niveau=epci", "--format=csv");
    const lines = stdout.trimEnd().split("\n");
    expect([code, lines[0], lines.length]).toEqual([0, "code,nom,habitants,nombre,pour_100k,pour_100k_lisse,fiabilite,lecture,partiel", 14]);
  });

  test.each([
    ["33", "departement", 1],
    ["23", "bassin-de-vie", 16],
    ["200067106", "commune", 158],
    ["NA", "departement", 12],
  ])("minutes in %s by %s, with no road graph missing", async (territoire, niveau, count) => {
    const { lignes, issues } = await answer("couverture", "--territoire", territoire, "--niveau", niveau, "--params", given("chefs.json", '{"demande": "chef-lieu"}'));
    expect(lignes).toHaveLength(count);
    expect(lignes.every(({ part }) => typeof part === "number")).toBe(true);
    expect(issues).not.toContainEqual(expect.objectContaining({ code: "graphe-non-charge" }));
  });
});

describe("the user's files", () => {
  test("a closed zone cuts off the communes in it: no minutes for them, and said so", async () => {
    const zone = "[[1.2,45.8],[1.32,45.8],[1.32,45.87],[1.2,45.87]]";
    const cut = await answer("temps-acces", "--params", given("z.json", `{"vitesses": {"zones": [${zone}]}}`));
    const limoges = cut.lignes.find(({ code }) => code === "87085");
    expect(limoges?.["minutes"]).toBeNull();
    const without = cut.lignes.filter(({ minutes }) => minutes === null).length;
    expect(without).toBeLessThan(20);
    expect(JSON.stringify(cut["issues"] ?? cut["avertissements"] ?? "")).toContain("route ouverte");
  });
  test("supposed speeds, under « vitesses » of --params: slower, and said in the sentence and the sources", async () => {
    const plain = await answer("temps-acces");
    const slow = await answer("temps-acces", "--params", given("v.json", '{"vitesses": {"prereglage": "neige"}}'));
    expect(Number(slow["minutes_moyenne"])).toBeGreaterThan(Number(plain["minutes_moyenne"]));
    expect(slow["phrase"]).toContain("vitesses modifiées : neige");
    expect(JSON.stringify(slow.sources)).toContain("Vitesses modifiées : neige");
  });

  test("practitioners supposed, under « medecins » of --params", async () => {
    const [plain, more] = [await answer("densite"), await answer("densite", "--params", given("md.json", '{"medecins": {"87011": 4}}'))];
    expect(Number(more["nombre"])).toBe(Number(plain["nombre"]) + 4);
    expect(more["phrase"]).toContain("généralistes supposés dans 1 commune");
  });

  test("scenarios, under « scenarios » of --params: each beside the present state, its sites in the call or in a file", async () => {
    const liste = given("sc.csv", "lon;lat;nom\n1,26;45,83;Un seul\n");
    const params = { scenarios: [{ nom: "Ouvrir", ajouts: [{ lon: 1.489, lat: 45.837 }] }, { sites: liste }, { vitesses: { prereglage: "pointe" } }] };
    const result = await answer("comparaison", "--niveau", "epci", "--params", given("sc.json", JSON.stringify(params)));
    expect([1, 2, 3, 4].map((rang) => result[`etat_${rang}_nom`])).toEqual(["État présent", "Ouvrir", "Scénario 2", "Scénario 3"]);
    expect(result["etat_3_sites"]).toBe(1);
    expect(Number(result["etat_2_habitants_gagnes"])).toBeGreaterThan(1000);
    expect(Number(result["etat_4_minutes_moyenne"])).toBeGreaterThan(Number(result["etat_1_minutes_moyenne"]));
    expect((result["phrases"] as readonly string[])[0]).toMatch(/^« Ouvrir » : .+ habitants gagnés à 15 min au plus, aucun perdu/);
  });

  test("--params", async () => {
    const { params } = await answer("couverture", "--niveau", "departement", "--params", given("p.json", '{"seuil": 30, "genres": ["smur-mcs", "urgences"]}'));
    expect(params).toEqual({ genres: ["smur-mcs", "urgences"], seuil: 30, demande: "cellules", comparaison: "" });
  });

  test("--sites far away: the graph goes as far as they do", async () => {
    const { lignes } = await answer("temps-acces", "--sites", given("loin.csv", "lon,lat,nom\n-0.57,44.83,Bordeaux\n"));
    const minutes = lignes.map((ligne) => Number(ligne["minutes"]));
    expect([lignes.length, Math.min(...minutes) > 90, Math.max(...minutes) < 240]).toEqual([195, true, true]);
  });

  test("--sites replaces the embedded sites", async () => {
    const sites = given("sites.csv", "lon;lat;nom\n1,26053;45,82634;Le mien\n");
    const { lignes } = await answer("temps-acces", "--sites", sites);
    expect(new Set(lignes.map((ligne) => ligne["site"]))).toEqual(new Set(["Le mien"]));
  });

  test("--donnees replaces a resource, as CSV", async () => {
    const bpe = given("bpe.csv", `${readFileSync(path.join(ROOT, "data/bpe.csv"), "utf8").replace(/^87085,\d+/m, "87085,1000")}`);
    const said = await answer("densite", "--territoire", "87085", "--donnees", `bpe=${bpe}`);
    expect(said.lignes[0]?.["nombre"]).toBe(1000);
    expect(said.sources[0]).toMatchObject({ resource: "bpe", publisher: "fichier de l'utilisateur" });
  });

  test("--donnees replaces a resource, as JSON", async () => {
    const bpe = given("bpe.json", JSON.stringify([{ code: "87085", medecins_generalistes: 7 }]));
    const said = await answer("densite", "--territoire", "87085", "--donnees", `bpe=${bpe}`);
    expect(said.lignes[0]?.["nombre"]).toBe(7);
  });

  test("--donnees several times", async () => {
    const msp = given("msp.csv", "finess,nom,genre,code_commune,lon,lat\n1,Une seule,msp,87085,1.26,45.83\n");
    const corrections = given("corrections.csv", "id,nom,genre,code_commune,lon,lat,ouverture,source,note\nc,Autre,centre-sante-medecin,87085,1.26,45.83,,,\n");
    const { sites } = await answer("temps-acces", "--niveau", "departement", "--donnees", `msp=${msp}`, "--donnees", `corrections=${corrections}`);
    expect(sites).toBe(1);
  });
});

describe("a bad call ends with 2 and one French line", () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ["no analysis", [], /^Usage : npm run -s analyse/],
    ["unknown analysis", ["densité"], new RegExp(`L'analyse « densité » n'existe pas\\. Analyses possibles : ${ANALYSES.map(({ id }) => id).join(", ")}\\.`)],
    ["unknown option", ["densite", "--commune", "87085"], /L'option « --commune » n'existe pas/],
    ["a word too many", ["densite", "87085"], /« 87085 »/],
    ["option without its value", ["densite", "--niveau"], /« --niveau » attend une valeur/],
    ["option in place of a value", ["densite", "--niveau", "--format"], /« --niveau » attend une valeur/],
    ["unknown territory", ["densite", "--territoire", "87999"], /Aucun territoire ne porte le code « 87999 ».*Les plus proches : .+\(87\d+\)/],
    ["a name for a territory", ["densite", "--territoire", "Limoges"], /Limoges \(87085\)/],
    ["unknown level", ["densite", "--niveau", "quartier"], /Niveaux possibles : commune, epci/],
    ["unknown format", ["densite", "--format", "xml"], /Formats possibles : json, csv/],
    ["unknown resource", ["densite", "--donnees", "bpee=x.csv"], /Aucune ressource ne s'appelle « bpee ».*bpe/],
    ["a replacement without a file", ["densite", "--donnees", "bpe"], /nom=fichier/],
    ["speeds that are none", ["temps-acces", "--params", given("w.json", '{"vitesses": {"kmh": {"secondaire/rural": 2}}}')], /« vitesses\.kmh\.secondaire\/rural » vaut « 2 »/],
    ["practitioners that are none", ["densite", "--params", given("md2.json", '{"medecins": {"87011": 0.5}}')], /« medecins\.87011 » vaut « 0\.5 »/],
    ["practitioners in no commune", ["densite", "--params", given("md3.json", '{"medecins": {"87999": 2}}')], /« medecins » vaut « 87999 »/],
    ["practitioners of a scenario in no commune", ["comparaison", "--params", given("md4.json", '{"scenarios": [{"medecins": {"87999": 2}}]}')], /« scenarios\.0\.medecins » vaut « 87999 »/],
    ["scenarios that are none", ["comparaison", "--params", given("sc2.json", '{"scenarios": [{"ajouts": [{"lon": "x"}]}]}')], /« scenarios\.0\.ajouts\.0\./],
    ["speeds of a scenario that are none", ["comparaison", "--params", given("sc3.json", '{"scenarios": [{"vitesses": {"prereglage": "verglas"}}]}')], /« scenarios\.0\.vitesses\.prereglage »/],
    ["too many scenarios", ["comparaison", "--params", given("sc4.json", '{"scenarios": [{}, {}, {}, {}]}')], /il faut une liste de 1 à 3 scénarios/],
    ["two states of one name", ["comparaison", "--params", given("sc5.json", '{"scenarios": [{"nom": "A"}, {"nom": "A"}]}')], /un nom différent/],
    ["sites of a scenario that are not there", ["comparaison", "--params", given("sc6.json", '{"scenarios": [{"sites": "absent.csv"}]}')], /« absent\.csv » est introuvable/],
    ["a file that is not there", ["densite", "--params", "absent.json"], /« absent\.json » est introuvable/],
    ["sites that are not there", ["temps-acces", "--sites", "absent.csv"], /« absent\.csv » est introuvable/],
  ])("%s", async (_, args, line) => {
    const { code, stdout, stderr } = await analyse(...args);
    expect([code, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toMatch(line);
  });

  test.each<readonly [string, string, RegExp]>([
    ["a parameter that does not exist", '{"couleur": 1}', /Le paramètre « couleur » n'existe pas/],
    ["a value out of range", '{"seuil": 900}', /« seuil » vaut « 900 »/],
    ["something else than JSON", "seuil=20", /n'est pas du JSON/],
  ])("%s", async (_, text, line) => {
    const { code, stderr } = await analyse("temps-acces", "--params", given("mauvais.json", text));
    expect([code, stderr.trimEnd().split("\n").length]).toEqual([2, 1]);
    expect(stderr).toMatch(line);
  });
});

describe("a refused input ends with 1 and its issues", () => {
  test("sites: one line an issue, with file, row and column", async () => {
    const { code, stdout, stderr } = await analyse("temps-acces", "--sites", given("sites.csv", "lon,lat\n1.26,45.83\nabc,45.9\n45.8,1.2\n"));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      "Colonne « lon » : « abc » n'est pas un nombre. (fichier sites.csv, ligne 3, colonne lon)",
      "Longitude (45.8) et latitude (1.2) semblent inversées : échangez les deux colonnes. (fichier sites.csv, ligne 4)",
    ]);
  });

  test("sites that are all out of the graphs", async () => {
    const { code, stderr } = await analyse("temps-acces", "--sites", given("sites.csv", "lon,lat\n4.84,45.76\n"));
    expect([code, stderr.split("\n")[0]]).toEqual([1, expect.stringContaining("Aucun site à rejoindre (votre liste)")]);
  });

  test("a replacement that breaks its schema", async () => {
    const { code, stderr } = await analyse("densite", "--donnees", `bpe=${given("bpe.csv", "code,medecins_generalistes\n87085,beaucoup\n")}`);
    expect([code, stderr]).toEqual([1, expect.stringContaining("« beaucoup » n'est pas un nombre. (fichier bpe, ligne 2, colonne medecins_generalistes)")]);
  });

  test("a replacement without its key", async () => {
    const { code, stderr } = await analyse("densite", "--donnees", `bpe=${given("bpe.csv", "medecins_generalistes\n3\n")}`);
    expect([code, stderr]).toEqual([1, expect.stringContaining("« bpe » n'a pas de colonne « code »")]);
  });
});

describe("implantation", () => {
  const params = given("implantation.json", '{"modele": "mclp", "p": 2, "seuil_minutes": 15, "cible": "msp", "demande": "communes", "existants": true}');

  test("one line a site chosen, and the value, the bound, the gap, the status", async () => {
    const found = await answer("implantation", "--territoire", "87", "--params", params);
    expect(found.lignes.map(({ code, rang }) => [code, rang])).toEqual([["87155", 1], ["87169", 2]]);
    expect([found["valeur"], found["borne"], found["ecart"], found["statut"]]).toEqual([326_520, 326_520, 0, "optimum prouvé"]);
  });

  test("an empty list of sites means none", async () => {
    const empty = await answer("implantation", "--params", params, "--sites", given("vide.csv", ""));
    const header = await answer("implantation", "--params", params, "--sites", given("entete.csv", "lon,lat,nom\n"));
    expect([empty["sites_existants"], empty["habitants_couverts_avant"], header["valeur"]]).toEqual([0, 0, empty["valeur"]]);
  });

  test("elsewhere an empty list is refused", async () => {
    expect((await analyse("temps-acces", "--sites", given("vide.csv", ""))).code).toBe(1);
  });

  test("its programme as an LP file, for another solver", async () => {
    const { code, stdout } = await analyse("implantation", "--params", params, "--format", "lp");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\\ Implanter, Haute-Vienne\n(\\ .*\n)+Maximize\n objectif: \+ /);
    expect(stdout.trimEnd().endsWith("End")).toBe(true);
  });

  test("an analysis without a programme has no LP file", async () => {
    const { code, stderr } = await analyse("densite", "--format", "lp");
    expect([code, stderr]).toEqual([2, "L'analyse « densite » n'a pas de programme linéaire : le format « lp » n'a rien à écrire.\n"]);
  });

  test("no candidate left ends with 1, and says the rule", async () => {
    const { code, stderr } = await analyse("implantation", "--territoire", "248719361", "--params", given("seuls.json", '{"medecins_min": 20}'));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Aucune commune candidate : la règle « généralistes autour »/)]);
  });
});
