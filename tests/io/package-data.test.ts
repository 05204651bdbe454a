import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDatapackage, parseManifeste } from "../../src/io/package-data";

const resource = {
  name: "bpe", path: "bpe.csv", title: "BPE", publisher: "INSEE", vintage: "2020", quality: "officiel", rows: 2, bytes: 10, sha256: "ab",
  licenses: [{ name: "lov2", title: "Licence Ouverte 2.0", path: "x" }], schema: { fields: [{ name: "code", type: "string", title: "Code" }] },
};

describe("the data package", () => {
  test("the committed one is read whole", () => {
    const raw: { resources: unknown[] } = JSON.parse(readFileSync(new URL("../../data/datapackage.json", import.meta.url), "utf8"));
    const parsed = parseDatapackage(raw);
    expect(parsed.ok && Object.keys(parsed.value.ressources).length).toBe(raw.resources.length);
  });

  test("becomes the manifest's own type", () => {
    const parsed = parseDatapackage({ resources: [resource] });
    expect(parsed.ok && parsed.value.ressources.bpe).toEqual({
      name: "bpe", title: "BPE", publisher: "INSEE", licence: "Licence Ouverte 2.0", vintage: "2020", quality: "officiel", rows: 2,
      fields: [{ name: "code", type: "string" }], parts: [{ path: "bpe.csv", part: "tout", bytes: 10, sha256: "ab" }],
    });
  });

  test("an unknown quality is refused with its place", () => {
    const parsed = parseDatapackage({ resources: [{ ...resource, quality: "sûr" }] });
    expect(parsed.issues[0]).toMatchObject({ code: "ressource-illisible", params: { ressource: "datapackage.json" } });
    expect(JSON.stringify(parsed.issues[0]?.params)).toContain("resources.0.quality");
  });
});

describe("the served manifest", () => {
  const served = { ...resource, licence: "LO", parts: [{ path: "bpe.87.csv", part: "87", bytes: 1, sha256: "c" }] };

  test("is read", () => {
    const parsed = parseManifeste({ version: "abcd1234", ressources: { bpe: served } });
    expect(parsed.ok && parsed.value.ressources.bpe?.parts[0]?.part).toBe("87");
  });

  test("something else is refused", () => {
    expect(parseManifeste({ ressources: 3 }).ok).toBe(false);
  });
});
