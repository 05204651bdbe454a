import type { FeatureCollection } from "geojson";
import type { TerritoireCharge } from "../../domain/chargement";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { COLONNE_NIVEAU, NIVEAUX, type Niveau } from "../../domain/perimetre";
import type { Dataset } from "../../domain/ressource";
import { indexBy, type Table, textValues } from "../../domain/table";
import { dissolve } from "../../geo/dissolve";
import { bboxOf, featuresOf } from "../../geo/outlines";
import type { Loader } from "../loader";
import type { Handler } from "../server";
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

/** Outlines of every level, made of the communes inside the territory. */
function contoursPar(topologie: NonNullable<Dataset["topologie"]>, communes: Table, noms: ReadonlyMap<string, string>): Readonly<Record<Niveau, FeatureCollection>> {
  const rows = indexBy(communes, "code");
  const outlines = (niveau: Niveau): FeatureCollection => {
    if (niveau === "commune") return featuresOf(topologie, "communes", (code) => rows.has(code));
    const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
    return dissolve(topologie, "communes", (code) => keys[rows.get(code) ?? -1] ?? null);
  };
  const entries = NIVEAUX.map((niveau) => [niveau, named(outlines(niveau), niveau, noms)] as const);
  return Object.fromEntries(entries) as Record<Niveau, FeatureCollection>;
}

/** Territories kept: going back to the one before is immediate, and layers of limits read the same outlines. */
const GARDES = 3;

export type LireTerritoire = (code: string) => Promise<Outcome<TerritoireCharge>>;

/** Reads territories, the last ones once only; a failure is not kept. */
export function territoires(loader: Loader): LireTerritoire {
  const kept = new Map<string, Promise<Outcome<TerritoireCharge>>>();
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

/** The territory with the outlines of its levels, ready to be drawn. */
async function lireTerritoire(loader: Loader, code: string): Promise<Outcome<TerritoireCharge>> {
  const lieu = await trouverLieu(loader, code);
  if (!lieu.ok) return lieu;
  const nom = lieu.value.etendue === "87" ? "contours-87" : "contours-na";
  const contours = await loader.dataset(nom, "tout");
  if (!contours.ok) return contours;
  const { topologie } = contours.value;
  const refuse = (raison: string): Outcome<never> => failure(issue("ressource-illisible", "erreur", { ressource: nom, raison }));
  if (topologie === undefined) return refuse("ce n'est pas une TopoJSON");
  const communes = communesDe(lieu.value);
  const byLevel = contoursPar(topologie, communes, nomsDe(lieu.value, communes));
  const bbox = bboxOf(byLevel.commune);
  if (bbox === null) return refuse("aucun contour de commune");
  return success({ territoire: lieu.value.territoire, communes, contours: byLevel, bbox, issues: [] });
}

export const chargerTerritoire =
  (lire: LireTerritoire): Handler<"charger-territoire"> =>
  ({ territoire }) =>
    lire(territoire);
