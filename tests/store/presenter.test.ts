import { describe, expect, test } from "vitest";
import { issue } from "../../src/domain/issue";
import { createAppStore } from "../../src/store/create-store";
import { createEditer } from "../../src/store/commands/edit";
import { createPresenter } from "../../src/store/presenter/create-presenter";
import type { Preparer, Presenter } from "../../src/store/presenter/commands";
import type { Exporter, FinExport } from "../../src/workers/exporter/exporter";
import type { PresentationGardee } from "../../src/workers/presentation-gardee";
import { parsePresentation } from "../../src/presentation/parse-presentation";
import { open, settled, territoire, type Options } from "./world";
import { TABLE } from "../carto/fixtures";
import { MATERIEL } from "../presentation/exemples";

const PREPARER: Preparer = () => Promise.resolve(MATERIEL);

/** What the browser keeps, in memory. */
function memoire(texte: string | null = null): PresentationGardee & { texte: string | null } {
  const kept = { texte, lire: () => Promise.resolve(kept.texte), garder: (written: string) => Promise.resolve(void (kept.texte = written)) };
  return kept;
}

type Monde = Awaited<ReturnType<typeof monde>>;

/** The app with its first result, and the space opened. */
async function monde(options: Options = {}, gardee: PresentationGardee = memoire(), exporter: Exporter = () => Promise.resolve({ ok: true, octets: new TextEncoder().encode("%PDF") })) {
  const app = open(options);
  // A map is drawn: its communes have names and places.
  app.replies["charger-territoire"] = ({ territoire: code }) => ({ ok: true, value: { ...territoire(String(code)), communes: TABLE } });
  await app.started();
  await app.wait(200);
  const presenter: Presenter = await createPresenter(app.contexte, createEditer(app.contexte), gardee, exporter);
  const { pages, commandes } = presenter;
  return { ...app, pages, commandes, titres: () => pages.getState().presentation.pages.map(({ titre }) => titre), genres: () => pages.getState().presentation.pages.map(({ genre }) => genre), etat: (id: string) => pages.getState().etats[id] };
}

async function deuxPages(...args: Parameters<typeof monde>): Promise<Monde> {
  const m = await monde(...args);
  await m.commandes.ajouterEcran(null);
  m.commandes.ajouterMots("texte");
  return m;
}

describe("adding the screen", () => {
  test("makes a map page that keeps the document, says so once, and leads to the space", async () => {
    const m = await monde();
    await m.commandes.ajouterEcran([0, 45, 2, 46]);
    await m.commandes.ajouterEcran(null);
    const [page] = m.pages.getState().presentation.pages;
    expect([page?.genre, page?.titre, page?.ecran?.document, page?.ecran?.cadre, m.etat("p1")]).toEqual(["carte", "Temps d'accès · Territoire 87", m.document(), [0, 45, 2, 46], "a-jour"]);
    const said = m.state().notices.filter(({ texte }) => texte.startsWith("Page "));
    expect(said.map(({ texte }) => texte)).toEqual(["Page 2 ajoutée : Temps d'accès · Territoire 87"]);
    said[0]?.action?.faire();
    expect(m.state().session.espace).toBe("presenter");
  });
  test("without a result that is up to date, adds nothing and says so", async () => {
    const m = await monde({ held: ["executer"] });
    await m.commandes.ajouterEcran(null);
    expect(m.titres()).toEqual([]);
    expect(m.texts().join()).toContain("pas encore de résultat");
  });
});

test("a result that the screen has left behind is not added", async () => {
  const m = await monde();
  m.commands.changeParams({ seuil: 35 });
  await m.commandes.ajouterEcran(null);
  expect([m.state().results.courant === null, m.titres()]).toEqual([false, []]);
});

describe("pages", () => {
  test("a deleted page comes back by its notice, at its place", async () => {
    const m = await deuxPages();
    m.commandes.supprimer("p1");
    expect([m.titres(), m.pages.getState().choisie]).toEqual([["Nouvelle page"], "p2"]);
    m.state().notices.find(({ texte }) => texte.startsWith("Page supprimée"))?.action?.faire();
    expect([m.genres(), m.pages.getState().choisie]).toEqual([["carte", "texte"], "p1"]);
  });
  test("a title typed letter by letter is one undo", async () => {
    const m = await deuxPages();
    for (const titre of ["A", "Ab", "Abc"]) m.commandes.modifier("p2", { titre });
    m.commandes.annuler();
    expect(m.titres()[1]).toBe("Nouvelle page");
    m.commandes.retablir();
    expect(m.titres()[1]).toBe("Abc");
  });
  test("undo of the pages leaves the map as it is", async () => {
    const m = await deuxPages();
    const before = m.document();
    m.commandes.annuler();
    m.commandes.annuler();
    expect([m.titres(), m.document()]).toEqual([[], before]);
  });
});

