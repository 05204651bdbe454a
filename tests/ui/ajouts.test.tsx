import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { SelectionSites } from "../../src/domain/genre-site";
import { CLES_VITESSE, type KmhParCle, SANS_HYPOTHESE } from "../../src/domain/vitesses";
import type { MapHandle } from "../../src/map/create-map";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { useEtat } from "../../src/ui/app/context";
import { Epingles } from "../../src/ui/ajouts/Epingles";
import { NomSite } from "../../src/ui/ajouts/NomSite";
import { PoserSite } from "../../src/ui/ajouts/PoserSite";
import { SitesAjoutes } from "../../src/ui/ajouts/SitesAjoutes";
import { Tracer } from "../../src/ui/ajouts/Tracer";
import { Vitesses } from "../../src/ui/ajouts/Vitesses";
import { Zones } from "../../src/ui/ajouts/Zones";
import { dessiner } from "./faux";

const SITE = { id: "ajout-1", nom: "Site ajouté 1", genre: "msp", lon: 1, lat: 46 } as const;

function etatAvec(selection: Partial<SelectionSites>): State {
  const { courant } = INITIAL.document;
  return { ...INITIAL, document: { ...INITIAL.document, courant: { ...courant, selection: { ...courant.selection, ...selection } } } };
}

/** A map of 100 pixels a degree, north up. */
const CARTE = {
  project: ([lon, lat]: readonly [number, number]) => ({ x: lon * 100, y: -lat * 100 }),
  unproject: ({ x, y }: { x: number; y: number }) => [x / 100, -y / 100] as const,
  onView: () => () => undefined,
} as unknown as MapHandle;

const epingle = () => screen.getByRole("button", { name: "Site ajouté 1, à déplacer" });

