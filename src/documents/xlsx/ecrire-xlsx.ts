import writeXlsxFile from "write-excel-file/universal";
import { sourceText } from "../../textes/legende";
import { PAGE } from "../../textes/pages";
import { nettoyer } from "../pptx/mesures";
import type { Ecrivain } from "../export";
import { type Cellule, type Entete, type Feuille, type Tableau, tableauDe } from "../pages/feuille";

/** What a spreadsheet forbids in the name of a sheet, and how long it may be. */
const INTERDITS = /[\\/?*[\]:]/g;
const NOM_MAX = 31;

/** Each sheet its own name: « 1 Temps d'accès · Haute-V… ». */
function nomDe(titre: string, rang: number): string {
  return `${rang} ${nettoyer(titre).replaceAll(INTERDITS, " ")}`.slice(0, NOM_MAX).replace(/'+$/, "").trim();
}

interface Valeur {
  readonly value: string | number | boolean;
  readonly type: StringConstructor | NumberConstructor | BooleanConstructor;
  readonly format?: string;
  readonly fontWeight?: "bold";
  readonly wrap?: true;
}

/** A figure stays a figure, with the decimals of the screen; a code stays a text; what is not known is empty. */
function cellule(value: Cellule, { decimales, part }: Entete): Valeur | null {
  if (value === null) return null;
  if (typeof value === "number") {
    const places = decimales === null || decimales === 0 ? "" : `.${"0".repeat(decimales)}`;
    return { value, type: Number, format: decimales === null ? "0" : part ? `0${places}%` : `#,##0${places}` };
  }
  return typeof value === "boolean" ? { value: value ? PAGE.oui : PAGE.non, type: String } : { value: nettoyer(value), type: String };
}

const texte = (value: string, more: Partial<Valeur> = {}): Valeur => ({ value: nettoyer(value), type: String, ...more });

/** The whole table, then what it is and where it comes from. */
function rangees({ titre, phrase, sources, mentions, lien, date }: Feuille, { entetes, lignes }: Tableau): (Valeur | null)[][] {
  const dits = [titre, phrase, ...mentions, date === "" ? "" : PAGE.edition(date), lien === null ? "" : PAGE.vivantAdresse(lien)].filter((each) => each !== "");
  return [
    entetes.map(({ libelle }) => texte(libelle, { fontWeight: "bold", wrap: true })),
    ...lignes.map((ligne) => entetes.map((entete, i) => cellule(ligne[i] ?? null, entete))),
    [],
    ...dits.map((each) => [texte(each)]),
    ...sources.map((source) => [texte(PAGE.sources(`${sourceText(source)} (${PAGE.qualite[source.quality]})`))]),
  ];
}

/** Writes the tables of the pages as a workbook: a sheet a table, whole, its figures as figures, its sources below. */
export const ecrireXlsx: Ecrivain = async ({ feuilles }, _, avancer) => {
  const sheets = feuilles.flatMap((feuille, i) => {
    const tableau = tableauDe(feuille);
    avancer(i + 1);
    return tableau === null ? [] : [{ sheet: nomDe(feuille.titre, i + 1), data: rangees(feuille, tableau), columns: tableau.entetes.map(({ nombre }, c) => ({ width: c === 0 ? 28 : nombre ? 16 : 26 })), stickyRowsCount: 1 }];
  });
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
