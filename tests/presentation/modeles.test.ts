import { beforeAll, describe, expect, test } from "vitest";
import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import type { Territoire } from "../../src/domain/perimetre";
import type { NouvellePage } from "../../src/presentation/edits";
import { GENRES } from "../../src/presentation/genres/registre";
import type { Autour, Lecteur } from "../../src/presentation/lire-ecran";
import { type Fabriquee, fabriquer } from "../../src/presentation/modeles/fabriquer";
import { MODELES } from "../../src/presentation/modeles/registre";
import { parsePresentation, serializePresentation } from "../../src/presentation/parse-presentation";
import { failure } from "../../src/domain/outcome";
import { issue } from "../../src/domain/issue";
import { mettreEnPage } from "../../src/documents/pages/cellules";
import { IMPLANTER, MODELE } from "../../src/textes/modeles";
import { lecteurDuPaquet } from "./lecteur";

const HAUTE_VIENNE: Territoire = { genre: "departement", code: "87", nom: "Haute-Vienne" };
const HAUT_LIMOUSIN: Territoire = { genre: "epci", code: "200071942", nom: "CC Haut Limousin en Marche" };
const AUTOUR: Autour = { descriptions: DESCRIPTIONS, date: Date.UTC(2026, 10, 24), suivi: {}, lien: ({ document }) => `#/explorer?t=${document.territoire}&a=${document.analyse}` };

let lecteur: Lecteur;
const told: [number, number][] = [];
const fabrique = (id: string, territoire: Territoire, who: Lecteur = lecteur, suivi: Autour["suivi"] = {}): Promise<Fabriquee> => {
  const modele = MODELES.find((one) => one.id === id);
  if (modele === undefined) throw new Error(`no model ${id}`);
  return fabriquer(modele, territoire, who, { ...AUTOUR, suivi }, (fait, total) => told.push([fait, total]), () => false);
};
const page = (made: Fabriquee, titre: string | RegExp): NouvellePage => {
  const found = made.pages.find((one) => (typeof titre === "string" ? one.titre === titre : titre.test(one.titre)));
  if (found === undefined) throw new Error(`no page « ${String(titre)} » among ${made.pages.map((one) => one.titre).join(" ; ")}`);
  return found;
};
const plain = (texte: string): string => texte.replaceAll(/[\u00A0\u202F]/g, " ");

beforeAll(async () => {
  lecteur = await lecteurDuPaquet();
});

test("every model has its words", () => {
  expect(MODELES.map(({ id }) => id).filter((id) => MODELE[id] === undefined)).toEqual([]);
});
test("a model is offered where it can be made", () => {
  const pour = (territoire: Territoire): readonly string[] => MODELES.filter((modele) => modele.pour(territoire)).map(({ id }) => id);
  expect(pour(HAUTE_VIENNE)).toEqual(["soins-primaires", "fragiles", "implantation", "plan"]);
  expect(pour(HAUT_LIMOUSIN)).toEqual(["soins-primaires", "fragiles", "implantation"]);
  expect(pour({ genre: "commune", code: "87011", nom: "Bellac" })).toEqual(["soins-primaires", "fragiles"]);
});

