import { describe, expect, it } from "vitest";
import { writeTuiles } from "../../src/io/tuiles-fond";
import { open, settled } from "./world";

const ADRESSE = "donnees/fond-87.8.bin.gz?v=1a2b3c4d";
const VIDE = { type: "FeatureCollection" as const, features: [] };
const TUILES = new Map([["128/91", Uint8Array.of(1, 2, 3)]]);

describe("the tiles of the ground", () => {
  it("come from their archive", async () => {
    const { commands, state } = open({ files: { [ADRESSE]: writeTuiles(TUILES) } });
    expect(await commands.tuilesDuFond(ADRESSE)).toEqual(TUILES);
    expect(state().notices).toEqual([]);
  });

  it("are not known yet, and the file is named, when it is missing", async () => {
    const { commands, state } = open();
    expect(await commands.tuilesDuFond(ADRESSE)).toBeNull();
    expect(state().notices.map(({ texte }) => texte)).toEqual([expect.stringMatching(/« fond-87\.8\.bin\.gz » est introuvable/)]);
  });

  it("are none, and the file is named, when it is cut", async () => {
    const { commands, state } = open({ files: { [ADRESSE]: writeTuiles(TUILES).subarray(0, 20) } });
    expect((await commands.tuilesDuFond(ADRESSE))?.size).toBe(0);
    expect(state().notices.map(({ texte }) => texte)).toEqual([expect.stringMatching(/« fond-87\.8\.bin\.gz » est illisible/)]);
  });
});

describe("the basemap of documents", () => {
  it("comes when it is asked for, once a territory", async () => {
    const { started, commands, asks, state } = open();
    await started();
    expect(state().datasets.fond).toBeNull();
    await Promise.all([commands.chargerFond(), commands.chargerFond()]);
    expect(asks("charger-fond")).toHaveLength(1);
    expect(state().datasets.fond).not.toBeNull();
  });

  it("is asked for again after a failure, which is said", async () => {
    let failed = false;
    const { started, commands, asks, state } = open({
      replies: {
        "charger-fond": () => {
          if (failed) return { ok: true, value: { eau: VIDE, bois: VIDE, rivieres: VIDE, routes: VIDE, departements: VIDE, sources: [], issues: [] } };
          failed = true;
          return { ok: false, cause: "panne", message: "réseau coupé" };
        },
      },
    });
    await started();
    await commands.chargerFond();
    expect([state().datasets.fond, state().notices.some(({ ton }) => ton === "erreur")]).toEqual([null, true]);
    await commands.chargerFond();
    expect(asks("charger-fond")).toHaveLength(2);
    expect(state().datasets.fond).not.toBeNull();
  });

  it("of the territory before is never drawn under another", async () => {
    const { started, commands, asks, state } = open();
    await started();
    await commands.chargerFond();
    commands.changeTerritoire("23");
    await settled();
    expect(state().datasets.fond).toBeNull();
    await commands.chargerFond();
    expect(asks("charger-fond").map(({ ask }) => ask["territoire"])).toEqual(["87", "23"]);
  });
});
