import { beforeAll, describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses/registry";
import { type CoucheId, COUCHES, ORIGINE_COUCHE } from "../../src/domain/couche";
import { isImportee } from "../../src/domain/ressource";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import { indexBy, numberValues } from "../../src/domain/table";
import { createHandlers } from "../../src/workers/handlers/handlers";
import { createLoader } from "../../src/workers/loader";
import { createReseaux } from "../../src/workers/reseaux";
import { createTables } from "../../src/workers/tables";
import { memoryGardes, memoryTables } from "./gardes";
import { Cancelled } from "../../src/workers/pump";
import { type Asking, BASE, CLOCK, JOB, open, SANS_RESEAU, servePackage, sha256, TEMPS, value } from "./package";


describe("handlers on the committed package", () => {
  let ask: Asking;
  let asked: string[];
  beforeAll(async () => ({ ask, asked } = await open()), 120_000);

  it("loads Haute-Vienne from its own parts only", async () => {
    const charge = value(await ask("charger-territoire", { territoire: "87", niveau: "commune" }));
    expect(charge.communes.length).toBe(195);
    expect(charge.contours.commune.features).toHaveLength(195);
    expect(Object.keys(charge.contours)).toEqual(["commune"]);
    expect(value(await ask("charger-contours", { territoire: "87", niveau: "commune" }))["region"]?.features).toHaveLength(1);
    expect(asked.filter((name) => name.includes("reste"))).toEqual([]);
  });

  it("gives with it the outlines of the level that is looked at", async () => {
    const { contours } = value(await ask("charger-territoire", { territoire: "87", niveau: "epci" }));
    expect(Object.keys(contours).toSorted()).toEqual(["commune", "epci"]);
  });

  it("names every outline of every level", async () => {
    const contours = value(await ask("charger-contours", { territoire: "87", niveau: "commune" }));
    const unnamed = Object.values(contours).flatMap(({ features }) => features.filter(({ properties }) => properties?.["nom"] === properties?.["code"]));
    expect(unnamed).toEqual([]);
  });

  it("refuses an unknown territory with the nearest ones", async () => {
    const outcome = await ask("charger-territoire", { territoire: "Limoge", niveau: "commune" });
    expect(outcome.issues).toMatchObject([{ code: "territoire-inconnu", params: { proches: expect.stringContaining("Limoges (87085)") as string } }]);
  });

  const importee = (couche: CoucheId): boolean => {
    const origine = ORIGINE_COUCHE[couche];
    return "resource" in origine && origine.resource !== null && isImportee(origine.resource);
  };
  it.each(COUCHES.filter((couche) => !importee(couche)))("reads the layer %s", async (couche) => {
    const chargee = value(await ask("charger-couche", { couche, territoire: "87", corrections: true }));
    expect(chargee.features.features.length).toBeGreaterThan(0);
    expect(chargee.sources.length).toBeGreaterThan(0);
  });

  it.each(COUCHES.filter((couche) => importee(couche)))("has nothing for the layer %s, which the user brings", async (couche) => {
    expect(value(await ask("charger-couche", { couche, territoire: "87", corrections: true }))).toMatchObject({ features: { features: [] }, count: 0, issues: [] });
  });

  it("counts in the legend the sites inside the territory: 10 MSP of FINESS and those of the corrections", async () => {
    const { count, features } = value(await ask("charger-couche", { couche: "msp", territoire: "87", corrections: true }));
    const corrections = features.features.filter(({ properties }) => String(properties?.["id"]).startsWith("correction-")).length;
    expect(count - corrections).toBe(10);
  });

  it("draws the workshops of the region where they were held, counts those of the territory, and opens their sheet", async () => {
    const { features, count } = value(await ask("charger-couche", { couche: "ateliers", territoire: "87", corrections: true }));
    expect([features.features.length, count]).toEqual([45, 5]);
    const fiche = value(await ask("fiche", { sujet: { genre: "etablissement", couche: "ateliers", id: "87-43" }, territoire: "87" }));
    expect([fiche.nom, fiche.dans]).toEqual(["Bessines-sur-Gartempe", ["2022"]]);
    expect((await ask("fiche", { sujet: { genre: "etablissement", couche: "ateliers", id: "87-99" }, territoire: "87" })).ok).toBe(false);
  });

  it("draws the limits of a level from the outlines already read", async () => {
    await ask("charger-territoire", { territoire: "87", niveau: "commune" });
    const features = value(await ask("charger-contours", { territoire: "87", niveau: "commune" }))["epci"]?.features;
    expect(features?.length).toBeGreaterThan(1);
    expect(value(await ask("charger-couche", { couche: "limites-epci", territoire: "87", corrections: true })).features.features).toEqual(features);
  });

  it("draws no place of the corrections table when they are not counted", async () => {
    const { features, sources } = value(await ask("charger-couche", { couche: "msp", territoire: "87", corrections: false }));
    expect(features.features.filter(({ properties }) => String(properties?.["id"]).startsWith("correction-"))).toEqual([]);
    expect(sources.map(({ resource }) => resource)).toEqual(["msp"]);
  });

  it("draws the sites under the ids their lists have, so that leaving one out finds it", async () => {
    const list = value(await ask("sites", { genres: ["pharmacie"], territoire: "87", selection: SELECTION_PAR_DEFAUT }));
    const { features } = value(await ask("charger-couche", { couche: "pharmacie", territoire: "87", corrections: true }));
    const ids = new Set(list.ids);
    expect(features.features.filter(({ properties }) => !ids.has(String(properties?.["id"])))).toEqual([]);
  });

  it("gives the buffers of a list of sites away", async () => {
    const moved: ArrayBufferLike[] = [];
    const { fetchBytes } = await servePackage();
    const handlers = createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, CLOCK, createReseaux(memoryGardes()), createTables(memoryTables()), SANS_RESEAU);
    const list = value(await handlers.sites({ genres: ["msp"], territoire: "87", selection: SELECTION_PAR_DEFAUT }, { ...JOB, transfer: (buffers) => void moved.push(...buffers) }));
    expect(moved).toEqual([list.lon.buffer, list.lat.buffer, list.capacite.buffer]);
  });

  it("refuses a site list in which nothing is left", async () => {
    const { ids } = value(await ask("sites", { genres: ["msp"], territoire: "87", selection: SELECTION_PAR_DEFAUT }));
    const outcome = await ask("sites", { genres: ["msp"], territoire: "87", selection: { exclus: ids, corrections: true, ajouts: [] } });
    expect(outcome.issues.map(({ code }) => code)).toEqual(["aucun-site"]);
  });

  it("gives minutes to an EPCI that straddles two départements, as the command line does", async () => {
    const perimetre = { territoire: { genre: "epci", code: "248700189", nom: "CC du Pays de Saint Yrieix" }, niveau: "commune" } as const;
    const { output } = value(await ask("executer", { ...TEMPS, perimetre }));
    expect([...numberValues(output.table, "minutes")].every(Number.isFinite)).toBe(true);
  });

  it("stops a computation that is cancelled", async () => {
    const { fetchBytes } = await servePackage();
    const controller = new AbortController();
    const clock = { now: () => 0, pause: () => Promise.resolve(controller.abort()) };
    // A clock that jumps makes every step a slice.
    let time = 0;
    const handlers = createHandlers(createLoader(BASE, fetchBytes, sha256), ANALYSES, { ...clock, now: () => (time += 20) }, createReseaux(memoryGardes()), createTables(memoryTables()), SANS_RESEAU);
    await expect(handlers.executer(TEMPS, { ...JOB, signal: controller.signal })).rejects.toThrow(Cancelled);
  });

  it.each([
    ["an unknown analysis", { analyse: "magie" }, "analyse-inconnue"],
    ["an unknown parameter", { params: { couleur: "rouge" } }, "parametre-inconnu"],
    ["an unknown territory", { perimetre: { territoire: { genre: "commune", code: "99999", nom: "" }, niveau: "commune" } }, "territoire-inconnu"],
  ] as const)("refuses %s", async (_name, change, code) => {
    const outcome = await ask("executer", { ...TEMPS, ...change });
    expect(outcome.issues.map((found) => found.code)).toEqual([code]);
  });

  it("lists the whole package", async () => {
    const resources = value(await ask("inventaire", {})).map(({ resource }) => resource);
    expect(resources).toContain("graphe-hv50");
    expect(new Set(resources).size).toBe(resources.length);
  });

  it("gives the same result object for the same question", async () => {
    const first = value(await ask("executer", TEMPS));
    const second = value(await ask("executer", { ...TEMPS, params: { seuil: 20, genres: ["msp"] } }));
    expect(second).toBe(first);
  });

  it("gives another key to other parameters", async () => {
    const first = value(await ask("executer", TEMPS));
    const other = value(await ask("executer", { ...TEMPS, params: { genres: ["msp"], seuil: 30 } }));
    expect(other.key).not.toBe(first.key);
  });

  it.each([["saint yrieix", "87187"], ["St-Yrieix", "87187"], ["87085", "87085"], ["BELLAC", "87011"]])("finds %s first", async (texte, code) => {
    const hits = value(await ask("chercher", { texte, territoire: "87" }));
    expect(hits[0]?.code).toBe(code);
  });

  it.each([
    ["pharmacie bellac", /PHARMACIE/, "etablissement"],
    ["haute vienne", /^Haute-Vienne$/, "departement"],
    ["87000", /^Limoges$/, "commune"],
  ])("finds %s", async (texte, nom, genre) => {
    const [first] = value(await ask("chercher", { texte, territoire: "87" }));
    expect(first?.nom).toMatch(nom);
    expect(first?.genre).toBe(genre);
  });

  it("finds what is near the territory on screen first among equals", async () => {
    const first = async (territoire: string) => value(await ask("chercher", { texte: "saint-laurent", territoire }))[0]?.code.slice(0, 2);
    expect(await first("87")).toBe("87");
    expect(await first("23")).toBe("23");
  });

  it("finds at most 12 things, and nothing in an empty text", async () => {
    expect(value(await ask("chercher", { texte: "saint", territoire: "87" }))).toHaveLength(12);
    expect(value(await ask("chercher", { texte: " - ", territoire: "87" }))).toEqual([]);
  });

  it.each([["epci", "200059400"], ["bassin-de-vie", "87011"], ["canton", "8701"], ["departement", "87"], ["region", "NA"]] as const)("gives a sheet to a %s", async (niveau, code) => {
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau, code }, territoire: "87" }));
    expect(fiche.nom).not.toBe(code);
    expect(fiche.faits.find(({ cle }) => cle === "population")?.valeur).toBeGreaterThan(0);
    expect(fiche.faits.filter(({ cle }) => cle.startsWith("communes-")).reduce((sum, { part = 0 }) => sum + part, 0)).toBeCloseTo(1, 6);
  });

  it("gives the département the figures of reference", async () => {
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "departement", code: "87" }, territoire: "87" }));
    const fait = (cle: string) => fiche.faits.find((one) => one.cle === cle)?.valeur;
    expect(fait("population")).toBe(373_167);
    expect(fait("medecins")).toBe(440);
    expect([fait("communes-ZIP"), fait("communes-ZAC"), fait("communes-HZ")]).toEqual([54, 100, 41]);
    expect(fait("apl")).toBeCloseTo(4.32, 2);
  });

  it("refuses the sheet of a territory that does not exist", async () => {
    const outcome = await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "87999" }, territoire: "87" });
    expect(outcome.issues.map(({ code }) => code)).toEqual(["territoire-inconnu"]);
  });

  it("gives an établissement its register, its minutes and its limits", async () => {
    const [first] = value(await ask("sites", { genres: ["pharmacie"], territoire: "87", selection: SELECTION_PAR_DEFAUT })).ids.filter((id) => id.startsWith("87"));
    const fiche = value(await ask("fiche", { sujet: { genre: "etablissement", couche: "pharmacie", id: first ?? "" }, territoire: "87" }));
    const fait = (cle: string) => fiche.faits.find((one) => one.cle === cle)?.valeur;
    expect(fait("genre")).toBe("pharmacie");
    expect(fait("commune")).not.toBeNull();
    expect(fait("minutes-pharmacie")).toBeLessThan(5);
    expect(fait("note")).toContain("2021");
  });

  it("refuses the sheet of an établissement that does not exist", async () => {
    const outcome = await ask("fiche", { sujet: { genre: "etablissement", couche: "msp", id: "rien" }, territoire: "87" });
    expect(outcome.ok).toBe(false);
  });

  it("gives the sheet of a commune the minutes of the analysis", async () => {
    const { output } = value(await ask("executer", TEMPS));
    const row = indexBy(output.table, "code").get("87011") ?? -1;
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "87011" }, territoire: "87" }));
    expect(fiche.faits.find(({ cle }) => cle === "minutes-msp")?.valeur).toBe(numberValues(output.table, "minutes")[row]);
  });

  it.each([["epci", "200071942"], ["canton", "8702"], ["bassin-de-vie", "87014"]] as const)("gives the sheet of a group the minutes of the analysis at its level: %s", async (niveau, code) => {
    const perimetre = niveau === "epci" ? { territoire: { genre: "epci", code, nom: code }, niveau } as const : { ...TEMPS.perimetre, niveau };
    const { output } = value(await ask("executer", { ...TEMPS, perimetre }));
    const row = indexBy(output.table, "code").get(code) ?? -1;
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau, code }, territoire: "87" }));
    const minutes = fiche.faits.find(({ cle }) => cle === "minutes-msp");
    expect(minutes?.valeur).toBeCloseTo(numberValues(output.table, "minutes")[row] ?? Number.NaN, 9);
    expect(minutes?.note).toBe("moyenne-habitants");
  });

  it("gives no minutes to the sheet of a département: they are an analysis", async () => {
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "departement", code: "87" }, territoire: "87" }));
    expect(fiche.faits.some(({ cle }) => cle.startsWith("minutes-"))).toBe(false);
  });

  it("compares a commune with its EPCI, its département and the region", async () => {
    const fiche = value(await ask("fiche", { sujet: { genre: "territoire", niveau: "commune", code: "87011" }, territoire: "87" }));
    expect(fiche.faits.find(({ cle }) => cle === "medecins-densite")?.reperes?.map(({ nom }) => nom).slice(1)).toEqual(["Haute-Vienne", "Nouvelle-Aquitaine"]);
  });
});