describe.each(["soins-primaires", "fragiles", "implantation", "plan"])("« %s » for Haute-Vienne", (id) => {
  let made: Fabriquee;
  beforeAll(async () => {
    told.length = 0;
    made = await fabrique(id, HAUTE_VIENNE);
  }, 180_000);

  test("is whole, and tells how far it is", () => {
    expect(made.manquees).toEqual([]);
    expect(made.pages.length).toBeGreaterThanOrEqual(9);
    expect(told.map(([fait]) => fait)).toEqual(told.map((_, i) => i + 1));
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  });
  test("every page with figures has its sources", () => {
    for (const one of made.pages.filter(({ genre }) => GENRES[genre].vivant)) expect(one.capture?.sources.length, one.titre).toBeGreaterThan(0);
    const words = made.pages.filter(({ genre, texte }) => genre === "texte" && /\d/.test(texte));
    expect(words.filter(({ capture }) => capture === null).map(({ titre, texte }) => `${titre} : ${texte}`)).toEqual([]);
  });
  test("no figure is missing from its words", () => {
    for (const { titre, texte, notes } of made.pages) expect(`${titre} ${texte} ${notes}`).not.toMatch(/NaN|undefined|null|pas de donnée|\[object/);
  });
  test("can be saved and read again", () => {
    const pages = made.pages.map((one, i) => ({ ...one, id: `p${i + 1}` }));
    const lecture = parsePresentation(JSON.parse(serializePresentation({ version: 1, titre: "", pages })));
    expect(lecture.ok && [lecture.ecartees, lecture.sansEcran, lecture.presentation.pages.length]).toEqual([0, 0, pages.length]);
  });
});

test("the words of the state of primary care say what the analyses compute", async () => {
  const made = await fabrique("soins-primaires", HAUTE_VIENNE);
  const said = plain(page(made, "L'essentiel").texte);
  const chiffres = (titre: string): readonly string[] => (page(made, titre).capture?.chiffres ?? []).map(({ valeur }) => plain(valeur));
  const [nombre, pour100k, region] = chiffres("Combien de médecins généralistes ?");
  for (const figure of [`${nombre} médecins généralistes`, `soit ${pour100k} pour 100 000`, `contre ${region}`]) expect(said).toContain(figure);
  expect(said).toContain(`à ${chiffres("À combien de minutes d'une maison de santé ?")[0]} en moyenne`);
  expect(said).toContain(`${chiffres("Qui est à moins de 20 minutes ?")[0]} des habitants`);
}, 120_000);

test("the siting proposal names the communes the siting chose", async () => {
  const made = await fabrique("implantation", HAUTE_VIENNE);
  const sentence = page(made, "Ce que deux ouvertures changeraient").capture?.phrase ?? "";
  const [, noms = ""] = /en ouvrant à (.+?) : /.exec(sentence) ?? [];
  expect(noms).not.toBe("");
  expect(page(made, "La proposition").texte).toContain(`Ouvrir à ${noms}.`);
  // Without a solver nothing is proven, and the page does not say it is.
  expect(page(made, "La proposition").texte).toContain("n'a pas prouvé");
  expect(IMPLANTER.resume(["Bellac"], { ecart: 0 })).toContain("l'optimum est prouvé");
}, 120_000);

test("the plan has each of its 34 actions once, with no state guessed", async () => {
  const made = await fabrique("plan", HAUTE_VIENNE);
  const rows = made.pages.filter(({ genre }) => genre === "tableau").flatMap(({ capture }) => capture?.tableau.lignes ?? []);
  expect(rows).toHaveLength(34);
  expect(new Set(rows.map(([action]) => action)).size).toBe(34);
  // None is left out of its page for want of room.
  for (const { genre, capture, titre } of made.pages) if (genre === "tableau" && capture !== null) expect(mettreEnPage(capture.tableau, 888, 380).rangs.length, titre).toBe(capture.tableau.lignes.length);
  expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(["non repris de la source"]));
  expect(page(made, "Les chiffres que cite le plan").capture?.graphique?.barres.map(({ libelle, valeur }) => [libelle, valeur])).toEqual([["France", 84.6], ["Nouvelle-Aquitaine", 96.1], ["Haute-Vienne", 109.2]]);
}, 120_000);

test("the plan says the states that were noted, and their dates", async () => {
  const note = { le: 1, etat: "en cours", date: "2026-03-03", commentaire: "" } as const;
  const made = await fabrique("plan", HAUTE_VIENNE, lecteur, { "action-01": [note], "action-02": [{ ...note, etat: "mise en œuvre", date: null }] });
  expect(page(made, "Où en sont les actions ?").capture?.graphique?.barres.map(({ libelle, valeur }) => [libelle, valeur])).toEqual([["non repris de la source", 32], ["à démarrer", 0], ["en cours", 1], ["mise en œuvre", 1]]);
  expect(page(made, "Le plan en bref").texte).toContain("1 « en cours »");
  const states = made.pages.filter(({ genre }) => genre === "tableau").flatMap(({ capture }) => capture?.tableau.lignes.map((row) => row.at(-1)) ?? []);
  expect(states.slice(0, 3)).toEqual(["en cours (3 mars 2026)", "mise en œuvre", "non repris de la source"]);
}, 120_000);

test("is made for another territory too", async () => {
  const made = await fabrique("implantation", HAUT_LIMOUSIN);
  expect([made.manquees, page(made, /Haut Limousin/).genre]).toEqual([[], "section"]);
}, 120_000);

test("a screen that cannot be computed leaves out its page and those that cite it, and is named", async () => {
  const broken: Lecteur = { ...lecteur, resultat: (document, territoire) => (document.analyse === "densite" ? Promise.resolve(failure(issue("ressource-absente", "erreur", { ressource: "bpe" }))) : lecteur.resultat(document, territoire)) };
  const made = await fabrique("soins-primaires", HAUTE_VIENNE, broken);
  const titres = made.pages.map(({ titre }) => titre);
  expect(made.manquees).toEqual(["densite", "densite"]);
  expect(titres).not.toContain("L'essentiel");
  expect(titres).toContain("À combien de minutes d'une maison de santé ?");
}, 120_000);
