import type { FeatureCollection } from "geojson";
import type { TerritoireCharge, TerritoireEntier } from "../../domain/chargement";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { COLONNE_NIVEAU, NIVEAU_IMPORTE, NIVEAUX, NIVEAUX_TOUS, type Niveau } from "../../domain/perimetre";
import type { Dataset } from "../../domain/ressource";
import { indexBy, type Table, textValues } from "../../domain/table";
import { dissolve } from "../../geo/dissolve";
import { bboxOf, featuresOf } from "../../geo/outlines";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { fondTuiles } from "./fond";
import { communesDe, type Lieu, trouverLieu } from "./lieu";

/** Names of the territories of every level, by « niveau/code ». */
function nomsDe(lieu: Lieu, communes: Table): ReadonlyMap<string, string> {
  const noms = new Map<string, string>();
  const add = (niveau: string | null, code: string | null, nom: string | null): void => void noms.set(`${niveau}/${code}`, nom ?? code ?? "");
  const { table } = lieu.territoires;
  const niveaux = textValues(table, "niveau");
  const nomsTerritoires = textValues(table, "nom");
  textValues(table, "code").forEach((code, row) => add(niveaux[row] ?? null, code, nomsTerritoires[row] ?? null));
  const nomsCommunes = textValues(communes, "nom");
  textValues(communes, "code").forEach((code, row) => add("commune", code, nomsCommunes[row] ?? null));
  return noms;
}

function named(collection: FeatureCollection, niveau: Niveau, noms: ReadonlyMap<string, string>): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: collection.features.map((one) => {
      const code = String(one.properties?.["code"] ?? "");
      return { ...one, properties: { code, nom: noms.get(`${niveau}/${code}`) ?? code } };
    }),
  };
}

/** A territory that has been read, and its outlines at any level, made once. */
export interface TerritoireLu extends Omit<TerritoireCharge, "contours"> {
  contours(niveau: Niveau): FeatureCollection;
}

/** Outlines by level, made of the communes inside the territory as they are asked for. */
function contoursPar(topologie: NonNullable<Dataset["topologie"]>, communes: Table, noms: ReadonlyMap<string, string>): TerritoireLu["contours"] {
  const rows = indexBy(communes, "code");
  const made = new Map<Niveau, FeatureCollection>();
  const outlines = (niveau: Niveau): FeatureCollection => {
    if (niveau === "commune") return featuresOf(topologie, "communes", (code) => rows.has(code));
    const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
    return dissolve(topologie, "communes", (code) => keys[rows.get(code) ?? -1] ?? null);
  };
  return (niveau) => {
    const known = made.get(niveau) ?? named(outlines(niveau), niveau, noms);
    made.set(niveau, known);
    return known;
  };
}

/** Territories kept: going back to the one before is immediate, and layers of limits read the same outlines. */
const GARDES = 3;

export type LireTerritoire = (code: string) => Promise<Outcome<TerritoireLu>>;

/** Reads territories, the last ones once only; a failure is not kept. */
export function territoires(loader: Loader): LireTerritoire {
  const kept = new Map<string, Promise<Outcome<TerritoireLu>>>();
  return async (code) => {
    const reading = kept.get(code) ?? lireTerritoire(loader, code);
    kept.delete(code);
    kept.set(code, reading);
    const oldest = kept.keys().next();
    if (kept.size > GARDES && oldest.done !== true) kept.delete(oldest.value);
    const outcome = await reading;
    if (!outcome.ok) kept.delete(code);
    return outcome;
  };
}

/** The territory and what its outlines are made of. */
async function lireTerritoire(loader: Loader, code: string): Promise<Outcome<TerritoireLu>> {
  const lieu = await trouverLieu(loader, code);
  if (!lieu.ok) return lieu;
  const nom = lieu.value.etendue === "87" ? "contours-87" : "contours-na";
  const contours = await loader.dataset(nom, "tout");
  if (!contours.ok) return contours;
  const { topologie } = contours.value;
  const refuse = (raison: string): Outcome<never> => failure(issue("ressource-illisible", "erreur", { ressource: nom, raison }));
  if (topologie === undefined) return refuse("ce n'est pas une TopoJSON");
  const communes = communesDe(lieu.value);
  const par = contoursPar(topologie, communes, nomsDe(lieu.value, communes));
  const bbox = bboxOf(par("commune"));
  if (bbox === null) return refuse("aucun contour de commune");
  const fond = await fondTuiles(loader, lieu.value.etendue);
  return success({ territoire: lieu.value.territoire, communes, contours: par, bbox, fond, issues: [] });
}

export const chargerTerritoire =
  (lire: LireTerritoire, lireCpts: LireTerritoire): Handler<"charger-territoire"> =>
  async ({ territoire, niveau }) => {
    const lu = await (niveau === NIVEAU_IMPORTE ? lireCpts : lire)(territoire);
    if (!lu.ok) return lu;
    const { contours } = lu.value;
    return success({ ...lu.value, contours: { [niveau]: contours(niveau), commune: contours("commune") } });
  };

/** Every level of the package, and that of the imported perimeters when it is the one asked for: dissolving them all would hold back the first image, which shows one. */
export const chargerContours =
  (lire: LireTerritoire, lireCpts: LireTerritoire): Handler<"charger-contours"> =>
  async ({ territoire, niveau }) => {
    const lu = await (niveau === NIVEAU_IMPORTE ? lireCpts : lire)(territoire);
    if (!lu.ok) return lu;
    const niveaux = niveau === NIVEAU_IMPORTE ? NIVEAUX_TOUS : NIVEAUX;
    return success(Object.fromEntries(niveaux.map((one) => [one, lu.value.contours(one)])) as TerritoireEntier["contours"]);
  };