describe("pins of the added sites", () => {
  it("stand where their sites are", () => {
    dessiner(<Epingles carte={CARTE} />, etatAvec({ ajouts: [SITE] }));
    expect(epingle().style.transform).toBe("translate(100px, -4600px)");
  });
  it("stand where the hand is while it holds them", () => {
    const etat = etatAvec({ ajouts: [SITE] });
    dessiner(<Epingles carte={CARTE} />, { ...etat, session: { ...etat.session, main: { id: SITE.id, lon: 2, lat: 45 } } });
    expect(epingle().style.transform).toBe("translate(200px, -4500px)");
  });
  it("leave out a site that is not counted", () => {
    dessiner(<Epingles carte={CARTE} />, etatAvec({ ajouts: [SITE], exclus: [SITE.id] }));
    expect(screen.queryByRole("button")).toBeNull();
  });
  it.each([["ArrowRight", false, 1.06, 46], ["ArrowUp", false, 1, 46.06], ["ArrowLeft", true, 0.6, 46], ["ArrowDown", true, 1, 45.6]])("move by a step on %s (Shift: %s)", (key, shiftKey, lon, lat) => {
    const { commands } = dessiner(<Epingles carte={CARTE} />, etatAvec({ ajouts: [SITE] }));
    fireEvent.keyDown(epingle(), { key, shiftKey });
    expect(commands.saisirSite).toHaveBeenCalledWith(SITE.id);
    const [id, x, y] = commands.glisserSite.mock.lastCall ?? [];
    expect([id, Number(x).toFixed(5), Number(y).toFixed(5)]).toEqual([SITE.id, lon.toFixed(5), lat.toFixed(5)]);
  });
  it("drop after a quiet moment, and at once when they lose the focus", () => {
    vi.useFakeTimers();
    const { commands } = dessiner(<Epingles carte={CARTE} />, etatAvec({ ajouts: [SITE] }));
    fireEvent.keyDown(epingle(), { key: "ArrowRight" });
    expect(commands.deposerSite).not.toHaveBeenCalled();
    vi.advanceTimersByTime(900);
    expect(commands.deposerSite).toHaveBeenCalledTimes(1);
    fireEvent.blur(epingle());
    expect(commands.deposerSite).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
  it.each([["Enter", "deposerSite"], ["Escape", "lacherSite"], ["Delete", "retirerSite"]] as const)("on %s: %s", (key, commande) => {
    const { commands } = dessiner(<Epingles carte={CARTE} />, etatAvec({ ajouts: [SITE] }));
    fireEvent.keyDown(epingle(), { key });
    expect(commands[commande]).toHaveBeenCalledTimes(1);
  });
});

describe("the button that adds a site", () => {
  it("arms the next click, says so, and Escape gives it up", () => {
    const { commands, store } = dessiner(<PoserSite />);
    fireEvent.click(screen.getByRole("button", { name: "Ajouter un site" }));
    expect(commands.poser).toHaveBeenLastCalledWith(true);
    store.setState({ session: { ...INITIAL.session, pose: true } });
    return screen.findByText(/Cliquez sur la carte/).then(() => {
      fireEvent.keyDown(document.body, { key: "Escape" });
      expect(commands.poser).toHaveBeenLastCalledWith(false);
    });
  });
});

it("takes a site off from the list", () => {
  const { commands } = dessiner(<SitesAjoutes ajouts={[SITE]} />);
  fireEvent.click(screen.getByRole("button", { name: "Retirer Site ajouté 1" }));
  expect(commands.retirerSite).toHaveBeenCalledWith(SITE.id);
});

describe("an added site in the list", () => {
  const AUTRE = { ...SITE, id: "ajout-2", nom: "Antenne" } as const;
  const decrire = async (choisir: () => void): Promise<unknown> => {
    const decrireSite = vi.fn();
    const { commands } = dessiner(<SitesAjoutes ajouts={[SITE, AUTRE]} />);
    commands.scenarios.mockResolvedValue({ decrireSite } as never);
    choisir();
    await vi.waitFor(() => expect(decrireSite).toHaveBeenCalledOnce());
    return decrireSite.mock.calls[0];
  };
  it("says how many half-days it is open", async () => {
    expect(await decrire(() => fireEvent.change(screen.getByRole("combobox", { name: "Antenne, ouvert" }), { target: { value: "4" } }))).toEqual(["ajout-2", 4, null]);
  });
  it("says of which structure it is a site", async () => {
    expect(await decrire(() => fireEvent.change(screen.getByRole("combobox", { name: "Antenne, site de" }), { target: { value: "ajout-1" } }))).toEqual(["ajout-2", null, "ajout-1"]);
  });
});

describe("the name of an added site", () => {
  const AUTRE = { ...SITE, id: "ajout-2", nom: "Antenne" } as const;

  function ouvrir() {
    const nommerSite = vi.fn();
    const fini = vi.fn();
    const faux = dessiner(<NomSite saisir site={SITE} libelle="Nom du site" fini={fini} />, etatAvec({ ajouts: [SITE, AUTRE] }));
    faux.commands.scenarios.mockResolvedValue({ nommerSite } as never);
    return { ...faux, nommerSite, fini, champ: screen.getByRole<HTMLInputElement>("textbox", { name: "Nom du site" }) };
  }

  it("has the keyboard at once when it is asked for, ready to be typed over", () => {
    const { champ } = ouvrir();
    expect([document.activeElement, champ.selectionStart, champ.selectionEnd]).toEqual([champ, 0, SITE.nom.length]);
  });
  it.each([
    ["on Enter", (champ: HTMLInputElement) => fireEvent.keyDown(champ, { key: "Enter" })],
    ["when it is left", (champ: HTMLInputElement) => fireEvent.blur(champ)],
    ["by its button", () => fireEvent.click(screen.getByRole("button", { name: "OK" }))],
  ])("is taken %s", async (_, valider) => {
    const { champ, nommerSite, fini } = ouvrir();
    fireEvent.change(champ, { target: { value: "Laurière" } });
    valider(champ);
    expect(fini).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(nommerSite).toHaveBeenCalledExactlyOnceWith(SITE.id, "Laurière"));
  });
  it.each([["  ", /a besoin d.un nom.*«.Site ajouté 1.»/], ["ANTENNE", /porte déjà ce nom/]])("« %s » is refused in words, and stays typed", (nom, phrase) => {
    const { champ, commands, fini } = ouvrir();
    fireEvent.change(champ, { target: { value: nom } });
    fireEvent.keyDown(champ, { key: "Enter" });
    expect(screen.getByRole("alert").textContent).toMatch(phrase);
    expect([champ.value, champ.getAttribute("aria-invalid"), commands.scenarios.mock.calls.length, fini.mock.calls.length]).toEqual([nom, "true", 0, 0]);
  });
  it("Escape gives it up", () => {
    const { champ, commands, fini } = ouvrir();
    fireEvent.change(champ, { target: { value: "Antenne" } });
    fireEvent.keyDown(champ, { key: "Escape" });
    expect([champ.value, fini.mock.calls.length, commands.scenarios.mock.calls.length]).toEqual([SITE.nom, 1, 0]);
  });
  it("is asked on the map for the site just put, until it is taken", () => {
    const etat = etatAvec({ ajouts: [SITE, AUTRE] });
    const { commands, store } = dessiner(<PoserSite />, { ...etat, session: { ...etat.session, aNommer: AUTRE.id } });
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Nom du site" }).value).toBe("Antenne");
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "Escape" });
    expect(commands.demanderNom).toHaveBeenLastCalledWith(null);
    act(() => store.setState({ session: INITIAL.session }));
    expect(screen.queryByRole("textbox")).toBeNull();
  });
  it("changes from its pin, by F2 or two presses, and is read under it", () => {
    const { commands } = dessiner(<Epingles carte={CARTE} />, etatAvec({ ajouts: [SITE] }));
    fireEvent.keyDown(epingle(), { key: "F2" });
    fireEvent.doubleClick(epingle());
    expect(commands.demanderNom.mock.calls).toEqual([[SITE.id], [SITE.id]]);
    expect(epingle().textContent).toBe(SITE.nom);
  });
  it("in the list follows the document: an undo is read there", () => {
    const Liste = () => <SitesAjoutes ajouts={useEtat((etat) => etat.document.courant.selection.ajouts)} />;
    const { store } = dessiner(<Liste />, etatAvec({ ajouts: [{ ...SITE, nom: "Laurière" }] }));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Nom de « Laurière »" }).value).toBe("Laurière");
    act(() => store.setState(etatAvec({ ajouts: [SITE] })));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Nom de « Site ajouté 1 »" }).value).toBe(SITE.nom);
  });
});

