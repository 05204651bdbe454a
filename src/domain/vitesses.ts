/** Classes of road as users know them, in the order of the speed tables (ROAD_CLASSES of geo). */
export const CLASSES_ROUTE = ["autoroute", "voie-rapide", "principale", "secondaire", "tertiaire", "desserte"] as const;
export type ClasseRoute = (typeof CLASSES_ROUTE)[number];

/** What a road crosses: built-up, open country, or built-up among dense junctions. */
export const MILIEUX = ["urbain", "rural", "dense"] as const;
export type Milieu = (typeof MILIEUX)[number];

/** One cell of the table of speeds. */
export type CleVitesse = `${ClasseRoute}/${Milieu}`;
export const CLES_VITESSE: readonly CleVitesse[] = CLASSES_ROUTE.flatMap((classe) => MILIEUX.map((milieu) => `${classe}/${milieu}` as const));

/** km/h of every cell of the table. */
export type KmhParCle = Readonly<Record<CleVitesse, number>>;

/** Ready-made hypotheses: see geo/speed-scenario.ts for what each does to the table. */
export const PREREGLAGES = ["pointe", "secondaire-10", "neige"] as const;
export type Prereglage = (typeof PREREGLAGES)[number];

/** Speeds the user supposes, as differences from the default table: part of the saved document. Applied in this order. */
export interface ScenarioVitesses {
  readonly prereglage: Prereglage | null;
  /** km/h that replace those of the table, KMH_MIN to KMH_MAX. */
  readonly kmh: Readonly<Partial<Record<CleVitesse, number>>>;
  /** Classes on which nobody drives, their ramps included. */
  readonly fermees: readonly ClasseRoute[];
  /** Zones that no road enters. */
  readonly zones: readonly Zone[];
}
/** Corners of a drawn zone, three or more: longitude and latitude, degrees (EPSG:4326). */
export type Zone = readonly (readonly [lon: number, lat: number])[];
/** Zones a scenario may hold, and corners of one: enough for a hand, and for a link. */
export const ZONES_MAX = 6;
export const SOMMETS_MAX = 40;
export const KMH_MIN = 5;
export const KMH_MAX = 150;

export const LIBELLE_CLASSE: Record<ClasseRoute, string> = {
  autoroute: "Autoroutes",
  "voie-rapide": "Voies rapides",
  principale: "Routes principales",
  secondaire: "Routes secondaires",
  tertiaire: "Routes tertiaires",
  desserte: "Petites routes et rues",
};

export const LIBELLE_PREREGLAGE: Record<Prereglage, string> = {
  pointe: "heures de pointe",
  "secondaire-10": "−10 km/h sur le réseau secondaire",
  neige: "neige",
};

/** Nothing supposed: every speed of the table, every road open. */
export const SANS_HYPOTHESE: ScenarioVitesses = { prereglage: null, kmh: {}, fermees: [], zones: [] };

/** The scenario, or null for one that changes nothing: what the document holds, so that « par défaut » has one form. */
export function normaliserScenario(scenario: ScenarioVitesses): ScenarioVitesses | null {
  const { prereglage, kmh, fermees, zones } = scenario;
  return prereglage === null && fermees.length === 0 && zones.length === 0 && Object.keys(kmh).length === 0 ? null : scenario;
}

/** « heures de pointe ; 2 vitesses changées ; autoroutes fermées ». */
export function libelleScenario({ prereglage, kmh, fermees, zones }: ScenarioVitesses): string {
  const changed = Object.keys(kmh).length;
  return [
    ...(prereglage === null ? [] : [LIBELLE_PREREGLAGE[prereglage]]),
    ...(changed === 0 ? [] : [changed === 1 ? "1 vitesse changée" : `${changed} vitesses changées`]),
    ...fermees.map((classe) => `${LIBELLE_CLASSE[classe].toLowerCase()} fermées`),
    ...(zones.length === 0 ? [] : [zones.length === 1 ? "1 zone fermée" : `${zones.length} zones fermées`]),
  ].join(" ; ");
}
