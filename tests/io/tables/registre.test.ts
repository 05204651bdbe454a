import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { IMPORTABLES } from "../../../src/domain/table-importee";
import { FORMATS_TABLES, reconnaitre } from "../../../src/io/tables/registre";
import { lireModele } from "../../../src/store/commands/modeles";
import { COMMUNES, fichier } from "./communes";

const SCHEMAS = new URL("../../../data/schemas/", import.meta.url);
interface Schema {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly example?: string; readonly constraints?: { readonly required?: boolean } }[];
}
const schemaOf = (id: string): Schema => JSON.parse(readFileSync(new URL(`${id}.json`, SCHEMAS), "utf8")) as Schema;

test("every kind of table has its published schema, and no schema is alone", () => {
  expect(readdirSync(SCHEMAS).toSorted()).toEqual(IMPORTABLES.map((id) => `${id}.json`).toSorted());
});

describe.each(IMPORTABLES)("%s", (id) => {
  it("takes the columns of its schema, those and no others, by their own name first", () => {
    const { colonnes } = FORMATS_TABLES[id];
    expect(Object.keys(colonnes)).toEqual(schemaOf(id).fields.map(({ name }) => name));
    for (const [name, noms] of Object.entries(colonnes)) expect(noms[0]).toBe(name);
  });

  it("has a blank template made of its schema, which French Excel opens", async () => {
    const { nom, contenu } = await lireModele(id, "modele");
    expect([nom, contenu]).toEqual([`maillage-${id}.csv`, `\ufeff${schemaOf(id).fields.map(({ name }) => name).join(";")}\r\n`]);
    expect(JSON.parse((await lireModele(id, "schema")).contenu)).toEqual(schemaOf(id));
  });

  it("reads a row filled in with the examples of its schema, and recognises it", () => {
    const { fields } = schemaOf(id);
    const header = fields.map(({ name }) => name);
    const read = FORMATS_TABLES[id].lire(fichier(`${header.join(";")}\n${fields.map(({ example = "" }) => example).join(";")}\n`), COMMUNES);
    expect([read.ok, read.issues]).toEqual([true, []]);
    expect(reconnaitre(header).map((format) => format.id)).toEqual([id]);
  });

  it("refuses a file without what it cannot do without", () => {
    expect(FORMATS_TABLES[id].lire(fichier("machin;truc\n1;2\n"), COMMUNES)).toMatchObject({ ok: false, issues: [{ code: "colonne-absente" }] });
    expect(FORMATS_TABLES[id].lire(fichier(""), COMMUNES)).toMatchObject({ ok: false, issues: [{ code: "fichier-vide" }] });
  });
});

test("a header that is of no table is not recognised", () => expect(reconnaitre(["lon", "lat", "nom"])).toEqual([]));
