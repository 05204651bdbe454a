import * as fc from "fast-check";
import type { Params } from "../../src/analyses/analysis";
import type { ClassSpec } from "../../src/carto/scale";
import { AUCUN_CHANGEMENT, type Changements, type Scenario } from "../../src/domain/changements";
import { COUCHES } from "../../src/domain/couche";
import { GENRES_SITE, type SiteList } from "../../src/domain/genre-site";
import { success } from "../../src/domain/outcome";
import { NIVEAUX } from "../../src/domain/perimetre";
import { CLASSES_ROUTE, CLES_VITESSE, normaliserScenario, PREREGLAGES, type ScenarioVitesses } from "../../src/domain/vitesses";
import { type Document, VERSION_DOCUMENT } from "../../src/project/document";
import type { Vocabulaire } from "../../src/project/link";

const parseAny = (raw: unknown) => success(raw as Params);

/** Two analyses whose parameters have every type a parameter can have. */
export const VOCABULAIRE: Vocabulaire = {
  espaces: ["explorer", "donnees", "methode"],
  analyses: [
    { id: "temps-acces", defaults: { genres: ["msp"], seuil: 20, sens: "aller", pires: false }, parseParams: parseAny },
    { id: "densite", defaults: { offre: "medecins" }, parseParams: parseAny },
  ],
};

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((x) => (Object.is(x, -0) ? 0 : x));
const ascending = fc.uniqueArray(finite, { minLength: 1, maxLength: 8 }).map((values) => values.toSorted((a, b) => a - b));
const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });

export const classSpecs: fc.Arbitrary<ClassSpec> = fc.oneof(
  fc.record({ method: fc.constantFrom("quantiles", "egal", "ckmeans"), count: fc.integer({ min: 2, max: 9 }) }),
  fc.record({ method: fc.constantFrom("seuils", "manuel"), breaks: ascending }),
  fc.record({ method: fc.constantFrom("q6", "ecart-type") }),
);

const sites: fc.Arbitrary<SiteList> = fc
  .array(fc.record({ id: text, nom: text, commune: fc.option(text), lon: finite, lat: finite, capacite: fc.option(finite) }), { maxLength: 4 })
  .map((rows) => ({
    ids: rows.map((row) => row.id),
    noms: rows.map((row) => row.nom),
    communes: rows.map((row) => row.commune),
    lon: Float64Array.from(rows, (row) => row.lon),
    lat: Float64Array.from(rows, (row) => row.lat),
    capacite: Float64Array.from(rows, (row) => row.capacite ?? Number.NaN),
  }));

const degrees = fc.integer({ min: -18_000_000, max: 18_000_000 }).map((units) => units / 100_000);
const ajouts = fc.uniqueArray(
  fc.record({ id: fc.nat({ max: 99 }).map((n) => `ajout-${n}`), nom: text, genre: fc.constantFrom(...GENRES_SITE, "liste" as const), lon: degrees, lat: degrees, demiJournees: fc.integer({ min: 0, max: 10 }), structure: fc.constantFrom("ajout-1", "MSP, du Haut") }, { requiredKeys: ["id", "nom", "genre", "lon", "lat"] }),
  { maxLength: 3, selector: ({ id }) => id },
);
const scenarios: fc.Arbitrary<ScenarioVitesses> = fc
  .record({
    prereglage: fc.option(fc.constantFrom(...PREREGLAGES)),
    kmh: fc.dictionary(fc.constantFrom(...CLES_VITESSE), fc.integer({ min: 50, max: 1500 }).map((tenths) => tenths / 10), { maxKeys: 3, noNullPrototype: true }),
    fermees: fc.subarray([...CLASSES_ROUTE]),
    zones: fc.array(fc.array(fc.tuple(degrees, degrees), { minLength: 3, maxLength: 5 }), { maxLength: 2 }),
  })
  .filter((scenario) => normaliserScenario(scenario) !== null);

const tempsAcces = fc.record({
  genres: fc.array(text, { maxLength: 4 }),
  seuil: finite,
  sens: text,
  pires: fc.boolean(),
}, { requiredKeys: [] });

const changements: fc.Arbitrary<Changements> = fc.record({
  selection: fc.record({ exclus: fc.array(text, { maxLength: 3 }), corrections: fc.boolean(), ajouts }),
  vitesses: fc.option(scenarios),
  medecins: fc.dictionary(fc.constantFrom("87085", "2A004", "23001"), fc.integer({ min: -50, max: 50 }).filter((ecart) => ecart !== 0), { maxKeys: 3, noNullPrototype: true }),
});

const nommes: fc.Arbitrary<readonly Scenario[]> = fc.uniqueArray(
  fc.record({ id: fc.nat({ max: 999 }).map((n) => `sc-${n.toString(36)}`), nom: text, commentaire: fc.string({ maxLength: 20, unit: "grapheme" }), creeLe: fc.nat(), modifieLe: fc.nat(), changements }),
  { maxLength: 3, selector: ({ id }) => id },
);

/** A document's states hold together: see src/project/coherent.ts. */
const etats = fc
  .record({ changements, nommes, present: changements, rang: fc.integer({ min: -1, max: 2 }) })
  .map(({ changements: courants, nommes: scenariosNommes, present, rang }) => {
    const actif = scenariosNommes[rang]?.id ?? null;
    return { ...courants, actif, present: actif === null ? AUCUN_CHANGEMENT : present, scenarios: scenariosNommes.map((one) => (one.id === actif ? { ...one, changements: courants } : one)) };
  });

const reste = fc.record({
  version: fc.constant(VERSION_DOCUMENT),
  territoire: fc.constantFrom("NA", "87", "23", "200066512", "87085"),
  niveau: fc.constantFrom(...NIVEAUX),
  analyse: fc.constant("temps-acces"),
  params: fc.record({ "temps-acces": tempsAcces }) as fc.Arbitrary<Document["params"]>,
  classes: fc.dictionary(text.map((vue) => `temps-acces/${vue}`), classSpecs, { maxKeys: 3, noNullPrototype: true }),
  couches: fc.subarray([...COUCHES]),
  sites: fc.option(sites),
  reseau: fc.option(fc.record({ id: text, fichier: text })),
});

export const documents: fc.Arbitrary<Document> = fc.tuple(reste, etats).map(([one, other]) => ({ ...one, ...other }));
