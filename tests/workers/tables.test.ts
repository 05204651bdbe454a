import { describe, expect, it } from "vitest";
import { memoryTables } from "./gardes";
import { open, TEMPS, value } from "./package";

const fichier = (texte: string, name = "msu.csv") => ({ name, arrayBuffer: () => Promise.resolve(new TextEncoder().encode(texte).buffer as ArrayBuffer) });
const BON = fichier("code_insee;nombre\n87085;3\n87002;1\n");
const VERS_STAGE = { ...TEMPS, params: { genres: ["stage"] } };

describe("the user's own list in the place of an embedded one", () => {
  it("stands for it everywhere: minutes, sources, another result, until it is taken away", async () => {
    const { ask } = await open();
    const demo = value(await ask("executer", VERS_STAGE));
    const { importee, issues } = value(await ask("importer-table", { ressource: "stages", fichier: BON, date: 7 }));
    expect([importee, issues]).toEqual([{ ressource: "stages", fichier: "msu.csv", date: 7, lignes: 2, lues: 2, bilan: { lues: 2, gardees: 2, reparees: 0, rejetees: 0, horsRegion: 0 }, gardee: true }, []]);
    expect(value(await ask("tables", {}))).toEqual([importee]);
    const own = value(await ask("executer", VERS_STAGE));
    expect(own.key).not.toBe(demo.key);
    expect(own.output.facts["minutes"]).toBeGreaterThan(Number(demo.output.facts["minutes"]));
    expect(own.output.sources.find(({ resource }) => resource === "stages")).toMatchObject({ title: "Lieux de stage : liste fournie, « msu.csv » (2)", quality: "derive" });
    expect(own.output.views[0]?.quality).toBe("derive");
    expect(demo.output.views[0]?.quality).toBe("illustratif");
    expect(value(await ask("retirer-table", { ressource: "stages" }))).toEqual({ retiree: true, tables: [] });
    expect(value(await ask("executer", VERS_STAGE)).key).toBe(demo.key);
  });

  it("is drawn as the layer, and found in the next visit", async () => {
    const gardees = memoryTables();
    const first = await open(undefined, undefined, gardees);
    value(await first.ask("importer-table", { ressource: "stages", fichier: BON, date: 7 }));
    const second = await open(undefined, undefined, gardees);
    const { features, count } = value(await second.ask("charger-couche", { couche: "stages", territoire: "87", corrections: true }));
    expect([features.features.length, count]).toEqual([2, 2]);
    expect(features.features.map(({ properties }) => String(properties?.["nom"]))).toEqual(["Lieu de stage (Limoges)", "Lieu de stage (Ambazac)"]);
  });

  it("lasts as long as the page where the browser refuses storage", async () => {
    const refused = { toutes: () => Promise.reject(new Error("refusé")), garder: () => Promise.reject(new Error("plein")), retirer: () => Promise.reject(new Error("refusé")) };
    const { ask } = await open(undefined, undefined, refused);
    expect(value(await ask("importer-table", { ressource: "stages", fichier: BON, date: 7 })).importee.gardee).toBe(false);
    expect(value(await ask("tables", {}))).toHaveLength(1);
    expect(value(await ask("retirer-table", { ressource: "stages" }))).toEqual({ retiree: false, tables: [] });
  });

  it("is refused with its reasons, and the one before stays", async () => {
    const { ask } = await open();
    value(await ask("importer-table", { ressource: "stages", fichier: BON, date: 7 }));
    const refused = await ask("importer-table", { ressource: "stages", fichier: fichier("commune;nombre\nLimoges;3\n"), date: 8 });
    expect(refused.issues.map(({ code }) => code)).toEqual(["colonne-absente"]);
    expect(value(await ask("tables", {}))[0]?.date).toBe(7);
    const gone = await ask("importer-table", { ressource: "stages", fichier: { name: "x.csv", arrayBuffer: () => Promise.reject(new Error("parti")) }, date: 9 });
    expect(gone.issues.map(({ code }) => code)).toEqual(["fichier-illisible"]);
  });

  it("a table that only the user can bring: nothing until then, compared once there, another result", async () => {
    const { ask } = await open();
    const ZONAGE = { ...TEMPS, analyse: "zonage", params: {} };
    const before = value(await ask("executer", ZONAGE));
    expect(before.output.views.map(({ id }) => id)).not.toContain("changement");
    value(await ask("importer-table", { ressource: "zonage-compare", fichier: fichier("code_insee;zone;millesime\n87085;ZIP;2022\n", "zonage-2022.csv"), date: 7 }));
    const after = value(await ask("executer", ZONAGE));
    expect(after.key).not.toBe(before.key);
    expect(after.output.views.map(({ id }) => id)).toContain("changement");
    expect(after.output.sources.find(({ resource }) => resource === "zonage-compare")).toMatchObject({ title: "Zonage des médecins à comparer : liste fournie, « zonage-2022.csv » (1)", vintage: "2022" });
  });

  it("draws perimeters put together from communes, one a name, those that overlap included", async () => {
    const { ask } = await open();
    value(await ask("importer-table", { ressource: "cpts", fichier: fichier("code_insee;cpts\n87085;A\n87075;A\n87085;B\n24325;C\n", "cpts.csv"), date: 7 }));
    const { features, count, sources } = value(await ask("charger-couche", { couche: "cpts", territoire: "87", corrections: true }));
    expect([features.features.map(({ properties }) => String(properties?.["nom"])), count, sources[0]?.title]).toEqual([["A", "B"], 2, "Périmètres de CPTS : liste fournie, « cpts.csv » (4)"]);
    const [first, second] = features.features;
    expect(JSON.stringify(first?.geometry)).not.toBe(JSON.stringify(second?.geometry));
    expect(first?.geometry.type === "MultiPolygon" ? first.geometry.coordinates.length : 0).toBe(1);
  });

  it("draws places with the symbol of their kind, and finds them in their sheet", async () => {
    const { ask } = await open();
    value(await ask("importer-table", { ressource: "soins-non-programmes", fichier: fichier("lon;lat;nom;genre;horaires\n1,26;45,83;MMG Limoges;MMG;nuit\n"), date: 7 }));
    const { features } = value(await ask("charger-couche", { couche: "soins-non-programmes", territoire: "87", corrections: true }));
    expect(features.features.map(({ properties }) => properties?.["genre"])).toEqual(["maison-medicale-garde"]);
    const fiche = value(await ask("fiche", { sujet: { genre: "etablissement", couche: "soins-non-programmes", id: "snp-2" }, territoire: "87" }));
    expect(fiche.nom).toBe("MMG Limoges");
  });

  it("reads results, outlines and sheets by the imported CPTS, another table another result; and says what to bring without one", async () => {
    const { ask } = await open();
    const perimetre = { ...TEMPS.perimetre, niveau: "cpts" } as const;
    const PAR_CPTS = { ...TEMPS, analyse: "densite", params: {}, perimetre };
    expect((await ask("executer", PAR_CPTS)).issues).toMatchObject([{ code: "table-a-importer", params: { ressource: "cpts" } }]);
    value(await ask("importer-table", { ressource: "cpts", fichier: fichier("code_insee;cpts\n87085;Nord\n87075;Nord\n87154;Sud\n", "cpts.csv"), date: 7 }));
    const first = value(await ask("executer", PAR_CPTS));
    expect([first.output.table.length, value(await ask("cle", PAR_CPTS)).cle]).toEqual([2, first.key]);
    const charge = value(await ask("charger-territoire", { territoire: "87", niveau: "cpts" }));
    expect(charge.contours.cpts?.features.map(({ properties }) => String(properties?.["nom"]))).toEqual(["Nord", "Sud"]);
    expect(Object.keys(value(await ask("charger-contours", { territoire: "87", niveau: "cpts" })))).toContain("cpts");
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "cpts", code: "Nord" }, territoire: "87" }));
    expect([fiche.nom, fiche.faits.find(({ cle }) => cle === "communes")?.valeur]).toEqual(["Nord", 2]);
    const profil = await ask("profil", { sujet: { genre: "territoire", niveau: "cpts", code: "Nord" }, rang: 0 });
    expect([profil.ok, profil.issues]).toEqual([true, []]);
    value(await ask("importer-table", { ressource: "cpts", fichier: fichier("code_insee;cpts\n87085;Est\n", "autre.csv"), date: 8 }));
    const second = value(await ask("executer", PAR_CPTS));
    expect([second.output.table.length, second.key === first.key]).toEqual([1, false]);
    expect(value(await ask("charger-territoire", { territoire: "87", niveau: "cpts" })).contours.cpts?.features).toHaveLength(1);
  });
});
