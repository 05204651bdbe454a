import { describe, expect, it, vi } from "vitest";
import type { Table } from "../../src/domain/table";
import { open } from "./world";

describe("exports", () => {
  it("write the table for French Excel, named after the screen", async () => {
    const { started, commands, world } = open();
    await started();
    commands.exporterCsv();
    await vi.waitFor(() => expect(world.downloads).toHaveLength(1));
    expect(world.downloads[0]?.nom).toBe("maillage-temps-acces-87-commune.csv");
    expect(world.downloads[0]?.contenu).toMatch(/^\ufeffCode;Nom;Minutes\r\n87085;Limoges;4,5\r\n/);
  });

  it("write the territories as GeoJSON with their figures", async () => {
    const { started, commands, world } = open();
    await started();
    commands.exporterGeoJson();
    await vi.waitFor(() => expect(world.downloads).toHaveLength(1));
    expect(JSON.parse(world.downloads[0]?.contenu ?? "")).toMatchObject({ type: "FeatureCollection", features: [{ properties: { code: "87085", minutes: 4.5 }, geometry: { type: "Point" } }] });
  });

  it("write the cells with the name of their commune, slice after slice", async () => {
    const numbers = (name: string, values: Float64Array): Table["columns"][number] => ({ name, label: name, type: "nombre", unit: "minutes", digits: 1, values });
    const length = 5_000;
    const table: Table = { id: "mailles", length, columns: [numbers("minutes", Float64Array.from({ length }, (_, row) => (row === 1 ? Number.NaN : row)))] };
    const geometry = { kind: "quadrillage", ouest: 522_000, sud: 6_554_000, cote: 500, largeur: 100, hauteur: 50, place: Int32Array.from({ length }, (_, row) => row), communes: { noms: ["Abzac"], rang: new Uint16Array(length) }, carres: { cote: 2000, titre: "" } };
    const output = { table, views: [{ id: "mailles", geometry, table }], summary: { id: "pas-de-minutes", params: { territoire: "Haute-Vienne" } }, facts: {}, issues: [], sources: [] };
    const { started, commands, world, wait } = open({ replies: { executer: () => ({ ok: true, value: { key: "k", output } }) } });
    await started();
    commands.exporterMailles();
    await vi.waitFor(async () => {
      await wait(0);
      expect(world.downloads).toHaveLength(1);
    });
    const { nom, contenu } = world.downloads[0]!;
    const lignes = contenu.split("\r\n");
    expect([nom, lignes.length, lignes[0]]).toEqual(["maillage-temps-acces-87-mailles.csv", 5_002, "\ufeffCoin inférieur gauche (Lambert-93);Commune;minutes"]);
    expect([lignes[1], lignes[2], lignes[5_000]]).toEqual(["522000-6554000;Abzac;0", "522500-6554000;Abzac;", "571500-6578500;Abzac;4999"]);
  });

  it("wait for the first result, and say so", async () => {
    const { started, commands, world, texts } = open({ held: ["executer"] });
    await started();
    commands.exporterCsv();
    commands.exporterGeoJson();
    commands.exporterMailles();
    expect(world.downloads).toEqual([]);
    expect(texts()).toHaveLength(1);
  });
});

describe("the link of the screen", () => {
  it("is copied", async () => {
    const { started, commands, world, texts } = open();
    await started();
    await commands.copierLien();
    expect(world.copied).toEqual(["https://exemple.test/#/explorer?t=87&n=commune&a=temps-acces&l=msp"]);
    expect(texts().join(" ")).toContain("Lien copié");
  });

  it("is shown when the browser refuses the clipboard", async () => {
    const { started, commands, texts } = open({ refusesCopy: true });
    await started();
    await commands.copierLien();
    expect(texts().join(" ")).toContain("https://exemple.test/#/explorer");
  });

  it("says that own sites do not travel", async () => {
    const { started, commands, texts, world } = open();
    await started();
    await commands.importerSites({ name: "s.csv", arrayBuffer: () => Promise.resolve(new TextEncoder().encode("lon,lat\n1.26,45.83\n").buffer) });
    await commands.copierLien();
    expect(world.copied[0]).toContain("u=1");
    expect(texts().join(" ")).toContain("ne quittent pas ce navigateur");
  });
});
