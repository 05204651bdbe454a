import { describe, expect, test } from "vitest";
import { legendRows } from "../../src/carto/legend";
import { MARKS } from "../../src/carto/marks/registry";
import { resolveScale } from "../../src/carto/resolve-scale";
import { selectRows } from "../../src/domain/table";
import { lireSvg } from "../../src/documents/pdf/lire-svg";
import { capturer } from "../../src/presentation/capturer";
import { legendLabel } from "../../src/textes/legende";
import { classes, viewOf } from "../carto/fixtures";
import { CAPTURE, ECRAN, feuille, lu, TABLE_RESULTAT, VUE } from "./exemples";

describe("what a page keeps of a screen", () => {
  test("has the classes, the colours and the counts of the screen's legend", () => {
    const scale = resolveScale(VUE);
    const rows = legendRows(VUE, scale);
    const digits = scale.kind === "classes" ? scale.digits : 0;
    expect(CAPTURE.legendes[0]?.lignes.map(({ echantillon, libelle, compte, habitants }) => [echantillon.couleur, echantillon.opacite, libelle, compte, habitants])).toEqual(
      rows.map((row) => [row.color, MARKS.fill.opacity, legendLabel(row, "minutes", digits), row.count, row.habitants]),
    );
    expect(CAPTURE.graphique?.barres.map(({ couleur, valeur }) => [couleur, valeur])).toEqual(rows.map((row) => [row.color, row.habitants]));
  });
  test("follows the classes the user chose", () => {
    const choisies = { "temps-acces/temps": { method: "manuel", breaks: [12] } as const };
    const capture = capturer(lu({ ecran: { ...ECRAN, document: { ...ECRAN.document, classes: choisies } } }));
    expect(capture.legendes[0]?.lignes).toHaveLength(3);
  });
  test("shows the view that was chosen", () => {
    const views = [VUE, viewOf({ id: "autre", title: "Une autre lecture", table: TABLE_RESULTAT })];
    const titles = (vue: string | null): string | undefined => capturer(lu({ ecran: { ...ECRAN, vue } }, { views })).legendes[0]?.titre;
    expect([titles(null), titles("autre"), titles("partie")]).toEqual([VUE.title, "Une autre lecture", VUE.title]);
  });
  test("never says a figure about too few persons", () => {
    const msu = CAPTURE.tableau.entetes.findIndex(({ libelle }) => libelle === "Maîtres de stage");
    expect(CAPTURE.tableau.lignes.map((ligne) => ligne[msu])).toContain("< 5");
    expect(CAPTURE.tableau.lignes.map((ligne) => ligne[msu])).not.toContain(2);
  });
  test("does not tell them by a colour either", () => {
    const secrete = viewOf({ table: TABLE_RESULTAT, column: "msu", unit: "nombre", scale: classes({ method: "seuils", breaks: [5, 10] }) });
    const lignes = capturer(lu({}, { views: [secrete] })).legendes[0]?.lignes;
    expect(lignes?.map(({ libelle, compte }) => [libelle, compte])).toEqual([["5", 1], ["plus de 5 à 10", 2], ["plus de 10", 2], ["pas de donnée", 1]]);
  });
  test("keeps no name nor figure on the shapes of the map", () => {
    expect(CAPTURE.dessin.svg).not.toContain("data-code");
    expect(CAPTURE.dessin.svg).not.toContain("<title>");
    expect(lireSvg(CAPTURE.dessin.svg).nom).toBe("svg");
  });
  test("draws the place that the screen showed", () => {
    const whole = capturer(lu({ ecran: { ...ECRAN, cadre: null } }));
    expect(whole.dessin.svg).not.toBe(CAPTURE.dessin.svg);
  });
  test("puts the name first, then the figure the analysis is about, largest first, those without it last", () => {
    const { entetes, lignes } = capturer(lu({ description: { ...lu().description, mainColumn: "minutes" } })).tableau;
    expect(entetes.slice(0, 2).map(({ libelle }) => libelle)).toEqual(["nom", "minutes"]);
    expect(lignes.map((ligne) => ligne[1])).toEqual([31, 15, 12.5, 10, 5, null]);
    const parts = capturer(lu({ description: { ...lu().description, mainColumn: "part" } }, { table: selectRows(TABLE_RESULTAT, [3, 0, 2, 1, 5, 4]) })).tableau.lignes.map((ligne) => ligne[1]);
    expect(parts).toEqual([1, 0.5, 0.25, 0.125, 0, null]);
  });
  test("words the figures it knows, and leaves out those without data", () => {
    expect(CAPTURE.chiffres.map(({ valeur }) => valeur.replaceAll(/\s/g, " "))).toEqual(["10,4 min", "12 583 hab."]);
  });
  test("says that something is illustrative, or an estimate", () => {
    expect([CAPTURE.illustratif, CAPTURE.estimation]).toEqual([true, false]);
    expect(capturer(lu({}, { origine: { kind: "estimation" } })).estimation).toBe(true);
  });
});

describe("what is written on a page", () => {
  test("is the result's sentence until the user writes one", () => {
    expect([feuille().phrase, feuille({ texte: "La mienne." }).phrase]).toEqual([CAPTURE.phrase, "La mienne."]);
  });
  test("is marked when it is out of date, or when its data are gone, with its date", () => {
    expect(feuille({}, "perime").mentions).toContain("Chiffres du 24 novembre 2026, périmés");
    expect(feuille({}, "absente").mentions).toContain("Image du 24 novembre 2026 : les données ou le scénario ne sont plus là");
    expect(feuille({}, "absente").corps.genre).toBe("carte");
  });
  test("says why there is nothing to show", () => {
    expect(feuille({ capture: null }).corps).toMatchObject({ genre: "vide" });
    expect(feuille({ genre: "fiche", capture: { ...CAPTURE, fiche: null } }).corps).toMatchObject({ genre: "vide" });
  });
  test("has its sources, its marks and its link; never the notes", () => {
    const shown = feuille();
    expect([shown.sources, shown.lien, shown.mentions]).toEqual([CAPTURE.sources, "https://exemple.test/#/explorer?t=87&a=temps-acces", ["Données illustratives"]]);
  });
});
