import type { Fait, FaitsFiche, GenresFiche, NoteFait, SujetTerritoire } from "../../domain/fiche";
import { ZONES } from "../../domain/fiche";
import { type GenreSite, RESSOURCES_DU_GENRE } from "../../domain/genre-site";
import { issue } from "../../domain/issue";
import { nearest } from "../../domain/nearest";
import { failure, type Outcome, success } from "../../domain/outcome";
import { CODE_REGION, COLONNE_NIVEAU, NOMS_DEPARTEMENT, type Niveau } from "../../domain/perimetre";
import type { Donnees, ResourceName } from "../../domain/ressource";
import { indexBy, numberValues, type Table, textValues } from "../../domain/table";
import type { Loader } from "../loader";
import { lireDisponibles } from "./donnees";
import { GENRES, minutesDepuis, minutesMoyennes, sitesConnus } from "./minutes";

const RESSOURCES: readonly ResourceName[] = [
  "communes", "territoires", "zonage-communes", "bpe", "apl", "revenus", "msp", "corrections", "etablissements", "urgences", "communes-couronne",
];

/** What the sheet on screen says. */
const ECRAN: GenresFiche = { minutes: GENRES, sites: ["msp", "pharmacie", "hopital", "ehpad", "laboratoire"] };

/** Sums over some communes; null when none of them has the figure. */
function summer(communes: readonly string[]) {
  return (table: Table | undefined, column: string): number | null => {
    if (table === undefined) return null;
    const rows = indexBy(table, "code");
    const values = numberValues(table, column);
    const known = communes.map((code) => values[rows.get(code) ?? -1] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
}

/** Mean of a column weighted by another of the same table. */
function meanOf(communes: readonly string[], table: Table | undefined, column: string, weight: string): number | null {
  if (table === undefined) return null;
  const rows = indexBy(table, "code");
  const [values, weights] = [numberValues(table, column), numberValues(table, weight)];
  let [sum, total] = [0, 0];
  for (const code of communes) {
    const row = rows.get(code) ?? -1;
    const [value, w] = [values[row] ?? Number.NaN, weights[row] ?? Number.NaN];
    if (Number.isNaN(value) || !(w > 0)) continue;
    sum += value * w;
    total += w;
  }
  return total > 0 ? sum / total : null;
}

interface Cadre {
  readonly nom: string;
  readonly communes: readonly string[];
}

/** The wider places a commune or a group is read against: its EPCI, its département, the region. */
function cadresDe(communes: Table, territoires: Table, niveau: Niveau, row: number): readonly Cadre[] {
  const codes = textValues(communes, "code");
  const of = (column: string, value: string | null): readonly string[] => {
    const known = textValues(communes, column);
    return codes.flatMap((code, r) => (code !== null && known[r] === value ? [code] : []));
  };
  const epci = textValues(communes, "epci")[row] ?? null;
  const dep = textValues(communes, "dep")[row] ?? null;
  const noms = textValues(territoires, "nom");
  const epciNom = textValues(territoires, "code").findIndex((code) => code === epci);
  const all: readonly (Cadre & { readonly niveau: Niveau })[] = [
    { niveau: "epci", nom: noms[epciNom] ?? epci ?? "", communes: of("epci", epci) },
    { niveau: "departement", nom: NOMS_DEPARTEMENT[dep ?? ""] ?? dep ?? "", communes: of("dep", dep) },
    { niveau: "region", nom: "Nouvelle-Aquitaine", communes: of("region", CODE_REGION) },
  ];
  const wider: Record<Niveau, readonly Niveau[]> = {
    commune: ["epci", "departement", "region"], epci: ["departement", "region"], "bassin-de-vie": ["departement", "region"],
    canton: ["departement", "region"], departement: ["region"], region: [], cpts: ["departement", "region"],
  };
  return all.filter((cadre) => wider[niveau].includes(cadre.niveau));
}

/** One figure of a group of communes, with the same figure of the wider places. */
function compared(cle: Fait["cle"], compute: (communes: readonly string[]) => number | null, own: readonly string[], cadres: readonly Cadre[]): Fait {
  return { cle, valeur: compute(own), reperes: cadres.map(({ nom, communes }) => ({ nom, valeur: compute(communes) })) };
}

function densiteDe(donnees: Donnees) {
  return (communes: readonly string[]): number | null => {
    const sum = summer(communes);
    const [medecins, habitants] = [sum(donnees.bpe?.table, "medecins_generalistes"), sum(donnees.communes?.table, "population")];
    return medecins === null || habitants === null || habitants === 0 ? null : (100_000 * medecins) / habitants;
  };
}

/** The zone of a commune, or the communes of each zone with their share of inhabitants. */
function zonageDe(donnees: Donnees, codes: readonly string[], niveau: Niveau): readonly Fait[] {
  const table = donnees["zonage-communes"]?.table;
  if (table === undefined) return [{ cle: "zone", valeur: null }];
  const rows = indexBy(table, "code");
  const zones = textValues(table, "zone");
  const zoneOf = (code: string): string | null => zones[rows.get(code) ?? -1] ?? null;
  const note: NoteFait = "zonage-probablement-remplace";
  if (niveau === "commune") return [{ cle: "zone", valeur: zoneOf(codes[0] ?? ""), note }];
  const total = summer(codes)(donnees.communes?.table, "population") ?? 0;
  return ZONES.map((zone): Fait => {
    const inside = codes.filter((code) => zoneOf(code) === zone);
    const people = inside.length === 0 ? 0 : (summer(inside)(donnees.communes?.table, "population") ?? 0);
    return { cle: `communes-${zone}`, valeur: inside.length, note, ...(total > 0 ? { part: people / total } : {}) };
  });
}

function sitesDans(donnees: Donnees, codes: readonly string[], genres: readonly GenreSite[]): readonly Fait[] {
  const inside = new Set(codes);
  return genres.map((genre): Fait => {
    const sites = sitesConnus(genre, donnees);
    return { cle: `sites-${genre}`, valeur: sites === null ? null : sites.communes.filter((code) => code !== null && inside.has(code)).length };
  });
}

function faitsDe(donnees: Donnees, niveau: Niveau, codes: readonly string[], cadres: readonly Cadre[]): readonly Fait[] {
  const apl = donnees.apl?.table;
  const mean = (column: string) => (communes: readonly string[]) => meanOf(communes, apl, column, "population_standardisee");
  const sum = summer(codes);
  return [
    { cle: "population", valeur: sum(donnees.communes?.table, "population") },
    ...(niveau === "commune" ? [] : [{ cle: "communes", valeur: codes.length } as const]),
    { cle: "surface", valeur: sum(donnees.communes?.table, "surface_km2") },
    ...zonageDe(donnees, codes, niveau),
    { cle: "medecins", valeur: sum(donnees.bpe?.table, "medecins_generalistes") },
    compared("medecins-densite", densiteDe(donnees), codes, cadres),
    compared("apl", mean("apl_mg"), codes, cadres),
    compared("apl-65", mean("apl_mg_65"), codes, cadres),
    compared("apl-62", mean("apl_mg_62"), codes, cadres),
    ...(niveau === "commune" ? [{ cle: "revenu", valeur: sum(donnees.revenus?.table, "revenu_median") } as const] : []),
  ];
}

/** Groups small enough for their minutes to be those of one place: those of a département or of the region are an analysis. */
const AVEC_MINUTES: readonly Niveau[] = ["epci", "bassin-de-vie", "canton"];

async function minutesDe(loader: Loader, donnees: Donnees, niveau: Niveau, communes: Table, rows: readonly number[], genres: readonly GenreSite[]): Promise<Awaited<ReturnType<typeof minutesDepuis>>> {
  const own = (column: string): readonly number[] => rows.map((row) => numberValues(communes, column)[row] ?? Number.NaN);
  const codes = rows.map((row) => textValues(communes, "code")[row] ?? "");
  const [lon, lat] = [own("lon"), own("lat")];
  if (niveau === "commune") return minutesDepuis(loader, donnees, { code: codes[0] ?? null, lon: lon[0] ?? Number.NaN, lat: lat[0] ?? Number.NaN }, genres);
  if (!AVEC_MINUTES.includes(niveau)) return { faits: [], sources: [] };
  return minutesMoyennes(loader, donnees, { codes, lon, lat, habitants: own("population") }, genres);
}

/** The sheet of a commune or of a group of communes. @param genres more of them on paper than on screen */
export async function ficheTerritoire(loader: Loader, sujet: SujetTerritoire, genres: GenresFiche = ECRAN): Promise<Outcome<FaitsFiche>> {
  const ressources = [...new Set([...RESSOURCES, ...[...genres.minutes, ...genres.sites].flatMap((genre) => RESSOURCES_DU_GENRE[genre])])];
  const donnees = await lireDisponibles(loader, ressources);
  const communes = donnees.communes?.table;
  const territoires = donnees.territoires?.table;
  if (communes === undefined || territoires === undefined) {
    return failure(issue("ressource-absente", "erreur", { ressource: communes === undefined ? "communes" : "territoires" }));
  }
  const keys = textValues(communes, COLONNE_NIVEAU[sujet.niveau]);
  const rows = textValues(communes, "code").flatMap((code, row) => (code !== null && keys[row] === sujet.code ? [row] : []));
  const codes = rows.map((row) => textValues(communes, "code")[row] ?? "");
  const first = rows[0];
  if (first === undefined) {
    const known = [...new Set(keys)].filter((code) => code !== null);
    return failure(issue("territoire-inconnu", "erreur", { code: sujet.code, proches: nearest(sujet.code, known).join(", ") }));
  }
  const cadres = cadresDe(communes, territoires, sujet.niveau, first);
  const nomTerritoire = textValues(territoires, "nom")[textValues(territoires, "code").findIndex((code, r) => code === sujet.code && textValues(territoires, "niveau")[r] === sujet.niveau)];
  const commune = sujet.niveau === "commune";
  const minutes = await minutesDe(loader, donnees, sujet.niveau, communes, rows, genres.minutes);
  return success({
    sujet,
    nom: (commune ? textValues(communes, "nom")[first] : nomTerritoire) ?? sujet.code,
    dans: cadres.map(({ nom }) => nom),
    faits: [...faitsDe(donnees, sujet.niveau, codes, cadres), ...minutes.faits, ...sitesDans(donnees, codes, genres.sites)],
    sources: [...ressources.flatMap((name) => donnees[name]?.provenance ?? []), ...minutes.sources],
  });
}
