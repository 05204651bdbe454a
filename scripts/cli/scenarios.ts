import path from "node:path";
import * as v from "valibot";
import { AUCUN_CHANGEMENT, type EtatCompare, ETATS_MAX, ID_PRESENT, NOM_MAX, NOM_PRESENT } from "../../src/domain/changements";
import { type CibleSite, type GenreSite, GENRES_SITE, ID_AJOUT, ID_LISTE, type SiteAjoute, type SiteList } from "../../src/domain/genre-site";
import { DEMI_JOURNEES } from "../../src/domain/ouverture";
import { issue } from "../../src/domain/issue";
import { parseSitesCsv } from "../../src/io/sites-csv";
import { accept, readMedecins, readVitesses } from "./hypotheses";
import { badCall, refusedInput } from "./outcome-error";
import { accepted, readGiven } from "./package";

const degree = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180));
const place = v.strictObject({ lon: degree, lat: degree, nom: v.optional(v.pipe(v.string(), v.minLength(1))), genre: v.optional(v.picklist([...GENRES_SITE, "liste"])), demi_journees: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(DEMI_JOURNEES))), structure: v.exactOptional(v.pipe(v.string(), v.minLength(1))) });
type Place = v.InferOutput<typeof place>;

const scenario = v.strictObject({
  nom: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(NOM_MAX))),
  sites: v.optional(v.union([v.string(), v.array(place)])),
  ajouts: v.optional(v.array(place)),
  exclus: v.optional(v.array(v.string())),
  vitesses: v.optional(v.unknown()),
  medecins: v.optional(v.unknown()),
});
type Ecrit = v.InferOutput<typeof scenario>;

const ATTENDU = `une liste de 1 à ${ETATS_MAX - 1} scénarios : {"nom": "…", "ajouts": [{"lon": 1.05, "lat": 46.12, "nom": "…", "demi_journees": 4, "structure": "…"}], "sites": "fichier.csv" ou une liste de lieux, "exclus": ["870000001"], "vitesses": {…}, "medecins": {"87011": 2}}`;

function listOf(places: readonly Place[]): SiteList {
  return {
    ids: places.map((_, i) => `${ID_LISTE}${i + 1}`),
    noms: places.map(({ nom }, i) => nom ?? `Site ${i + 1}`),
    communes: places.map(() => null),
    lon: Float64Array.from(places, ({ lon }) => lon),
    lat: Float64Array.from(places, ({ lat }) => lat),
    capacite: new Float64Array(places.length).fill(Number.NaN),
    ...(places.every((one) => one.demi_journees === undefined) ? {} : { demiJournees: Float64Array.from(places, (one) => one.demi_journees ?? Number.NaN) }),
    ...(places.every(({ structure }) => structure === undefined) ? {} : { structures: places.map(({ structure = null }) => structure) }),
  };
}

/** Any bad row refuses the file: nobody is there to choose to go on without it. */
async function sitesOf(file: string): Promise<SiteList> {
  const parsed = parseSitesCsv(await readGiven(file), path.basename(file));
  if (parsed.issues.some(({ severity }) => severity === "erreur")) throw refusedInput(parsed.issues);
  return accepted(parsed);
}

async function readEtat({ nom, sites, ajouts = [], exclus = [], vitesses, medecins }: Ecrit, rang: number, genre: CibleSite): Promise<EtatCompare> {
  const ici = `scenarios.${rang}`;
  const added = ajouts.map((one, i): SiteAjoute => ({ id: `${ID_AJOUT}${i + 1}`, nom: one.nom ?? `Site ajouté ${i + 1}`, genre: sites === undefined ? (one.genre ?? genre) : "liste", lon: one.lon, lat: one.lat, ...(one.demi_journees === undefined ? {} : { demiJournees: one.demi_journees }), ...(one.structure === undefined ? {} : { structure: one.structure }) }));
  const list = typeof sites === "string" ? await sitesOf(sites) : sites && listOf(sites);
  return {
    id: `scenario-${rang + 1}`,
    nom: nom ?? `Scénario ${rang + 1}`,
    selection: { ...AUCUN_CHANGEMENT.selection, exclus, ajouts: added },
    vitesses: readVitesses(vitesses, `${ici}.vitesses`),
    medecins: readMedecins(medecins, `${ici}.medecins`),
    ...(list === undefined ? {} : { sites: list }),
  };
}

/**
 * For an analysis that compares states, the parameters may hold `scenarios`: each is compared with the present state, which
 * comes first. Without any, the present state stands alone.
 */
export function splitScenarios(raw: unknown): { readonly ecrits: readonly Ecrit[]; readonly rest: unknown } {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || !("scenarios" in raw)) return { ecrits: [], rest: raw };
  const { scenarios, ...rest } = raw;
  const ecrits = accept(v.pipe(v.array(scenario), v.minLength(1), v.maxLength(ETATS_MAX - 1)), scenarios, "scenarios", ATTENDU);
  return { ecrits, rest };
}

/** @param genres of the analysis: an added site that does not say its kind is of the first. @param sites the user's own list, of every state that has none */
export async function etatsDuFichier(ecrits: readonly Ecrit[], genres: readonly GenreSite[], sites: SiteList | null): Promise<readonly EtatCompare[]> {
  const genre: CibleSite = sites === null ? (genres[0] ?? "msp") : "liste";
  const noms = new Set<string>();
  const etats: EtatCompare[] = [{ id: ID_PRESENT, nom: NOM_PRESENT, ...AUCUN_CHANGEMENT }];
  for (const [rang, ecrit] of ecrits.entries()) etats.push(await readEtat(ecrit, rang, genre));
  for (const { nom } of etats) {
    if (noms.has(nom)) throw badCall([issue("parametre-invalide", "erreur", { parametre: "scenarios.nom", valeur: nom, attendu: "un nom différent pour chaque état" })]);
    noms.add(nom);
  }
  return etats;
}
