import { COLONNE_COTE } from "../../carto/cotes";
import type { Category, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Table } from "../../domain/table";
import { PALIERS } from "../temps-acces/mesure";
import type { Statut } from "../couverture/colonnes";
import type { EtatMesure } from "./etats";
import { aplGagnee } from "./tables";

/** Colours told apart by colour-blind readers, each with its pattern. */
const STATUTS: Record<Statut, Omit<Category, "value">> = {
  gagnee: { label: "Zone gagnée", color: "#2166ac", pattern: "hachures" },
  perdue: { label: "Zone perdue", color: "#d6604d", pattern: "croix" },
  toujours: { label: "Couverte dans les deux", color: "#a6bddb", pattern: "plein" },
  jamais: { label: "Couverte dans aucun", color: "#e0d6c3", pattern: "points" },
};

const CATEGORIES: ScaleSpec = { kind: "categories", categories: (Object.keys(STATUTS) as Statut[]).map((value) => ({ value, ...STATUTS[value] })) };

const GAGNEES = [-10, -5, -1, -0.1, 0.1, 1, 5, 10];
const DIFFERENCE: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: GAGNEES }, presets: [{ label: "± 0,1 / 1 / 5 / 10 min", breaks: GAGNEES }], palette: "divergente" };

const MINUTES: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: PALIERS }, presets: [{ label: "10 / 15 / 20 / 30 min", breaks: PALIERS }], palette: "orrd" };

const texte = (name: string, label: string, values: readonly string[]) => ({ name, label, type: "texte", values }) as const;

/** The view of the minutes of a state, by its rank. */
export const idMinutes = (rang: number): string => `minutes-${rang + 1}`;

/** Sites that the states add to the existing ones, each told with the state it is of. */
function sitesAjoutes(mesures: readonly EtatMesure[], quality: View["quality"]): readonly View[] {
  const sites = mesures.flatMap(({ etat }, i) => etat.selection.ajouts.filter(({ id }) => !etat.selection.exclus.includes(id)).map((site) => ({ ...site, etat: etat.nom, cote: idMinutes(i) })));
  if (sites.length === 0) return [];
  const degres = (name: "lon" | "lat", label: string) => ({ name, label, type: "nombre", unit: "degres", digits: 5, values: Float64Array.from(sites, (site) => site[name]) }) as const;
  const table: Table = {
    id: "comparaison-sites",
    length: sites.length,
    columns: [
      texte("code", "Code", sites.map((_, i) => `site-${i + 1}`)),
      texte("nom", "Site", sites.map(({ nom, etat }) => `${nom} (${etat})`)),
      texte("genre", "Genre", sites.map(() => "site")),
      texte(COLONNE_COTE, "Vue de son état", sites.map(({ cote }) => cote)),
      degres("lon", "Longitude"),
      degres("lat", "Latitude"),
    ],
  };
  const scale: ScaleSpec = { kind: "categories", categories: [{ value: "site", label: "Site ajouté par un scénario", color: "#37424d", pattern: "plein" }] };
  return [{ id: "sites-ajoutes", title: "Sites ajoutés", table, geometry: { kind: "points" }, mark: "symbol", column: "genre", unit: "nombre", digits: 0, scale, quality }];
}

const APL_GAGNEE = [-1, -0.5, -0.1, -0.01, 0.01, 0.1, 0.5, 1];
const APL: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: APL_GAGNEE }, presets: [{ label: "± 0,01 / 0,1 / 0,5 / 1", breaks: APL_GAGNEE }], palette: "divergente" };
/** Under this, an estimate has not moved. */
const APL_MIN = 0.01;

/** What each state gains of estimated accessibility: only where a state moves it (practitioners, speeds). */
function aplViews(common: Pick<View, "table" | "geometry" | "mark" | "quality">, mesures: readonly EtatMesure[]): readonly View[] {
  const [premier, ...autres] = mesures as readonly [EtatMesure, ...EtatMesure[]];
  return autres.flatMap((autre, i): readonly View[] => {
    if (!aplGagnee(premier, autre).some((value) => Math.abs(value) >= APL_MIN)) return [];
    return [{ ...common, id: `apl-gagnee-${i + 2}`, title: `Accessibilité estimée gagnée (pas l'APL de la DREES), ${autre.etat.nom}`, column: `apl_gagnee_${i + 2}`, unit: "consultations", digits: 2, scale: APL }];
  });
}

/** For each state but the first, the zones gained and lost and the minutes saved; then the minutes of every state, on one scale. */
export function comparaisonViews(table: Table, niveau: Niveau, quality: View["quality"], mesures: readonly EtatMesure[]): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", quality } as const;
  const changes = mesures.slice(1).flatMap(({ etat: { nom } }, i): readonly View[] => [
    { ...common, id: `statut-${i + 2}`, title: `Zones gagnées et perdues, ${nom}`, column: `statut_${i + 2}`, unit: "part", digits: 1, scale: CATEGORIES },
    { ...common, id: `gagnees-${i + 2}`, title: `Minutes gagnées, ${nom}`, column: `minutes_gagnees_${i + 2}`, unit: "minutes", digits: 1, scale: DIFFERENCE },
  ]);
  const minutes = mesures.map(({ etat: { nom } }, i): View => ({ ...common, id: idMinutes(i), court: nom, title: `Minutes en moyenne, ${nom}`, column: `minutes_${i + 1}`, unit: "minutes", digits: 1, scale: MINUTES }));
  return [...changes, ...minutes, ...aplViews(common, mesures), ...sitesAjoutes(mesures, quality)];
}
