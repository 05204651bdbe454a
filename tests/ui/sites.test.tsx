import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { SiteList } from "../../src/domain/genre-site";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { Sites } from "../../src/ui/panels/Sites";
import { dessiner } from "./faux";

const SITES: SiteList = {
  ids: ["a", "b"],
  noms: ["Maison de santé de Bellac", "Maison de santé de Nexon"],
  communes: [null, null],
  lon: Float64Array.of(1, 1),
  lat: Float64Array.of(46, 45),
  capacite: Float64Array.of(Number.NaN, Number.NaN),
};

function avec(document: Partial<State["document"]["courant"]>): State {
  return { ...INITIAL, datasets: { ...INITIAL.datasets, sites: SITES }, document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, ...document } } };
}

describe("sites of the analysis", () => {
  it("leaves a site out", async () => {
    const { commands } = dessiner(<Sites />, avec({}));
    await userEvent.click(screen.getByLabelText("Maison de santé de Nexon"));
    expect(commands.exclureSite).toHaveBeenCalledWith("b", true);
  });

  it("takes it back", async () => {
    const { commands } = dessiner(<Sites />, avec({ selection: { exclus: ["b"], corrections: true, ajouts: [] } }));
    await userEvent.click(screen.getByLabelText("Maison de santé de Nexon"));
    expect(commands.exclureSite).toHaveBeenCalledWith("b", false);
  });

  it("counts those that are kept", () => {
    dessiner(<Sites />, avec({ selection: { exclus: ["b"], corrections: true, ajouts: [] } }));
    expect(screen.getByText("1 sur 2 sites")).toBeTruthy();
  });

  it("offers to restore everything once something is left out", async () => {
    const { commands } = dessiner(<Sites />, avec({ selection: { exclus: ["b"], corrections: true, ajouts: [] } }));
    await userEvent.click(screen.getByText("Tout rétablir"));
    expect(commands.retablirSites).toHaveBeenCalledOnce();
  });

  it("hands over the file that is chosen", async () => {
    const { commands } = dessiner(<Sites />, avec({}));
    const fichier = new File(["lon,lat\n1,46"], "mes-sites.csv", { type: "text/csv" });
    await userEvent.upload(screen.getByLabelText("Importer mes sites (CSV)"), fichier);
    expect(commands.importerSites).toHaveBeenCalledWith(fichier);
  });

  it("says that one's own sites stand in, and how to go back", async () => {
    const { commands } = dessiner(<Sites />, avec({ sites: SITES }));
    expect(screen.getByText(/Vos propres sites remplacent la liste officielle \(2 sites\)/)).toBeTruthy();
    await userEvent.click(screen.getByText("Revenir aux sites officiels"));
    expect(commands.retirerSites).toHaveBeenCalledOnce();
  });
});
