// @vitest-environment jsdom
import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { fichePage } from "../../src/documents/fiches/fiche";
import type { FicheImprimee, Soin } from "../../src/documents/fiches/fiche-imprimee";
import { indexPage } from "../../src/documents/fiches/index-fiches";
import { qrSvg } from "../../src/documents/fiches/qr";
import type { Atelier, DocumentCite } from "../../src/domain/ateliers";
import type { Fait, FaitsFiche } from "../../src/domain/fiche";
import type { LieuProfil } from "../../src/domain/profil";
import { FOND, pointsCouche, provenance, TABLE, TERRITOIRES } from "../carto/fixtures";

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)> & 'fils'`;

function faits(nom: string, ...own: readonly Fait[]): FaitsFiche {
  return { sujet: { genre: "territoire", niveau: "commune", code: "87002" }, nom, dans: ["CC Haut Limousin", "Haute-Vienne"], faits: [{ cle: "population", valeur: 3_537 }, { cle: "medecins", valeur: 0 }, { cle: "revenu", valeur: null }, { cle: "zone", valeur: "ZIP", note: "zonage-probablement-remplace" }, ...own], sources: [provenance("Population")] };
}

const PROCHE: Soin = { genre: "msp", nombre: 0, proche: { minutes: 15.24, note: null, site: { nom: "MSP DU DORAT", commune: "Le Dorat", ouverture: "2015-03-01" } } };

const DOCUMENT: DocumentCite = { titre: "Synthèse", court: "Synthèse", date: "2022-12", fichier: "x.txt", auteur: "ARS", notes: [] };
const ATELIER: Atelier = {
  id: "87-43", departement: "87", nom: "Bessines", imprime: "Bessines", commune: "87014", point: [1.4, 46.1], date: "2022-12-02", lignes: [10, 20], compte_rendu: true, participants: 42, themes: [1], liens: [], non_rattaches: [], notes: [],
  chiffres: [{ cle: "sans-medecin-traitant", libelle: "Sans médecin", valeur: 5.6, unite: "%", territoire: "x", portee: "atelier", lignes: [12, 12] }],
  points: ["un", "deux", "trois", "quatre", "cinq"].map((texte, i) => ({ theme: "zonage", nature: "demande", texte: `Demander ${texte}`, lignes: [[13 + i, 13 + i]] })),
};
const LIEU: LieuProfil = {
  niveau: "commune", code: "87002", nom: "Bellac", score: 49.2, estimation: false, sources: [],
  composantes: [{ id: "apl", label: "APL officielle", unit: "consultations", digits: 2, valeur: 3.74, note: 17.3 }, { id: "revenu", label: "Revenu médian", unit: "euros", digits: 0, valeur: null, note: null }],
};

function fiche(more: Partial<FicheImprimee> = {}): FicheImprimee {
  const own = more.faits ?? faits("Bellac");
  return {
    niveau: "commune",
    code: "87002",
    faits: own,
    reperes: [faits("Haute-Vienne", { cle: "communes-ZIP", valeur: 54 })],
    lissage: { taux: 117.9, fiabilite: 0.123, lecture: "peu fiable", parmi: "communes de Haute-Vienne" },
    soins: [PROCHE, { genre: "ehpad", nombre: null, proche: { minutes: null, note: null, site: null } }],
    limoges: 49.3,
    plan: { titre: "Plan", date: "2024-06-14", etat: "non repris de la source", ici: [{ intitule: "Essayer", pilotes: ["CC"], calendrier: null }], partout: 33, objectifs: 11 },
    ateliers: { document: DOCUMENT, trouves: [] },
    profil: [],
    carte: {
      titre: `Carte de ${own.nom}`, phrase: "", niveau: "commune", territoires: TERRITOIRES, communes: TABLE, fond: FOND, views: [],
      couches: [pointsCouche("msp", "msp", [[1.02, 45.85], [1.3, 45.85]]), { ...pointsCouche("urgences", "urgences", []), count: 0 }],
      sources: own.sources, bbox: [0.95, 45.8, 1.55, 45.9], date: null, limites: true, choisi: "87002", polices: null,
    },
    lien: { href: "../#/explorer?t=87", texte: "#/explorer?t=87", adresse: null },
    ...more,
  };
}

const read = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const plain = (node: Element | null | undefined): string => (node?.textContent ?? "").replaceAll(/[\u00a0\u202f]/g, " ").trim();
const rowOf = (page: Document, head: string): Element | undefined => [...page.querySelectorAll("tr")].find((tr) => plain(tr.querySelector("th")).startsWith(head));
const cells = (page: Document, head: string): readonly string[] => [...(rowOf(page, head)?.querySelectorAll("td") ?? [])].map(plain);

describe("a sheet", () => {
  const html = fichePage(fiche());
  const page = read(html);

  test("is in French, with one h1, a title and the style of a printed A4 page", () => {
    expect([page.documentElement.lang, page.querySelectorAll("h1").length, plain(page.querySelector("h1")), page.title]).toEqual(["fr", 1, "Bellac", "Bellac (87002)"]);
    expect(page.querySelector("style")?.textContent).toContain("@page { size: A4");
  });
  test("runs nothing and asks for nothing", () => {
    expect(page.querySelectorAll("script, link, iframe, img, object, form").length).toBe(0);
    expect([...page.querySelectorAll("*")].flatMap((node) => [...node.attributes]).filter(({ name }) => name.startsWith("on") || name === "src")).toEqual([]);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:/);
  });
  test("its tables have a caption, heads of columns and heads of rows", () => {
    for (const table of page.querySelectorAll("table")) {
      expect(plain(table.querySelector("caption"))).not.toBe("");
      expect([...table.querySelectorAll("th")].every((th) => th.closest("thead") === null ? th.scope === "row" : th.scope === "col")).toBe(true);
    }
  });
  test("its map has a name, a description of what it shows, its scale and its north", () => {
    const svg = page.querySelector("figure svg");
    const named = (svg?.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => plain(page.getElementById(id)));
    expect(named).toEqual(["Carte de Bellac", expect.stringContaining("2 maisons de santé")]);
    expect([...(svg?.querySelectorAll("text") ?? [])].map(plain)).toEqual(expect.arrayContaining(["N", expect.stringMatching(/^\d+ km$/)]));
  });
  test("the legend's symbols are drawn in the map of the page, and kinds without a site are said", () => {
    for (const use of page.querySelectorAll(".legende use")) expect(page.querySelector(use.getAttribute("href") ?? "")).not.toBeNull();
    expect(plain(page.querySelector(".legende"))).toContain("2 maisons de santé");
    expect(plain(page.querySelector(".cote .petit"))).toContain("services d'urgences");
  });
  test("has one identifier a thing", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test("0 is 0, what is not known is « pas de donnée »", () => {
    expect([cells(page, "Médecins")[0], cells(page, "Revenu")[0], cells(page, "EHPAD")]).toEqual(["0", "pas de donnée", ["pas de donnée", "pas de donnée", "pas de donnée"]]);
  });
  test("says the nearest site by its name, its commune and the year it opened", () => {
    expect(cells(page, "Maison de santé")).toEqual(["0", "15,2 min", "MSP DU DORAT, Le Dorat, ouverture 2015"]);
  });
  test("says the zoning with its vintage and its limit, communes counted for a group", () => {
    expect(plain(rowOf(page, "Zonage")?.querySelector("th"))).toContain("mai 2025");
    expect(page.body.textContent).toContain("probablement remplacé");
    expect(cells(page, "Zonage")[0]).toBe("ZIP");
  });
  test("says how reliable the density is", () => {
    expect(plain(page.querySelector("main > .petit"))).toContain("Densité brute peu fiable (fiabilité 12 %)");
  });
  test("tells the actions of the département from those that name the place, and that no state is known", () => {
    expect(plain(page.querySelector(".plan"))).toMatch(/33 actions pour tout le département.*non repris de la source.*Essayer \(pilotes : CC ; calendrier : non indiqué\)/);
  });
  test("every source stands with its licence and its quality", () => {
    expect([...page.querySelectorAll(".sources li")].map(plain)).toEqual(expect.arrayContaining([expect.stringMatching(/^officiel Population.*Licence Ouverte 2\.0$/)]));
  });
  test("has its QR code only when the address of the app is known", () => {
    const adresse = "https://exemple.fr/maillage/#/explorer?t=87";
    const known = read(fichePage(fiche({ lien: { href: adresse, texte: adresse, adresse } })));
    expect([page.querySelectorAll(".qr svg").length, known.querySelector(".qr svg")?.getAttribute("aria-label"), known.querySelector("main a")?.getAttribute("href")]).toEqual([0, "QR code de l'adresse de la vue vivante", adresse]);
  });
  test("leaves out Limoges where it has no sense, and says when no road is known", () => {
    const { limoges: _, ...sans } = fiche();
    expect([fichePage(sans).includes("Depuis Limoges"), fichePage(fiche({ limoges: null })).includes("Limoges : pas de donnée")]).toEqual([false, true]);
  });
  test("a hostile name stays text, wherever it comes from", () => {
    const nasty = faits(HOSTILE);
    const hostile: FicheImprimee = fiche({ faits: { ...nasty, dans: [HOSTILE], sources: [provenance(HOSTILE)] }, reperes: [faits(HOSTILE)], soins: [{ ...PROCHE, proche: { minutes: 1, note: null, site: { nom: HOSTILE, commune: HOSTILE, ouverture: HOSTILE } } }], lien: { href: HOSTILE, texte: HOSTILE, adresse: null } });
    const shown = read(fichePage(hostile));
    expect([shown.querySelectorAll("script, img").length, plain(shown.querySelector("h1"))]).toEqual([0, HOSTILE]);
  });
});

describe("a QR code", () => {
  test("has the modules of its code, each dark one drawn once", () => {
    const content = "https://exemple.fr/maillage/#/explorer?t=87&s=commune:87011";
    const { data, size } = encode(content, { ecc: "M", border: 4 });
    const svg = new DOMParser().parseFromString(qrSvg(content, "QR"), "image/svg+xml");
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    for (const [, x, y, length] of (svg.querySelector("path")?.getAttribute("d") ?? "").matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(length); i += 1) drawn[Number(y)]![Number(x) + i]! += 1;
    }
    expect(drawn).toEqual(data.map((row) => row.map(Number)));
  });
});

describe("the index", () => {
  const ligne = (code: string, nom: string, sous: string) => ({ code, sous, faits: faits(nom, { cle: "minutes-msp", valeur: code === "87002" ? 15.24 : null }) });
  const page = read(indexPage({ territoire: "Haute-Vienne", niveau: "commune", lignes: [ligne("87002", "Bellac", "CC B"), ligne("87001", "Aixe", "CC A"), ligne("87003", HOSTILE, "CC B")] }));

  test("groups the sheets by EPCI, in order, each with its link", () => {
    expect([...page.querySelectorAll("caption")].map(plain)).toEqual(["CC A (1 commune)", "CC B (2 communes)"]);
    expect([...page.querySelectorAll("tbody a")].map((a) => a.getAttribute("href"))).toEqual(["87001.html", "87003.html", "87002.html"]);
  });
  test("gives the population, the zoning and the minutes to the MSP of each", () => {
    expect([cells(page, "Bellac"), cells(page, "Aixe")]).toEqual([["3 537", "ZIP", "15,2 min"], ["3 537", "ZIP", "pas de donnée"]]);
  });
  test("has one h1, heads of columns and rows, and no script even from a hostile name", () => {
    expect([page.querySelectorAll("h1").length, page.querySelectorAll("script, img").length, page.querySelectorAll("tbody th[scope=row]").length, page.querySelectorAll("thead th[scope=col]").length]).toEqual([1, 0, 3, 8]);
  });
});

describe("the fragility and the workshops of a sheet", () => {
  const page0 = read(fichePage(fiche()));
  const both = read(fichePage(fiche({ profil: [LIEU, { ...LIEU, niveau: "region", nom: "Région", score: 23 }], ateliers: { document: DOCUMENT, trouves: [{ atelier: ATELIER, rang: "deduit", lien: { lien: "deduit", genre: "epci", code: "1", nom: "une des trois", lignes: [11, 11], note: "par la population" } }] } })));
  const table = both.querySelector("table.profil");
  const section = plain(both.querySelector(".dits section"));

  test("each place has its score and its notes as numbers, and a bar as long as each", () => {
    expect([...(table?.querySelectorAll("tbody tr") ?? [])].map((tr) => [...tr.children].map(plain))).toEqual([["Bellac", "49", "17", "–"], ["Région", "23", "17", "–"]]);
    expect(table?.querySelector("tbody svg path:last-child")?.getAttribute("d")).toBe("M0 0H49.2V8H0z");
  });
  test("what a workshop says has its line, what it does not is « non indiqué »", () => {
    expect(section).toContain("Sans médecin traitant : 5,6 % (l. 12) ; Zonage : non indiqué");
    expect(section).toContain("par la population (l. 11)");
    expect(section).toContain("Synthèse (ARS), l. 10-20 du texte extrait.");
  });
  test("four demands are quoted, the others counted", () => {
    expect([section.includes("Demander quatre (l. 16)"), section.includes("Demander cinq"), section.includes("et 1 autre demande")]).toEqual([true, false, true]);
  });
  test("a workshop without report is given nothing", () => {
    const mute = read(fichePage(fiche({ ateliers: { document: DOCUMENT, trouves: [{ atelier: { ...ATELIER, compte_rendu: false }, rang: "lieu" }] } })));
    expect([plain(mute.querySelector(".dits section")).includes("rien ne lui est attribué"), plain(mute.body).includes("Demander un")]).toEqual([true, false]);
  });
  test("without either, nothing is said", () => {
    expect([page0.querySelector("table.profil"), page0.querySelectorAll(".dits section").length]).toEqual([null, 1]);
  });
});

