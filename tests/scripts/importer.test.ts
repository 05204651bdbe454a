import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { answerImport } from "../../scripts/cli/answer-call";
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
  const { code, stdout, stderr } = await answerImport([given("routes.osm.pbf", ROADS), "--format", "json"]);
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
  const ended = await answerImport([given("faux.osm.pbf", new Uint8Array(50))]);
  expect(ended).toEqual({ code: 1, stdout: "", stderr: "Le fichier « faux.osm.pbf » est illisible : ce n'est pas un fichier OSM PBF.\n" });
});

test.each([
  [[], "Usage : npm run -s importer"],
  [["absent.osm.pbf"], "Le fichier « absent.osm.pbf » est introuvable."],
  [["a.osm.pbf", "b.osm.pbf"], "L'option « b.osm.pbf » n'existe pas."],
  [["a.osm.pbf", "--vite", "oui"], "L'option « --vite » n'existe pas."],
  [["a.osm.pbf", "--format", "csv"], "Le format « csv » n'existe pas. Formats possibles : json."],
])("ends with 2 on a bad call: %j", async (args, says) => {
  const { code, stdout, stderr } = await answerImport(args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(says);
});
