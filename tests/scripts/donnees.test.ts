import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../scripts/vite/decoupe";
import { loadDonnees } from "../../scripts/vite/donnees";
import { dataUrls } from "../../scripts/vite/service-worker";

let folder = "";
const resource = (name: string, file: string): object => ({
  name,
  path: file,
  title: `Titre de ${name}`,
  publisher: "INSEE",
  licenses: [{ name: "LO-2.0", title: "Licence Ouverte 2.0", path: "https://example.org" }],
  vintage: "2023",
  quality: "officiel",
  rows: 2,
  bytes: 0,
  sha256: "",
  schema: { fields: [{ name: "code", type: "string", title: "Code" }] },
});

/** Without the version; a URL that carries none stays different from its name. */
const names = (urls: readonly string[]): readonly string[] => urls.map((url) => url.replace(/\?v=[0-9a-f]{8}$/, ""));

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "maillage-data-"));
  writeFileSync(path.join(folder, "communes.csv"), "code\n87085\n16001\n");
  writeFileSync(path.join(folder, "contours-na.topojson"), "{}");
  writeFileSync(path.join(folder, "rivieres.topojson"), "{ }");
  const resources = [resource("communes", "communes.csv"), resource("contours-na", "contours-na.topojson"), resource("rivieres", "rivieres.topojson")];
  writeFileSync(path.join(folder, "datapackage.json"), JSON.stringify({ resources }));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the manifest lists the parts really served, with their own size and hash", async () => {
  const { manifeste, files } = await loadDonnees(folder);
  expect([...files.keys()]).toEqual(["communes.87.csv", "communes.reste.csv", "contours-na.topojson", "rivieres.topojson"]);
  expect(manifeste.ressources.communes).toMatchObject({
    title: "Titre de communes",
    licence: "Licence Ouverte 2.0",
    fields: [{ name: "code", type: "string" }],
    parts: [
      { path: "communes.87.csv", part: "87", bytes: 11, sha256: sha256("code\n87085\n").slice(0, 16) },
      { path: "communes.reste.csv", part: "reste", bytes: 11, sha256: sha256("code\n16001\n").slice(0, 16) },
    ],
  });
});

test("the version changes with any byte", async () => {
  const before = (await loadDonnees(folder)).manifeste.version;
  writeFileSync(path.join(folder, "rivieres.topojson"), "{  }");
  expect((await loadDonnees(folder)).manifeste.version).not.toBe(before);
});

test("a resource whose file is not there stops the build", async () => {
  const lost = mkdtempSync(path.join(folder, "lost-"));
  writeFileSync(path.join(lost, "datapackage.json"), JSON.stringify({ resources: [resource("communes", "communes.csv")] }));
  await expect(loadDonnees(lost)).rejects.toThrow("communes.csv");
});

test("the offline copy keeps Haute-Vienne ahead, and knows the rest", async () => {
  const { manifeste } = await loadDonnees(folder);
  const { donnees, connues } = dataUrls(manifeste);
  expect(names(donnees)).toEqual(["donnees/communes.87.csv", "donnees/rivieres.topojson"]);
  expect(names(connues)).toHaveLength(4);
});
