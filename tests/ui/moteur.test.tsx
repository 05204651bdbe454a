import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import type { MoteurSession, State } from "../../src/store/state";
import { INITIAL } from "../../src/store/create-store";
import { Accord } from "../../src/ui/panels/Accord";
import { Moteur } from "../../src/ui/panels/Moteur";
import { Panneau } from "../../src/ui/panels/Panneau";
import { Resultat } from "../../src/ui/panels/Resultat";
import { dessiner, etatAvecResultat } from "./faux";

// jsdom draws no modal dialog: opening it is all that the component asks.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

const OSRM = { id: "osrm", adresse: "http://localhost:5000", cle: "" } as const;
const ACCORDE = { ...OSRM, accord: { moteur: "osrm", origine: "http://localhost:5000" } } as const;

function avec(moteur: Partial<MoteurSession>, etat: State = INITIAL): State {
  return { ...etat, session: { ...etat.session, moteur: { ...etat.session.moteur, ...moteur } } };
}

/** A territory of 195 communes and 203 sites, one of them left out. */
function charge(etat: State): State {
  const ids = Array.from({ length: 203 }, (_, i) => `s${i}`);
  const sites = { ids, noms: ids, communes: ids, lon: new Float64Array(203), lat: new Float64Array(203), capacite: new Float64Array(203) };
  const territoire = { territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" }, communes: { id: "communes", length: 195, columns: [] }, contours: {}, bbox: [0, 0, 1, 1], issues: [] } as unknown as State["datasets"]["territoire"];
  const { document } = etat;
  const courant = { ...document.courant, selection: { ...document.courant.selection, exclus: ["s1"] } };
  return { ...etat, document: { ...document, courant }, datasets: { ...etat.datasets, territoire, sites } };
}

const texteDe = (element: HTMLElement): string => (element.textContent ?? "").replaceAll(/[\u00a0\u202f]/g, " ");

describe("the choice of an engine", () => {
  it("is the local computation, with nothing to fill in", () => {
    dessiner(<Moteur quoi="minutes" />);
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Moteur" }).value).toBe("maillage");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("asks the command for another one, and for the local one back", async () => {
    const { commands } = dessiner(<Moteur quoi="minutes" />, avec({ choix: "ign" }));
    await userEvent.selectOptions(screen.getByRole("combobox"), "osrm");
    await userEvent.selectOptions(screen.getByRole("combobox"), "maillage");
    expect(commands.choisirMoteur.mock.calls).toEqual([["osrm"], [null]]);
  });

  it("OSRM: takes an address, and says that nothing is sent yet", async () => {
    const { commands } = dessiner(<Moteur quoi="minutes" />, avec({ choix: "osrm" }));
    const adresse = screen.getByRole("textbox", { name: "Adresse du moteur" });
    await userEvent.clear(adresse);
    await userEvent.type(adresse, "https://osrm.example.org{Enter}");
    expect(commands.demanderAccord.mock.calls).toEqual([["osrm", "https://osrm.example.org", ""]]);
    expect(screen.getByText(/Rien n'est envoyé/)).toBeTruthy();
  });

  it("openrouteservice: takes a key, hidden as it is typed", async () => {
    const { commands } = dessiner(<Moteur quoi="minutes" />, avec({ choix: "openrouteservice" }));
    const cle = screen.getByLabelText<HTMLInputElement>("Votre clé openrouteservice");
    expect([cle.type, cle.autocomplete]).toEqual(["password", "off"]);
    await userEvent.type(cle, "abc{Enter}");
    expect(commands.demanderAccord.mock.calls[0]?.slice(0, 1).concat(commands.demanderAccord.mock.calls[0]?.[2])).toEqual(["openrouteservice", "abc"]);
  });

  it("once agreed to, the focus is on the way back, not lost with the form", () => {
    dessiner(<Moteur quoi="minutes" />, avec({ choix: "osrm", accordes: { osrm: ACCORDE } }));
    expect(document.activeElement?.textContent).toBe("Retirer l'accord");
  });

  it("for isochrones: asks for them by their name", () => {
    dessiner(<Moteur quoi="isochrones" />, avec({ choix: "valhalla" }));
    expect(screen.getByRole("button", { name: "Demander les isochrones à Valhalla…" })).toBeTruthy();
    expect(screen.getByText("Rien n'est envoyé : seules les zones de Maillage sont affichées.")).toBeTruthy();
  });

  it("for isochrones: an engine that draws none says so, and asks for no address", () => {
    dessiner(<Moteur quoi="isochrones" />, avec({ choix: "osrm", accordes: { osrm: ACCORDE } }));
    expect(screen.getByText(/^OSRM ne trace pas d'isochrones : rien ne lui est envoyé ici/)).toBeTruthy();
    expect([screen.queryByRole("textbox"), screen.queryByRole("button")]).toEqual([null, null]);
  });

  it("agreed to: says to whom, and the consent can be withdrawn", async () => {
    const { commands } = dessiner(<Moteur quoi="minutes" />, avec({ choix: "osrm", accordes: { osrm: ACCORDE } }));
    expect(screen.getByText("Avec votre accord, les minutes sont demandées à OSRM, localhost:5000.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Retirer l'accord" }));
    expect(commands.retirerAccord.mock.calls).toEqual([["osrm"]]);
  });
});

describe("the consent", () => {
  it("names what leaves and how many, to whom, and what is kept", () => {
    dessiner(<Accord demande={OSRM} quoi="minutes" />, charge(INITIAL));
    const said = texteDe(screen.getByRole("dialog", { name: "Envoyer des coordonnées à OSRM ?" }));
    expect(said).toContain("Les coordonnées de 195 chefs-lieux de commune : Haute-Vienne.");
    expect(said).toContain("pour chaque chef-lieu, les 5 plus proches à vol d'oiseau, parmi 202.");
    expect(said).toContain("localhost:5000 : le moteur OSRM qui tourne à l'adresse que vous avez donnée.");
    expect(said).toContain("Maillage ne garde ni les réponses, ni la clé, ni cet accord");
    expect(said).not.toContain("Votre clé");
  });

  it("for isochrones: the sites, the limits and the way, and no commune", () => {
    dessiner(<Accord demande={{ ...OSRM, id: "valhalla" }} quoi="isochrones" />, charge(INITIAL));
    const said = texteDe(screen.getByRole("dialog", { name: "Envoyer des coordonnées à Valhalla ?" }));
    expect(said).toContain("Les coordonnées des sites d'où l'on peut rejoindre Haute-Vienne, parmi 202.");
    expect(said).toContain("Les limites de temps et le sens du trajet.");
    expect(said).not.toContain("195 chefs-lieux");
  });

  it("names the operator, and the key that goes with the requests", () => {
    dessiner(<Accord demande={{ id: "openrouteservice", adresse: "https://api.openrouteservice.org", cle: "abc" }} quoi="minutes" />, charge(INITIAL));
    const said = texteDe(screen.getByRole("dialog"));
    expect(said).toContain("api.openrouteservice.org : le service openrouteservice, opéré par HeiGIT, Heidelberg (Allemagne).");
    expect(said).toContain("Votre clé openrouteservice.");
    expect(said).not.toContain("abc");
  });

  it.each([["Ne rien envoyer", false], ["Accepter et demander", true]])("%s", async (nom, oui) => {
    const { commands } = dessiner(<Accord demande={OSRM} quoi="minutes" />, charge(INITIAL));
    await userEvent.click(screen.getByRole("button", { name: nom }));
    expect(commands.repondreAccord.mock.calls).toEqual([[oui]]);
  });

  it("closed any other way (Escape), it is a refusal", () => {
    const { commands } = dessiner(<Accord demande={OSRM} quoi="minutes" />, charge(INITIAL));
    screen.getByRole("dialog").dispatchEvent(new Event("close"));
    expect(commands.repondreAccord.mock.calls).toEqual([[false]]);
  });

  it("the first thing under the keyboard is to send nothing", () => {
    dessiner(<Accord demande={OSRM} quoi="minutes" />, charge(INITIAL));
    expect(within(screen.getByRole("dialog")).getAllByRole("button")[0]?.textContent).toBe("Ne rien envoyer");
  });
});

describe("what the screen says of minutes from elsewhere", () => {
  const origine = { kind: "moteur", nom: "OSRM", hote: "example.org", date: "2026-11-26", repondus: 195, total: 195 } as const;
  const resultat = (change: object): State => {
    const etat = etatAvecResultat();
    const courant = etat.results.courant!;
    return { ...etat, results: { ...etat.results, courant: { ...courant, output: { ...courant.output, ...change } } } };
  };

  it.each([
    ["an engine", origine, "Minutes : OSRM, example.org, 26 novembre 2026"],
    ["a part of its answers", { ...origine, repondus: 120 }, "Minutes : OSRM, example.org, 26 novembre 2026 (partiel : 120 sur 195)"],
    ["the crow", { kind: "estimation" }, "Minutes : estimation à vol d'oiseau"],
  ])("%s", (_, une, texte) => {
    dessiner(<Resultat />, resultat({ origine: une }));
    expect(texteDe(screen.getByText(/^Minutes\s:/))).toBe(texte);
  });

  it("by the road, no badge", () => {
    dessiner(<Resultat />, resultat({ origine: { kind: "route" } }));
    expect(screen.queryByText(/^Minutes\s:/)).toBeNull();
  });

  it("« 120 sur 195 » while it answers, with a way to stop and keep", async () => {
    const etat = etatAvecResultat();
    const { commands } = dessiner(<Resultat />, { ...etat, results: { ...etat.results, etat: "calcul", part: 0.6, compte: { fait: 120, total: 195 } } });
    expect(screen.getByText("120 sur 195")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Arrêter et garder ce qui est reçu" }));
    expect(commands.arreterMoteur).toHaveBeenCalledOnce();
  });

  it("no longer claims that nothing leaves the browser", () => {
    dessiner(<Panneau />, avec({ choix: "osrm", accordes: { osrm: ACCORDE } }));
    expect(screen.queryByText("Rien ne quitte votre navigateur.")).toBeNull();
    expect(screen.getByText("Des coordonnées partent vers localhost:5000.")).toBeTruthy();
  });
});
