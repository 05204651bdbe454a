import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { answerImport } from "../../scripts/cli/answer-call";
import { DATA } from "../analyses/run";
import { grid, pbfFile } from "../io/osm-pbf/write-pbf";

const folder = mkdtempSync(path.join(tmpdir(), "maillage-importer-"));
afterAll(() => rmSync(folder, { recursive: true }));

function given(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const { nodes, ways } = grid(4, 1.2, 45.8);
const ROADS = pbfFile(nodes, [...ways, { id: 98, tags: { highway: "track" }, refs: [1, 2] }, { id: 99, tags: { highway: "primary" }, refs: [1, 2, 999] }]);

test("says what was read, kept, mended and left out, with the issues in French", async () => {
  const { code, stdout, stderr } = await answerImport([given("routes.osm.pbf", ROADS), "--format", "json"], DATA);
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    fichier: "routes.osm.pbf",
    format: "osm-pbf",
    octets: ROADS.length,
    lignes: { lues: 10, gardees: 9, sansVoiture: 1, accesInterdit: 0, reparees: 1, pointsManquants: 1 },
    graphe: { noeuds: 16, troncons: 25, tronconsIsoles: 0 },
    emprise: [1.2, 45.8, 1.203, 45.803],
    issues: [{ code: "reseau-repare", gravite: "avertissement", texte: "1 route coupée là où un point manque ou n'a pas de position lisible (1 point)." }],
  });
});

test("ends with 1 on a refused file, the reason on stderr", async () => {
  const ended = await answerImport([given("faux.osm.pbf", new Uint8Array(50))], DATA);
  expect(ended).toEqual({ code: 1, stdout: "", stderr: "Le fichier « faux.osm.pbf » est illisible : ce n'est pas un fichier OSM PBF.\n" });
});

test.each([
  [[], "Usage : npm run -s importer"],
  [["absent.osm.pbf"], "Le fichier « absent.osm.pbf » est introuvable."],
  [["a.osm.pbf", "b.osm.pbf"], "L'option « b.osm.pbf » n'existe pas."],
  [["a.osm.pbf", "--vite", "oui"], "L'option « --vite » n'existe pas."],
  [["a.osm.pbf", "--format", "csv"], "Le format « csv » n'existe pas. Formats possibles : json."],
])("ends with 2 on a bad call: %j", async (args, says) => {
  const { code, stdout, stderr } = await answerImport(args, DATA);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(says);
});

test("says of a table what was read, kept, mended and rejected, each row with its line", async () => {
  const csv = "code_insee;zonage\n87085;HZ\n79060;1_ZIP\n87002;rien\n87999;ZAC\n75056;ZIP\n";
  const { code, stdout, stderr } = await answerImport([given("zonage.csv", new TextEncoder().encode(csv)), "--format", "json"], DATA);
  expect([code, stderr]).toEqual([0, ""]);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ fichier: "zonage.csv", format: "table", table: "zonage-compare", lignes: { lues: 5, gardees: 2, reparees: 1, rejetees: 2, horsRegion: 1 } });
  expect(answer.issues.map(({ code: id, ligne }: { code: string; ligne: number }) => [id, ligne])).toEqual([["commune-fusionnee", 3], ["valeur-illisible", 4], ["code-commune-inconnu", 5], ["lignes-hors-region", 6]]);
});

test("asks for the name of a table that its columns do not tell, and takes it", async () => {
  const file = given("flou.csv", new TextEncoder().encode("code_insee;machin\n87085;1\n"));
  const refused = await answerImport([file], DATA);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("nommez-la avec --table")]);
  expect((await answerImport([file, "--table", "stages"], DATA)).code).toBe(0);
  const unknown = await answerImport([file, "--table", "stage"], DATA);
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("Vouliez-vous dire : stages")]);
});