describe("the panel of speeds", () => {
  const kmh = Object.fromEntries(CLES_VITESSE.map((cle) => [cle, 50])) as KmhParCle;
  const cellule = () => screen.findByRole("spinbutton", { name: "Routes secondaires, à la campagne, km/h" });

  function ouvrir(vitesses: State["document"]["courant"]["vitesses"] = null) {
    const etat = { ...INITIAL, document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, vitesses } } };
    const faux = dessiner(<Vitesses />, etat);
    faux.commands.vitesses.mockResolvedValue({ defaut: kmh, supposees: kmh, secondesVille: 24.8 });
    return faux;
  }

  it("is folded, and says that the speeds are the default ones", () => {
    ouvrir();
    expect(screen.getByRole("group", { hidden: true, name: "" }).hasAttribute("open")).toBe(false);
    expect(screen.getByText("par défaut")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Revenir aux vitesses par défaut", hidden: true })).toBeNull();
  });
  it("takes a hypothesis, and goes back in one click", () => {
    const { commands } = ouvrir({ prereglage: "neige", kmh: {}, fermees: [], zones: [] });
    fireEvent.change(screen.getByRole("combobox", { name: "Hypothèse", hidden: true }), { target: { value: "pointe" } });
    expect(commands.changeVitesses).toHaveBeenLastCalledWith({ prereglage: "pointe", kmh: {}, fermees: [], zones: [] });
    fireEvent.click(screen.getByRole("button", { name: "Revenir aux vitesses par défaut", hidden: true }));
    expect(commands.changeVitesses).toHaveBeenLastCalledWith(null);
  });
  it("says what a large agglomeration takes more", async () => {
    const { store } = ouvrir();
    act(() => store.setState({ document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, vitesses: { prereglage: null, kmh: {}, fermees: ["autoroute"], zones: [] } } } }));
    expect(await screen.findByText(/chaque kilomètre bâti prend 25\ss de plus/)).toBeTruthy();
  });
  it("closes a class", () => {
    const { commands } = ouvrir();
    fireEvent.click(screen.getByRole("checkbox", { name: "Autoroutes", hidden: true }));
    expect(commands.changeVitesses).toHaveBeenLastCalledWith({ prereglage: null, kmh: {}, fermees: ["autoroute"], zones: [] });
  });
  it("takes a figure when it is left, and puts back one that is out of bounds", async () => {
    const { commands, store } = ouvrir();
    act(() => store.setState({ document: { ...INITIAL.document, courant: { ...INITIAL.document.courant, vitesses: { prereglage: null, kmh: {}, fermees: ["autoroute"], zones: [] } } } }));
    for (const details of document.querySelectorAll("details")) details.open = true;
    const champ = (await cellule()) as HTMLInputElement;
    fireEvent.change(champ, { target: { value: "70" } });
    expect(commands.changeVitesses).not.toHaveBeenCalled();
    fireEvent.blur(champ);
    expect(commands.changeVitesses).toHaveBeenLastCalledWith({ prereglage: null, kmh: { "secondaire/rural": 70 }, fermees: ["autoroute"], zones: [] });
    fireEvent.change(champ, { target: { value: "4" } });
    fireEvent.blur(champ);
    expect(champ.value).toBe("50");
  });
});

