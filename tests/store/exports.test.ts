import { describe, expect, it, vi } from "vitest";
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

  it("wait for the first result, and say so", async () => {
    const { started, commands, world, texts } = open({ held: ["executer"] });
    await started();
    commands.exporterCsv();
    commands.exporterGeoJson();
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
