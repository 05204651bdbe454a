import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { numberValues, type Table, textValues } from "../../domain/table";
import { bboxOf } from "../../geo/outlines";
import { tagPoints } from "../../geo/point-index";
import { decodeText } from "../bytes";
import type { CsvRecord } from "../csv";
import { isFeatureCollection } from "../geojson";
import { plainHeader } from "../plain-header";
import { positionIssue } from "../position";
import { IssueList } from "../table-from-rows";
import { CODE, MILLESIME, texte } from "./colonnes";
import type { FichierLu, FormatTable, TableLue } from "./format";
import { type Lecteur, lireLignes } from "./lecteur";

const COLONNES = { code_insee: CODE, cpts: ["cpts", "nom_cpts"], millesime: MILLESIME } as const;
type Colonne = keyof typeof COLONNES;
/** Properties of a surface that may be its name, the first one that it has. */
const NOMS_SURFACE = [...COLONNES.cpts, "nom", "name", "libelle"];

/** A commune of a CPTS; a commune may be in several. */
interface Membre {
  readonly code: string;
  readonly cpts: string;
}

function lireLigne(lecteur: Lecteur<Colonne>, record: CsvRecord): Membre | null {
  const commune = lecteur.commune(record, "code_insee");
  if (commune === null) return null;
  const cpts = lecteur.text(record, "cpts");
  if (cpts === "") return lecteur.illisible(record, "cpts", "le nom d'une CPTS");
  if (lecteur.double(record, "code_insee", `${commune.ecrit}, ${cpts}`) || !lecteur.millesime(record, "millesime")) return null;
  return { code: commune.code, cpts };
}

function toTable(membres: readonly Membre[]): Table {
  const each = [...new Map(membres.map((membre) => [`${membre.code}/${membre.cpts}`, membre])).values()];
  return { id: "cpts", length: each.length, columns: [texte("code", "Commune", each, ({ code }) => code), texte("cpts", "CPTS", each, ({ cpts }) => cpts)] };
}

function lireCsv(fichier: FichierLu, communes: Table): Outcome<TableLue> {
  const lu = lireLignes<Membre, Colonne>(fichier, COLONNES, communes, (has) => (["code_insee", "cpts"] as const).find((name) => !has(name)) ?? null, lireLigne);
  if (!lu.ok) return lu;
  const { lignes, ...reste } = lu.value;
  return success({ table: toTable(lignes), ...reste }, lu.issues);
}

const isSurface = (one: Feature): one is Feature<Polygon | MultiPolygon> => one.geometry?.type === "Polygon" || one.geometry?.type === "MultiPolygon";

function nomDe({ properties }: Feature): string {
  const plain = new Map(Object.entries(properties ?? {}).map(([name, value]) => [plainHeader(name), value]));
  const found = NOMS_SURFACE.map((name) => plain.get(name)).find((value) => typeof value === "string" && value.trim() !== "");
  return typeof found === "string" ? found.trim() : "";
}

/** The communes whose chef-lieu is in a shape; null, noted, when it is no named shape of some. */
function communesDans(one: Feature, row: number, file: string, communes: Table, issues: IssueList): readonly Membre[] | null {
  const where = { file, row };
  const cpts = nomDe(one);
  if (cpts === "") {
    issues.add(issue("valeur-illisible", "erreur", { colonne: "cpts", valeur: "", attendu: "le nom d'une CPTS" }, where));
    return null;
  }
  if (!isSurface(one)) {
    issues.add(issue("valeur-illisible", "erreur", { colonne: "geometry", valeur: one.geometry?.type ?? "", attendu: "une surface (Polygon ou MultiPolygon)" }, where));
    return null;
  }
  const [west = Number.NaN, south = Number.NaN] = bboxOf({ type: "FeatureCollection", features: [one] }) ?? [];
  const misplaced = positionIssue(west, south, where);
  const tags = misplaced === null ? tagPoints({ type: "FeatureCollection", features: [one] }, numberValues(communes, "lon"), numberValues(communes, "lat")) : [];
  const codes = textValues(communes, "code").filter((code, i): code is string => code !== null && tags[i] === 0);
  if (misplaced === null && codes.length > 0) return codes.map((code) => ({ code, cpts }));
  issues.add(misplaced ?? issue("perimetre-sans-commune", "erreur", { nom: cpts }, where));
  return null;
}

function lireSurfaces(collection: FeatureCollection, file: string, communes: Table): Outcome<TableLue> {
  const issues = new IssueList();
  const read = collection.features.map((one, i) => communesDans(one, i + 1, file, communes, issues)).filter((found) => found !== null);
  const lues = collection.features.length;
  if (lues === 0) return failure(issue("fichier-vide", "erreur", { fichier: file }));
  if (read.length === 0) return failure(...issues.list());
  issues.add(issue("perimetres-par-chef-lieu", "information", { nombre: read.length, communes: new Set(read.flat().map(({ code }) => code)).size }, { file }));
  return success({ table: toTable(read.flat()), bilan: { lues, gardees: read.length, reparees: 0, rejetees: lues - read.length, horsRegion: 0 } }, issues.list());
}

/** Perimeters of CPTS: `code_insee;cpts`, a row a commune (several rows where they overlap), or a GeoJSON of named surfaces, which hold the communes whose chef-lieu they hold. */
export const cpts: FormatTable = {
  id: "cpts",
  colonnes: COLONNES,
  signatures: [["code_insee", "cpts"]],
  lire(fichier, communes) {
    const { text } = decodeText(fichier.bytes);
    if (!text.trimStart().startsWith("{")) return lireCsv(fichier, communes);
    const refuse = (raison: string): Outcome<never> => failure(issue("fichier-illisible", "erreur", { fichier: fichier.nom, raison }));
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      return refuse("JSON coupé ou mal formé");
    }
    return isFeatureCollection(raw) ? lireSurfaces(raw, fichier.nom, communes) : refuse("il faut une FeatureCollection de surfaces");
  },
};
