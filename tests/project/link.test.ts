import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issue } from "../../src/domain/issue";
import { failure } from "../../src/domain/outcome";
import { applyLink } from "../../src/project/apply-link";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import type { Document } from "../../src/project/document";
import { encodeLink } from "../../src/project/link";
import type { EcranLie } from "../../src/project/link";
import { decodeLink } from "../../src/project/read-link";
import { documents, VOCABULAIRE } from "./exemples";

const ECRAN: EcranLie = { espace: "explorer", camera: null, sujet: null };
const codes = (hash: string) => decodeLink(hash, VOCABULAIRE).issues.map(({ code }) => code);

/** What a link can carry of a document: parameters that differ from the defaults, and no own sites. */
function carried(document: Document): Document {
  const defaults = VOCABULAIRE.analyses[0]?.defaults ?? {};
  const changed = Object.entries(document.params["temps-acces"] ?? {}).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]));
  return { ...document, params: { "temps-acces": Object.fromEntries(changed) }, sites: null, reseau: null };
}

describe("encodeLink then decodeLink", () => {
  it("reopens the same document", () => {
    fc.assert(fc.property(documents, (document) => {
      const { lien, issues } = decodeLink(encodeLink(document, ECRAN, VOCABULAIRE), VOCABULAIRE);
      expect(issues).toEqual([]);
      expect(applyLink(lien)(DOCUMENT_INITIAL)).toEqual(carried(document));
    }), { seed: 20_260_103 });
  });

  it("keeps the space, the camera and the sheet", () => {
    const ecran: EcranLie = { espace: "donnees", camera: { lon: 1.26, lat: 45.83, zoom: 9.25 }, sujet: { genre: "etablissement", couche: "msp", id: "87 0:1&2" } };
    expect(decodeLink(encodeLink(DOCUMENT_INITIAL, ecran, VOCABULAIRE), VOCABULAIRE).lien).toMatchObject(ecran);
  });

  it("is readable", () => {
    const document: Document = {
      ...DOCUMENT_INITIAL,
      params: { "temps-acces": { genres: ["msp", "pharmacie"], seuil: 15, sens: "aller" } },
      classes: { "temps-acces/minutes": { method: "manuel", breaks: [10, 20] } },
      couches: ["zonage", "msp"],
    };
    const sujet = { genre: "territoire", niveau: "commune", code: "87085" } as const;
    expect(encodeLink(document, { espace: "explorer", camera: { lon: 1.2, lat: 45.8, zoom: 9 }, sujet }, VOCABULAIRE)).toBe(
      "#/explorer?t=87&n=commune&a=temps-acces&p=genres:msp,pharmacie;seuil:15&k=minutes:manuel,10,20&l=zonage,msp&c=1.2000,45.8000,9.00&s=commune:87085",
    );
  });

  it("writes added sites and supposed speeds in words", () => {
    const document: Document = {
      ...DOCUMENT_INITIAL,
      selection: { ...DOCUMENT_INITIAL.selection, ajouts: [{ id: "ajout-3", nom: "MSP, Bellac", genre: "msp", lon: 1.05012, lat: 46.1 }] },
      vitesses: { prereglage: "pointe", kmh: { "secondaire/rural": 60 }, fermees: ["autoroute", "voie-rapide"], zones: [] },
    };
    const link = encodeLink(document, ECRAN, VOCABULAIRE);
    expect(link).toContain("&aj=3,msp,1.05012,46.1,MSP%2C%20Bellac&v=pointe;secondaire/rural:60;fermees:autoroute,voie-rapide&");
  });

  it.each(["aj=1,msp,,46,A", "aj=x,msp,1,46,A", "aj=1,cabane,1,46,A", "v=tempete", "v=secondaire/rural:2", "v=fermees:sentier"])("names what it cannot read: %s", (part) => {
    const { lien, issues } = decodeLink(`#/explorer?t=87&a=temps-acces&${part}`, VOCABULAIRE);
    expect(issues.map(({ code }) => code)).toEqual(["lien-illisible"]);
    expect([lien.selection?.ajouts, lien.vitesses]).toEqual([[], null]);
  });

  it("goes back to the default speeds and sites when it does not name any", () => {
    const supposed: Document = { ...DOCUMENT_INITIAL, vitesses: { prereglage: "neige", kmh: {}, fermees: [], zones: [] } };
    expect(applyLink(decodeLink("#/explorer?t=87&a=temps-acces", VOCABULAIRE).lien)(supposed).vitesses).toBeNull();
    expect(applyLink(decodeLink("#/explorer?t=87", VOCABULAIRE).lien)(supposed).vitesses).toBe(supposed.vitesses);
  });

  it("keeps own sites only when the link was made with some", () => {
    const sites = { ids: ["1"], noms: ["a"], communes: [null], lon: Float64Array.of(1), lat: Float64Array.of(45), capacite: Float64Array.of(1) };
    const mine: Document = { ...DOCUMENT_INITIAL, sites };
    const reopen = (made: Document) => applyLink(decodeLink(encodeLink(made, ECRAN, VOCABULAIRE), VOCABULAIRE).lien)(mine).sites;
    expect(reopen(mine)).toBe(sites);
    expect(reopen(DOCUMENT_INITIAL)).toBeNull();
  });
});

