import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOM_MAX, SCENARIOS_MAX } from "../../src/domain/changements";
import { DOCUMENT_INITIAL, type Document } from "../../src/project/document";
import { addSite, type Edit, excludeSite, moveSite, removeSite, setCorrections, setVitesses } from "../../src/project/edits";
import { dater, etatsDe } from "../../src/project/etats";
import { parseDocument, serializeDocument } from "../../src/project/parse-document";
import { activerScenario, changerMedecins, commenterScenario, creerScenario, decrireSite, deplacerExistant, dupliquerScenario, nommerScenario, nommerSite, supprimerScenario } from "../../src/project/scenarios";
import { record, redo, undo } from "../../src/store/history";
import type { DocumentSlice } from "../../src/store/state";

const site = (n: number) => ({ id: `ajout-${n}`, nom: `Site ${n}`, genre: "msp" as const, lon: 1 + n / 10, lat: 45.8 });
const noms = fc.constantFrom("Bellac", " bellac ", "Site 2", "", "   ", "Châlus  Nord", "x".repeat(200));
const ids = fc.constantFrom("sc-a", "sc-b", "sc-c");
const n = fc.integer({ min: 1, max: 3 });

/** Any edit of the states, as the store applies it: the open scenario follows the screen. */
const edits: fc.Arbitrary<Edit> = fc
  .oneof(
    ids.map((id) => creerScenario(id, `Nom ${id}`, 10)),
    fc.option(ids).map((id) => activerScenario(id)),
    fc.tuple(ids, ids).map(([id, copie]) => dupliquerScenario(id, copie, "Copie", 11)),
    ids.map((id) => supprimerScenario(id)),
    fc.tuple(ids, fc.string({ maxLength: 5 })).map(([id, nom]) => nommerScenario(id, nom, 12)),
    fc.tuple(ids, fc.string({ maxLength: 5 })).map(([id, texte]) => commenterScenario(id, texte, 13)),
    fc.tuple(fc.constantFrom("87085", "87011"), fc.integer({ min: -3, max: 3 })).map(([code, ecart]) => changerMedecins(code, ecart)),
    n.map((k) => addSite(site(k))),
    n.map((k) => moveSite(`ajout-${k}`, 1.5, 45.5)),
    n.map((k) => removeSite(`ajout-${k}`)),
    fc.tuple(n, noms).map(([k, nom]) => nommerSite(`ajout-${k}`, nom)),
    fc.tuple(n, fc.option(fc.integer({ min: 0, max: 10 })), fc.option(fc.constant("ajout-1"))).map(([k, demi, structure]) => decrireSite(`ajout-${k}`, demi, structure)),
    n.map((k) => deplacerExistant("870000001", site(k + 3))),
    fc.boolean().map((exclu) => excludeSite("870000002", exclu)),
    fc.boolean().map((comptees) => setCorrections(comptees)),
    fc.constantFrom<Edit>(setVitesses({ prereglage: "neige", kmh: {}, fermees: [], zones: [] }), setVitesses(null)),
  )
  .map((edit) => (document) => dater(99)(edit(document)));

const scenario = (document: Document, id: string) => document.scenarios.find((one) => one.id === id);