describe("what a page was computed from", () => {
  const reply = (cle: string, listes: readonly string[] = []) => ({ cle: () => ({ ok: true as const, value: { cle, listes } }) });
  test("has changed: the page is out of date, and one click computes it again", async () => {
    const m = await deuxPages();
    m.replies.cle = reply("autre").cle;
    await m.commandes.verifier();
    expect(m.etat("p1")).toBe("perime");
    expect(m.commandes.feuille(m.pages.getState().presentation.pages[0]!).mentions[0]).toMatch(/périmés$/);
    await m.commandes.rafraichir(["p1"]);
    expect([m.etat("p1"), m.pages.getState().presentation.pages[0]?.capture?.cle]).toEqual(["a-jour", "autre"]);
  });
  test("is gone: the page keeps its picture, dated, and says so", async () => {
    const m = await deuxPages();
    m.replies.cle = () => ({ ok: false, cause: "refus", issues: [issue("reseau-inconnu", "erreur", { fichier: "a.pbf" })] });
    await m.commandes.verifier();
    await m.commandes.rafraichir(["p1"]);
    const [page] = m.pages.getState().presentation.pages;
    expect([m.etat("p1"), page?.capture === null]).toEqual(["absente", false]);
    expect(m.commandes.feuille(page!).mentions[0]).toContain("ne sont plus là");
    expect(m.texts().join()).toContain("ne peut plus être recalculée");
  });
  test("was the user's own list, which is gone: the demonstration one does not take its place", async () => {
    const m = await monde({ replies: reply("k", ["stages"]) });
    await m.commandes.ajouterEcran(null);
    m.replies.cle = reply("k2").cle;
    await m.commandes.rafraichir(["p1"]);
    expect([m.etat("p1"), m.pages.getState().presentation.pages[0]?.capture?.listes]).toEqual(["absente", ["stages"]]);
  });
  test("a worker that broke says nothing of the page", async () => {
    const m = await deuxPages();
    m.replies.cle = () => ({ ok: false, cause: "panne", message: "boum" });
    await m.commandes.verifier();
    expect(m.etat("p1")).toBe("inconnu");
  });
  test("a title of the user's stays when the page is computed again", async () => {
    const m = await deuxPages();
    m.commandes.modifier("p1", { titre: "Le mien" });
    await m.commandes.rafraichir(["p1"]);
    expect(m.titres()[0]).toBe("Le mien");
  });
});

describe("kept in the browser", () => {
  test("comes back at the next visit", async () => {
    const gardee = memoire();
    const m = await deuxPages({}, gardee);
    await m.wait(600);
    const again = await monde({}, memoire(gardee.texte));
    expect(again.genres()).toEqual(["carte", "texte"]);
  });
  test("what cannot be read is said, and kept until pages are made", async () => {
    const gardee = memoire(JSON.stringify({ format: "maillage-presentation", version: 9, titre: "", pages: [] }));
    const m = await monde({}, gardee);
    await m.wait(600);
    expect([m.texts().join(), gardee.texte?.includes('"version":9')]).toEqual([expect.stringContaining("version 9"), true]);
  });
  test("a text that is no JSON does not stop the space", async () => {
    const m = await monde({}, memoire("{coupé"));
    expect([m.titres(), m.texts().join()]).toEqual([[], expect.stringContaining("n'est pas une présentation lisible")]);
  });
  test("a browser that refuses is said once, and work goes on", async () => {
    const m = await deuxPages({}, { lire: () => Promise.reject(new Error("no")), garder: () => Promise.reject(new Error("no")) });
    await m.wait(600);
    const said = (): readonly { readonly id: number }[] => m.state().notices.filter(({ texte }) => texte.includes("refuse d'enregistrer"));
    expect(said()).toHaveLength(1);
    m.commands.fermerNotice(said()[0]?.id ?? 0);
    m.commandes.intituler("Conseil");
    await m.wait(600);
    expect(said()).toEqual([]);
    expect(m.titres()).toHaveLength(2);
  });
});

