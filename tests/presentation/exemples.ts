import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DESCRIPTIONS, findDescription } from "../../src/analyses/descriptions";
import type { Output } from "../../src/analyses/analysis";
import type { Table } from "../../src/domain/table";
import type { Materiel } from "../../src/documents/export";
import { dessinsDe, type Feuille } from "../../src/documents/pages/feuille";
import { capturer, type EcranLu } from "../../src/presentation/capturer";
import { composer, type EtatPage } from "../../src/presentation/composer";
import { type Capture, type EcranPage, GENRES_PAGE, type Page } from "../../src/presentation/page";
import { DOCUMENT_INITIAL } from "../../src/project/document";
import { FOND, numbers, pointsCouche, POPULATION, provenance, TABLE, tableOf, TERRITOIRES, texts, viewOf } from "../carto/fixtures";

/** « < 5 » where the sixth commune is about too few persons. */
export const TABLE_RESULTAT: Table = tableOf(
  ...TABLE.columns,
  numbers("habitants", POPULATION, "habitants"),
  { ...numbers("msu", [12, 8, 5, 9, 30, 2], "nombre"), label: "Maîtres de stage", secret: Uint8Array.of(0, 0, 0, 0, 0, 1) },
  { ...numbers("part", [0.125, 1, 0, Number.NaN, 0.5, 0.25], "part", 1), label: "Part" },
  texts("lecture", ["=1+1", "a & b", "<i>", null, "é", "fin"]),
);
export const VUE = viewOf({ table: TABLE_RESULTAT });

const OUTPUT: Output = {
  table: TABLE_RESULTAT,
  views: [VUE],
  summary: { id: "pas-de-minutes", params: { territoire: "Haute-Vienne" } },
  facts: { minutes_moyenne: 10.44, habitants_loin: 12_583, communes_loin: null },
  issues: [],
  sources: [provenance("Minutes calculées", "derive"), provenance("Jeu & démonstration", "illustratif")],
};

export const ECRAN: EcranPage = { document: { ...DOCUMENT_INITIAL, couches: ["msp", "medecins"] }, vue: null, avant: null, camera: { lon: 1.2, lat: 45.8, zoom: 9 }, cadre: [0.9, 45.7, 1.6, 46], sujet: null };

const VIDE = { type: "FeatureCollection" as const, features: [] };

export function lu(more: Partial<EcranLu> = {}, output: Partial<Output> = {}): EcranLu {
  const contours = { commune: TERRITOIRES, epci: VIDE, "bassin-de-vie": VIDE, canton: VIDE, departement: VIDE, region: VIDE };
  const description = findDescription("temps-acces");
  if (description === undefined) throw new Error(`no temps-acces among ${DESCRIPTIONS.length}`);
  return {
    charge: {
      territoire: { territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" }, communes: TABLE, contours, bbox: [0.95, 45.8, 1.55, 45.9], fond: null, issues: [] },
      fond: FOND,
      couches: [pointsCouche("msp", "msp", [[1.02, 45.85]])],
      output: { ...OUTPUT, ...output },
    },
    ecran: ECRAN,
    description,
    donnees: { cle: "cle-1", listes: [] },
    fiche: { titre: "Bellac", sousTitre: "Commune", groupes: [{ titre: "Habitants", lignes: [{ libelle: "Population", valeur: "3 500 hab." }, { libelle: "Revenu", valeur: null }] }], sources: [] },
    lien: "#/explorer?t=87&a=temps-acces",
    date: Date.UTC(2026, 10, 24, 12),
    ...more,
  };
}

export const CAPTURE: Capture = capturer(lu());

/** A result that lays two states side by side: the second one is a minute shorter everywhere. */
const APRES = viewOf({ ...VUE, id: "apres", title: "Minutes, après", table: { ...TABLE_RESULTAT, columns: TABLE_RESULTAT.columns.map((one) => (one.name === VUE.column && one.type === "nombre" ? { ...one, values: one.values.map((value) => value - 1) } : one)) } });
export const CAPTURE_PAIRE: Capture = capturer(lu({}, { views: [{ ...VUE, id: "avant", title: "Minutes, avant" }, APRES], coteACote: ["avant", "apres"] }));

export function page(more: Partial<Page> = {}): Page {
  return { id: "p1", genre: "carte", titre: "Une page <&> « été »", texte: "", notes: "Dire <ceci> & cela, à l'œuvre.", ecran: ECRAN, capture: CAPTURE, ...more };
}

export const lien = (hash: string): string => `https://exemple.test/${hash}`;

export function feuille(more: Partial<Page> = {}, etat: EtatPage = "a-jour"): Feuille {
  return composer(page(more), { etat, lien });
}

const MOTS: Readonly<Record<string, string>> = { texte: "Un paragraphe.\n- un point\n- un autre ≤ 3 → 2", section: "Sous-titre" };

/** One page of each kind, and one that has nothing to show. */
export const FEUILLES: readonly Feuille[] = [...GENRES_PAGE.map((genre) => feuille({ genre, texte: MOTS[genre] ?? "", ...(genre === "avant-apres" ? { capture: CAPTURE_PAIRE } : {}) })), feuille({ capture: null }, "inconnu")];

const police = (nom: string, poids: number): Uint8Array => new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${nom}/files/${nom}-latin-${poids}-normal.woff`)));

/** A pixel. */
export const POINT = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const MATERIEL: Materiel = {
  polices: { texte: police("noto-sans", 400), gras: police("noto-sans", 600), signes: police("noto-sans-math", 400) },
  images: FEUILLES.map((one) => dessinsDe(one).map(() => POINT)),
  symboles: { msp: POINT },
};
