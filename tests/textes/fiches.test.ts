import { describe, expect, it } from "vitest";
import type { Fait, FaitsFiche } from "../../src/domain/fiche";
import { ficheText } from "../../src/textes/fiches";
import { trouvailleText } from "../../src/textes/trouvailles";

/** Figures as people read them, thin spaces made plain. */
const plain = (text: string | null | undefined): string | null => text?.replaceAll(/[\u00a0\u202f]/g, " ") ?? null;

const fiche = (...faits: readonly Fait[]) => {
  const facts: FaitsFiche = { sujet: { genre: "territoire", niveau: "commune", code: "87085" }, nom: "Limoges", dans: ["CU Limoges Métropole", "Haute-Vienne"], faits, sources: [] };
  return ficheText(facts);
};
const ligne = (fait: Fait) => fiche(fait).groupes[0]?.lignes[0];

describe("ficheText", () => {
  it("says what the sheet is about and where it stands", () => {
    expect(fiche()).toMatchObject({ titre: "Limoges", sousTitre: "Commune · CU Limoges Métropole · Haute-Vienne", groupes: [] });
  });

  it("keeps « pas de donnée » apart from 0", () => {
    expect(ligne({ cle: "medecins", valeur: null })?.valeur).toBeNull();
    expect(ligne({ cle: "medecins", valeur: 0 })?.valeur).toBe("0");
  });

  it.each<[Fait, string]>([
    [{ cle: "population", valeur: 129_754 }, "129 754 hab."],
    [{ cle: "medecins-densite", valeur: 118.23 }, "118,2 pour 100 000 hab."],
    [{ cle: "minutes-msp", valeur: 12.34 }, "12,3 min"],
    [{ cle: "communes-ZIP", valeur: 54, part: 0.09 }, "54 (9,0 % des habitants)"],
    [{ cle: "zone", valeur: "ZAC" }, "zone d'action complémentaire (ZAC)"],
    [{ cle: "genre", valeur: "msp" }, "Maison de santé (MSP)"],
    [{ cle: "genre", valeur: "centre-sante-autre" }, "Centre de santé (activité non précisée)"],
    [{ cle: "ouverture", valeur: "2011-03-01" }, "1er mars 2011"],
    [{ cle: "ouverture", valeur: "2011-03-21" }, "21 mars 2011"],
    [{ cle: "ouverture", valeur: "2017" }, "2017"],
  ])("words %j", (fait, words) => {
    expect(plain(ligne(fait)?.valeur)).toBe(words);
  });

  it("words the same figure of the wider places, the missing ones kept", () => {
    const reperes = ligne({ cle: "apl", valeur: 4.3, reperes: [{ nom: "Haute-Vienne", valeur: 4.316 }, { nom: "Nouvelle-Aquitaine", valeur: null }] })?.reperes;
    expect(reperes?.map(({ nom, valeur }) => [nom, plain(valeur)])).toEqual([["Haute-Vienne", "4,32 consultations par an et par habitant"], ["Nouvelle-Aquitaine", null]]);
  });

  it("says the vintage of the zoning and that it was probably replaced", () => {
    const zone = ligne({ cle: "zone", valeur: "ZIP", note: "zonage-probablement-remplace" });
    expect(zone?.libelle).toContain("mai 2025");
    expect(zone?.note).toContain("probablement remplacé");
  });

  it("says that minutes may be too long at the edge of the data", () => {
    expect(ligne({ cle: "minutes-urgences", valeur: 40, note: "limite-donnees" })?.note).toContain("surestimé");
  });

  it("puts the figures in groups, always in the same order", () => {
    const { groupes } = fiche({ cle: "minutes-msp", valeur: 1 }, { cle: "sites-msp", valeur: 2 }, { cle: "medecins", valeur: 3 }, { cle: "population", valeur: 4 });
    expect(groupes.map(({ titre }) => titre)).toEqual(["Habitants", "Offre de soins", "Temps d'accès par la route", "Sites du territoire"]);
  });
});

describe("trouvailleText", () => {
  it.each([
    ["commune", null, "Haute-Vienne", "Commune, Haute-Vienne"],
    ["departement", null, null, "Département"],
    ["etablissement", "pharmacie", "Bellac", "Pharmacie, Bellac"],
    ["etablissement", "centre-sante-autre", "Guéret", "Centre de santé (activité non précisée), Guéret"],
    ["etablissement", "inconnu", null, "Établissement"],
  ] as const)("words a %s (%s) of %s", (genre, nature, situation, words) => {
    expect(trouvailleText(genre, nature, situation)).toBe(words);
  });
});