describe("files", () => {
  test("a presentation goes out and comes back", async () => {
    const m = await deuxPages();
    m.commandes.exporterFichier();
    const { nom, contenu } = m.world.downloads.at(-1)!;
    expect([nom, parsePresentation(JSON.parse(contenu)).ok]).toEqual([expect.stringMatching(/^maillage-presenter-.*\.maillage\.json$/), true]);
    const other = await monde();
    await other.commandes.importer(fichier(contenu));
    expect(other.genres()).toEqual(["carte", "texte"]);
  });
  test.each([
    ["du texte", "n'est pas un fichier de présentation"],
    ['{"format":"maillage-presentation","version":7,"titre":"","pages":[]}', "version 7"],
  ])("a file that is not one is refused with its reason: %s", async (contenu, dit) => {
    const m = await deuxPages();
    await m.commandes.importer(fichier(contenu));
    expect([m.titres().length, m.texts().join()]).toEqual([2, expect.stringContaining(dit)]);
  });
  test("an export is downloaded, and its name is told", async () => {
    const m = await deuxPages();
    m.commandes.intituler("Été à Limoges");
    await m.commandes.exporter("pdf", PREPARER);
    expect([m.world.downloads.at(-1)?.nom, m.pages.getState().dernierFichier]).toEqual([expect.stringMatching(/^maillage-ete-a-limoges-\d{4}-\d\d-\d\d\.pdf$/), m.world.downloads.at(-1)?.nom]);
  });
  test("an export stopped half-way leaves nothing, and the next one works", async () => {
    let finish: (fin: FinExport) => void = () => undefined;
    const exporter: Exporter = (_, signal, page) => new Promise((resolve) => {
      page(1);
      finish = resolve;
      signal.addEventListener("abort", () => resolve({ ok: false, message: null }));
    });
    const m = await deuxPages({}, memoire(), exporter);
    const running = m.commandes.exporter("pptx", PREPARER);
    await settled();
    expect(m.pages.getState().exportation).toEqual({ format: "pptx", fait: 1, total: 2 });
    m.commandes.arreterExport();
    await running;
    expect([m.world.downloads, m.pages.getState().exportation, m.texts().join()]).toEqual([[], null, expect.stringContaining("Export arrêté")]);
    expect(m.texts().join()).not.toContain("abouti");
    const again = m.commandes.exporter("pdf", PREPARER);
    await settled();
    finish({ ok: true, octets: new TextEncoder().encode("%PDF") });
    await again;
    expect(m.world.downloads).toHaveLength(1);
  });
  test.each([
    ["a writer that breaks", PREPARER, (): Promise<FinExport> => Promise.resolve({ ok: false, message: "boum" })],
    ["fonts that cannot be had", (() => Promise.reject(new Error("police 404"))) as Preparer, (): Promise<FinExport> => Promise.resolve({ ok: false, message: null })],
  ])("%s is said, and nothing is downloaded", async (_, preparer, exporter) => {
    const m = await deuxPages({}, memoire(), exporter);
    await m.commandes.exporter("pdf", preparer);
    expect([m.world.downloads, m.pages.getState().exportation, m.texts().join()]).toEqual([[], null, expect.stringMatching(/n'a pas abouti \((boum|police 404)\)/)]);
  });
  test("a workbook without a table is not made", async () => {
    const m = await deuxPages();
    await m.commandes.exporter("xlsx", PREPARER);
    expect([m.world.downloads, m.texts().join()]).toEqual([[], expect.stringContaining("Aucune page n'a de tableau")]);
  });
});

function fichier(contenu: string) {
  return { name: "essai.json", arrayBuffer: () => Promise.resolve(new TextEncoder().encode(contenu).buffer as ArrayBuffer) };
}

test("a page goes back to the map as it was, in one undo", async () => {
  const m = await deuxPages();
  m.commands.changeAnalyse("densite");
  m.commandes.ouvrirSurLaCarte("p1");
  expect([m.document().analyse, m.state().session.espace]).toEqual(["temps-acces", "explorer"]);
  m.commands.undo();
  expect(m.document().analyse).toBe("densite");
});

test("the main store is left alone by a space that was never opened", () => {
  expect(Object.keys(createAppStore().getState())).not.toContain("presentation");
});
