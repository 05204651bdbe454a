import { beforeAll, describe, expect, it } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { appliquer } from "../../src/analyses/temps-acces/changements";
import type { SiteAjoute } from "../../src/domain/genre-site";
import { SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import type { RunRequest } from "../../src/workers/protocol";
import { type Asking, open, TEMPS, value } from "./package";

const AJOUT: SiteAjoute = { id: "ajout-1", nom: "Site ajouté 1", genre: "msp", lon: 1.05, lat: 46.12 };

/** The run with the added site at one place. */
function at(lon: number, lat: number, niveau: RunRequest["perimetre"]["niveau"] = "commune"): RunRequest {
  const ajouts = [{ ...AJOUT, lon, lat }];
  return { ...TEMPS, perimetre: { ...TEMPS.perimetre, niveau }, selection: { ...SELECTION_PAR_DEFAUT, ajouts } };
}

/** Around Haute-Vienne, over Limoges, far away, off the network, and back. */
const PLACES = [[1.06, 46.12], [1.26, 45.83], [0.95, 45.7], [1.7, 45.9], [9, 45], [1.5, 46.2], [1.5, 46.2001]] as const;

describe("a site moved live", () => {
  let ask: Asking;
  beforeAll(async () => ({ ask } = await open()), 120_000);

  const full = async (request: RunRequest): Promise<Output> => value(await ask("executer", request)).output;

  const ouvrir = async (demande: RunRequest): Promise<number> => value(await ask("direct-ouvrir", { demande })).session ?? -1;
  const deplacer = async (session: number, lon: number, lat: number, mailles = true) =>
    value(await ask("direct-deplacer", { session, id: AJOUT.id, lon, lat, mailles }));

  it.each(["commune", "epci"] as const)("gives after each move the table, the squares and the sentence of a full run, by %s", async (niveau) => {
    let shown = await full(at(AJOUT.lon, AJOUT.lat, niveau));
    const session = await ouvrir(at(AJOUT.lon, AJOUT.lat, niveau));
    for (const [lon, lat] of PLACES) {
      const changes = await deplacer(session, lon, lat);
      if (changes === null) throw new Error("the session is lost");
      shown = appliquer(shown, changes);
      const { table, views, summary, facts } = await full(at(lon, lat, niveau));
      expect([shown.table, shown.views, shown.summary, shown.facts]).toEqual([table, views, summary, facts]);
    }
  }, 240_000);

  it("tells only what moved", async () => {
    const session = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    const { lignes, mailles } = (await deplacer(session, AJOUT.lon + 0.002, AJOUT.lat)) ?? { lignes: [], mailles: [] };
    expect(lignes.length).toBeGreaterThan(0);
    expect(lignes.length).toBeLessThan(60);
    expect(mailles.length).toBeLessThan(4000);
  });

  it("tells all that moved since, when the squares come back on screen", async () => {
    const shown = await full(at(AJOUT.lon, AJOUT.lat));
    const session = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    const hidden = await deplacer(session, 1.26, 45.83, false);
    const seen = await deplacer(session, 1.27, 45.84);
    if (hidden === null || seen === null) throw new Error("the session is lost");
    expect(hidden.mailles).toHaveLength(0);
    expect(appliquer(appliquer(shown, hidden), seen).views).toEqual((await full(at(1.27, 45.84))).views);
  });

  it("says that a session is over: another was opened, or it was closed", async () => {
    const first = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    const second = await ouvrir(at(AJOUT.lon, AJOUT.lat));
    expect(await deplacer(first, 1, 46)).toBeNull();
    await ask("direct-fermer", { session: second });
    expect(await deplacer(second, 1, 46)).toBeNull();
  });

  it("opens nothing where there are no minutes to follow", async () => {
    const landes: RunRequest = { ...TEMPS, perimetre: { territoire: { genre: "departement", code: "40", nom: "Landes" }, niveau: "commune" } };
    expect(await ouvrir(landes)).toBe(-1);
    expect(await ouvrir({ ...TEMPS, analyse: "couverture", params: {} })).toBe(-1);
  });

  it("follows supposed speeds too", async () => {
    const slow = { ...at(AJOUT.lon, AJOUT.lat), vitesses: { prereglage: "neige", kmh: {}, fermees: [], zones: [] } } as const;
    const session = await ouvrir(slow);
    const changes = await deplacer(session, 1.26, 45.9);
    if (changes === null) throw new Error("the session is lost");
    const moved = { ...at(1.26, 45.9), vitesses: slow.vitesses };
    expect(appliquer(await full(slow), changes).table).toEqual((await full(moved)).table);
  });
});