describe("decodeLink", () => {
  it("never throws, whatever the hash", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string(), (path, query) => {
      expect(Array.isArray(decodeLink(`#${path}?${query}`, VOCABULAIRE).issues)).toBe(true);
      expect(Array.isArray(decodeLink(`#/explorer?p=${query}&a=temps-acces&k=${query}&c=${query}&s=${query}&l=${query}`, VOCABULAIRE).issues)).toBe(true);
    }), { seed: 20_260_104 });
  });

  it("says nothing of an empty hash and changes nothing", () => {
    const { lien, issues } = decodeLink("", VOCABULAIRE);
    expect(issues).toEqual([]);
    expect(applyLink(lien)(DOCUMENT_INITIAL)).toEqual(DOCUMENT_INITIAL);
  });

  it("applies a hand-made partial link and leaves the rest", () => {
    const { lien } = decodeLink("#/explorer?t=23&n=epci", VOCABULAIRE);
    expect(applyLink(lien)(DOCUMENT_INITIAL)).toEqual({ ...DOCUMENT_INITIAL, territoire: "23", niveau: "epci" });
  });

  it("names the nearest layers of an unknown one and shows the others", () => {
    const { lien, issues } = decodeLink("#/explorer?l=zonnage,msp", VOCABULAIRE);
    expect(lien.couches).toEqual(["msp"]);
    expect(issues).toMatchObject([{ code: "couche-inconnue", params: { couche: "zonnage", proches: expect.stringMatching(/^zonage,/) } }]);
  });

  it.each([
    ["#/cuisine?t=87", "lien-illisible"],
    ["#/explorer?n=quartier", "niveau-inconnu"],
    ["#/explorer?a=magie", "analyse-inconnue"],
    ["#/explorer?a=densite&p=couleur:rouge", "parametre-inconnu"],
    ["#/explorer?a=densite&k=taux:manuel,3,2", "lien-illisible"],
    ["#/explorer?c=1,2", "lien-illisible"],
    ["#/explorer?c=1,2,,", "lien-illisible"],
    ["#/explorer?s=planete:mars", "lien-illisible"],
    ["#/explorer?s=commune:%E0%A4%A", "lien-illisible"],
  ])("reports %s as %s", (hash, code) => {
    expect(codes(hash)).toEqual([code]);
  });

  it("falls back to the default parameters when the analysis refuses them, and says why", () => {
    const refus = failure(issue("parametre-invalide", "erreur", { parametre: "seuil", valeur: "-3", attendu: "un nombre positif" }));
    const strict = { ...VOCABULAIRE, analyses: [{ id: "temps-acces", defaults: { seuil: 20 }, parseParams: () => refus }] };
    const { lien, issues } = decodeLink("#/explorer?a=temps-acces&p=seuil:-3", strict);
    expect(lien.analyse?.params).toEqual({});
    expect(issues.map(({ code }) => code)).toEqual(["parametre-invalide"]);
  });
});