describe("edits of scenarios", () => {
  it("undo of everything is the identity, and redo finds the end again", () => {
    fc.assert(fc.property(fc.array(edits, { maxLength: 25 }), (steps) => {
      const start: DocumentSlice = { courant: DOCUMENT_INITIAL, passe: [], futur: [], enregistreLe: null };
      const end = steps.reduce((slice, edit) => record(slice, edit(slice.courant), false), start);
      const back = end.passe.reduce<DocumentSlice>((slice) => undo(slice), end);
      expect(back.courant).toBe(DOCUMENT_INITIAL);
      expect(back.futur.reduce<DocumentSlice>((slice) => redo(slice), back).courant).toBe(end.courant);
    }), { seed: 20_261_201 });
  });

  it("keep the entry of the open scenario that of the screen, and a save gives it all back", () => {
    fc.assert(fc.property(fc.array(edits, { maxLength: 25 }), (steps) => {
      const document = steps.reduce((current, edit) => edit(current), DOCUMENT_INITIAL);
      const { selection, vitesses, medecins } = document;
      if (document.actif !== null) expect(scenario(document, document.actif)?.changements).toEqual({ selection, vitesses, medecins });
      const read = parseDocument(JSON.parse(serializeDocument(document)));
      expect(read.ok && read.value).toEqual(document);
    }), { seed: 20_261_202 });
  });

  it("no added site ever has an empty name, a longer one than is kept, or that of another", () => {
    const nommer = fc.oneof(n.map((k) => addSite(site(k))), n.map((k) => removeSite(`ajout-${k}`)), fc.tuple(n, noms).map(([k, nom]) => nommerSite(`ajout-${k}`, nom)));
    fc.assert(fc.property(fc.array(nommer, { maxLength: 12 }), (steps) => {
      const { ajouts } = steps.reduce((current, edit) => edit(current), DOCUMENT_INITIAL).selection;
      const donnes = Array.from(new Map(ajouts.map(({ id, nom }) => [id, nom])).values());
      expect(donnes.filter((nom) => nom.trim() === "" || nom.length > NOM_MAX)).toEqual([]);
      expect(new Set(donnes.map((nom) => nom.toLowerCase())).size).toBe(donnes.length);
    }), { seed: 20_261_204 });
  });

  it("an added site takes another name, in the scenario on screen alone", () => {
    const both = dupliquerScenario("sc-a", "sc-b", "B", 6)(creerScenario("sc-a", "A", 5)(addSite(site(1))(DOCUMENT_INITIAL)));
    const named = dater(9)(nommerSite("ajout-1", "  Maison de santé\n de Laurière ")(both));
    expect(named.scenarios.map(({ changements, modifieLe }) => [changements.selection.ajouts[0]?.nom, modifieLe])).toEqual([["Maison de santé de Laurière", 9], ["Site 1", 6]]);
    expect(nommerSite("ajout-1", "Maison de santé de Laurière")(named)).toBe(named);
  });

  it.each([["nothing", "  "], ["the name of another, but for case and accents", "site  2"]])("%s is not a name", (_, nom) => {
    const two = addSite({ ...site(2), nom: "Sîte 2" })(addSite(site(1))(DOCUMENT_INITIAL));
    expect(nommerSite("ajout-1", nom)(two)).toBe(two);
  });

  it("a site added under the name of another is told apart", () => {
    const twice = addSite({ ...site(3), nom: "Site 1" })(addSite({ ...site(2), nom: "Site 1" })(addSite(site(1))(DOCUMENT_INITIAL)));
    expect(twice.selection.ajouts.map(({ nom }) => nom)).toEqual(["Site 1", "Site 1 (2)", "Site 1 (3)"]);
  });

  it("an old save with a longer name opens, the name cut", () => {
    const raw = JSON.parse(serializeDocument(addSite({ ...site(1), nom: "x".repeat(200) })(DOCUMENT_INITIAL))) as unknown;
    const read = parseDocument(raw);
    expect([read.issues, read.ok && read.value.selection.ajouts[0]?.nom.length]).toEqual([[], NOM_MAX]);
  });

  it("an added site is open some half-days and of a structure, then as before", () => {
    const added = addSite(site(1))(DOCUMENT_INITIAL);
    const described = decrireSite("ajout-1", 4, "ajout-2")(added);
    expect(described.selection.ajouts[0]).toEqual({ ...site(1), demiJournees: 4, structure: "ajout-2" });
    expect(decrireSite("ajout-1", 4, "ajout-2")(described)).toBe(described);
    expect(decrireSite("ajout-1", null, null)(described).selection).toEqual(added.selection);
    expect(decrireSite("ajout-9", 4, null)(added)).toBe(added);
  });

  it("going to another state and back changes nothing", () => {
    fc.assert(fc.property(fc.array(edits, { maxLength: 25 }), fc.option(ids), (steps, id) => {
      const document = steps.reduce((current, edit) => edit(current), DOCUMENT_INITIAL);
      expect(activerScenario(document.actif)(activerScenario(id)(document))).toEqual(document);
    }), { seed: 20_261_203 });
  });

  it("a scenario takes the changes of the present state, which is then without any", () => {
    const changed = changerMedecins("87011", 2)(addSite(site(1))(setCorrections(false)(DOCUMENT_INITIAL)));
    const made = creerScenario("sc-a", "A", 5)(changed);
    expect(etatsDe(made).map(({ id, medecins, selection }) => [id, medecins, selection.ajouts.length, selection.corrections])).toEqual([
      ["present", {}, 0, false],
      ["sc-a", { 87011: 2 }, 1, false],
    ]);
    expect(made).toMatchObject({ actif: "sc-a", scenarios: [{ creeLe: 5, modifieLe: 5, nom: "A", commentaire: "" }] });
  });

  it("is dated when what it changes changes, and only then", () => {
    const made = creerScenario("sc-a", "A", 5)(DOCUMENT_INITIAL);
    expect(dater(9)(made)).toBe(made);
    expect(scenario(dater(9)(addSite(site(1))(made)), "sc-a")).toMatchObject({ creeLe: 5, modifieLe: 9 });
  });

  it("a copy leads its own life", () => {
    const both = dupliquerScenario("sc-a", "sc-b", "B", 6)(creerScenario("sc-a", "A", 5)(addSite(site(1))(DOCUMENT_INITIAL)));
    const changed = dater(7)(removeSite("ajout-1")(both));
    expect(changed.scenarios.map(({ changements }) => changements.selection.ajouts.length)).toEqual([0, 1]);
  });

  it("the one on screen, when it is taken away, gives way to the present state", () => {
    const made = creerScenario("sc-a", "A", 5)(addSite(site(1))(DOCUMENT_INITIAL));
    expect(supprimerScenario("sc-a")(made)).toEqual(DOCUMENT_INITIAL);
  });

  it("one more than the most changes nothing", () => {
    const full = Array.from({ length: SCENARIOS_MAX }, (_, k) => creerScenario(`sc-${k}`, "A", 1)).reduce((document, edit) => edit(document), DOCUMENT_INITIAL);
    expect(creerScenario("sc-z", "Z", 2)(full)).toBe(full);
    expect(dupliquerScenario("sc-0", "sc-z", "Z", 2)(full)).toBe(full);
  });

  it("the corrections table is chosen for every state at once", () => {
    const made = setCorrections(false)(creerScenario("sc-b", "B", 6)(creerScenario("sc-a", "A", 5)(DOCUMENT_INITIAL)));
    expect(etatsDe(made).map(({ selection }) => selection.corrections)).toEqual([false, false, false]);
  });

  it("a save with one bad scenario keeps the others and says so", () => {
    const made = creerScenario("sc-b", "B", 6)(creerScenario("sc-a", "A", 5)(DOCUMENT_INITIAL));
    const raw = JSON.parse(serializeDocument(made)) as { scenarios: { nom: unknown }[] };
    raw.scenarios[0]!.nom = 12;
    const read = parseDocument(raw);
    expect(read.ok && read.value.scenarios.map(({ id }) => id)).toEqual(["sc-b"]);
    expect(read.issues).toMatchObject([{ code: "document-champ", params: { champ: "scenarios" } }]);
  });
});