describe("zones closed to traffic", () => {
  const COINS = [[1, 46], [2, 46], [2, 45]] as const;
  const avecZones = (zones: readonly (typeof COINS)[], trace: State["session"]["trace"] = null): State => {
    const etat = etatAvec({});
    return { ...etat, session: { ...etat.session, trace }, document: { ...etat.document, courant: { ...etat.document.courant, vitesses: { ...SANS_HYPOTHESE, zones } } } };
  };

  it("stand on the map where they were drawn, the one in hand too", () => {
    dessiner(<Zones carte={CARTE} />, avecZones([COINS], [[1, 46], [1, 45]]));
    expect(Array.from(document.querySelectorAll("polygon"), (forme) => forme.getAttribute("points"))).toEqual(["100,-4600 200,-4600 200,-4500", "100,-4600 100,-4500"]);
    expect(screen.getByRole("img", { name: "Zone fermée 1" })).toBeTruthy();
  });
  it("say how many corners there are, and close from three on", () => {
    const { commands } = dessiner(<Tracer />, avecZones([], COINS.slice(0, 2)));
    expect(screen.getByRole("status").textContent).toContain("2 coins posés, trois au moins");
    expect(screen.getByRole("button", { name: "Fermer la zone" }).hasAttribute("disabled")).toBe(true);
    fireEvent.keyDown(window, { key: "Escape" });
    expect(commands.tracer).toHaveBeenCalledWith(false);
  });
  it("are closed by the button", () => {
    const { commands } = dessiner(<Tracer />, avecZones([], COINS));
    fireEvent.click(screen.getByRole("button", { name: "Fermer la zone" }));
    expect(commands.fermerTrace).toHaveBeenCalledTimes(1);
  });
  it("are listed in the panel, each with the way to open it again, six at most", () => {
    const { commands } = dessiner(<Vitesses />, avecZones(Array.from({ length: 6 }, () => COINS)));
    commands.vitesses.mockResolvedValue(null);
    fireEvent.click(screen.getByRole("button", { name: "Rouvrir la zone 6", hidden: true }));
    expect(commands.rouvrirZone).toHaveBeenCalledWith(5);
    expect(screen.queryByRole("button", { name: "Dessiner une zone fermée", hidden: true })).toBeNull();
    expect(screen.getByText(/6 zones au plus/)).toBeTruthy();
  });
});
