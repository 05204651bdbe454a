import * as v from "valibot";
import type { Params } from "../analyses/analysis";
import type { ClassSpec } from "../carto/scale";
import { type Changements, COMMENTAIRE_MAX, ECART_MAX, type EcartsMedecins, NOM_MAX, type Scenario } from "../domain/changements";
import { COUCHES } from "../domain/couche";
import { GENRES_SITE, type SelectionSites, type SiteAjoute, type SiteList } from "../domain/genre-site";
import { DEMI_JOURNEES } from "../domain/ouverture";
import { NIVEAUX_TOUS } from "../domain/perimetre";
import { CLASSES_ROUTE, CLES_VITESSE, KMH_MAX, KMH_MIN, PREREGLAGES, SOMMETS_MAX, ZONES_MAX, type ScenarioVitesses } from "../domain/vitesses";
import type { Document } from "./document";

const finite = v.pipe(v.number(), v.finite());

const params: v.GenericSchema<unknown, Params> = v.record(
  v.string(),
  v.union([v.string(), finite, v.boolean(), v.array(v.string())]),
);

const ascending = v.pipe(
  v.array(finite),
  v.check((breaks) => breaks.every((value, i) => i === 0 || value > (breaks[i - 1] ?? Number.POSITIVE_INFINITY))),
);

/** Classes as saved; a method with a wrong count or unordered bounds is refused. */
export const classSpecSchema: v.GenericSchema<unknown, ClassSpec> = v.pipe(
  v.object({
    method: v.picklist(["seuils", "quantiles", "egal", "ckmeans", "q6", "ecart-type", "manuel"]),
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(9))),
    breaks: v.optional(ascending),
  }),
  v.transform(({ method, count, breaks }) => ({
    method,
    ...(count === undefined ? {} : { count }),
    ...(breaks === undefined ? {} : { breaks }),
  })),
);

const degree = v.pipe(finite, v.minValue(-180), v.maxValue(180));
/** A site added on the map, as saved and as a link carries it. A name longer than one may give is cut, not refused. */
export const siteAjouteSchema: v.GenericSchema<unknown, SiteAjoute> = v.object({
  id: v.pipe(v.string(), v.regex(/^ajout-\d+$/)),
  nom: v.pipe(v.string(), v.minLength(1), v.transform((nom) => nom.slice(0, NOM_MAX))),
  genre: v.picklist([...GENRES_SITE, "liste"]),
  lon: degree,
  lat: degree,
  demiJournees: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(DEMI_JOURNEES))),
  structure: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(NOM_MAX))),
});

const selection: v.GenericSchema<unknown, SelectionSites> = v.object({
  exclus: v.array(v.string()),
  corrections: v.boolean(),
  ajouts: v.array(siteAjouteSchema),
});

const kmh = v.pipe(v.number(), v.minValue(KMH_MIN), v.maxValue(KMH_MAX));
/** Speeds supposed: in the document, in links, and under `vitesses` in the parameters of the command line. What is not given stays at its default. */
export const scenarioSchema: v.GenericSchema<unknown, ScenarioVitesses> = v.strictObject({
  prereglage: v.optional(v.nullable(v.picklist(PREREGLAGES)), null),
  kmh: v.optional(v.record(v.picklist(CLES_VITESSE), kmh), {}),
  fermees: v.optional(v.array(v.picklist(CLASSES_ROUTE)), []),
  zones: v.optional(v.pipe(v.array(v.pipe(v.array(v.tuple([degree, degree])), v.minLength(3), v.maxLength(SOMMETS_MAX))), v.maxLength(ZONES_MAX)), []),
});

/** Practitioners supposed, by commune: in the document, in links and in the parameters of the command line. */
export const medecinsSchema: v.GenericSchema<unknown, EcartsMedecins> = v.record(
  v.pipe(v.string(), v.regex(/^\d[\dAB]\d{3}$/)),
  v.pipe(v.number(), v.integer(), v.minValue(-ECART_MAX), v.maxValue(ECART_MAX), v.check((ecart) => ecart !== 0)),
);

const changements: v.GenericSchema<unknown, Changements> = v.object({ selection, vitesses: v.nullable(scenarioSchema), medecins: medecinsSchema });

const instant = v.pipe(finite, v.minValue(0));
/** A named set of changes, as saved and as a link carries it. */
export const scenarioNommeSchema: v.GenericSchema<unknown, Scenario> = v.object({
  id: v.pipe(v.string(), v.regex(/^sc-[\da-z]+$/)),
  nom: v.pipe(v.string(), v.minLength(1), v.maxLength(NOM_MAX)),
  commentaire: v.pipe(v.string(), v.maxLength(COMMENTAIRE_MAX)),
  creeLe: instant,
  modifieLe: instant,
  changements,
});

const numbers = v.pipe(
  v.array(v.nullable(finite)),
  v.transform((values) => Float64Array.from(values, (value) => value ?? Number.NaN)),
);
const degrees = v.pipe(v.array(finite), v.transform((values) => Float64Array.from(values)));

const siteList: v.GenericSchema<unknown, SiteList> = v.pipe(
  v.object({
    ids: v.array(v.string()),
    noms: v.array(v.string()),
    communes: v.array(v.nullable(v.string())),
    lon: degrees,
    lat: degrees,
    capacite: numbers,
    demiJournees: v.exactOptional(numbers),
    structures: v.exactOptional(v.array(v.nullable(v.string()))),
  }),
  v.check((list) => Object.values(list).every((values) => values.length === list.ids.length)),
);

/** One schema a field (scenarios are read one by one): a field that does not pass falls back to its default and is named, the others are kept. */
export const FIELD_SCHEMAS: { readonly [K in Exclude<keyof Document, "version" | "scenarios">]: v.GenericSchema<unknown, Document[K]> } = {
  territoire: v.pipe(v.string(), v.minLength(1)),
  niveau: v.picklist(NIVEAUX_TOUS),
  analyse: v.pipe(v.string(), v.minLength(1)),
  params: v.record(v.string(), params),
  classes: v.record(v.string(), classSpecSchema),
  couches: v.array(v.picklist(COUCHES)),
  selection,
  sites: v.nullable(siteList),
  vitesses: v.nullable(scenarioSchema),
  // Documents saved before networks could be imported do not have it.
  reseau: v.optional(v.nullable(v.object({ id: v.string(), fichier: v.string() })), null),
  medecins: medecinsSchema,
  actif: v.nullable(v.string()),
  present: changements,
};
