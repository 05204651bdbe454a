import type { MultiPolygon } from "geojson";
import { type Issue, issue, warnings } from "../../domain/issue";
import type { DemandeIsochrones } from "../../domain/moteur";
import type { LngLat } from "../../domain/units";
import type { Moteur } from "../../io/moteurs/moteur";
import { digest } from "../result-key";
import { interroger, type Outils } from "./interroger";
import { parcourir } from "./parcourir";

/** Zones by their question, with the day of their answer (« 2026-11-26 »): what was answered is not asked again. */
export type ZonesGardees = Map<string, { readonly zone: MultiPolygon; readonly date: string }>;

/** The zones that an engine drew; a point that was not answered for each of the minutes is in none. */
export interface CollecteZones {
  /** By minutes, in the order asked: one zone a point that was answered. */
  readonly zones: readonly (readonly MultiPolygon[])[];
  readonly repondus: number;
  /** The oldest day of these answers; « » without any. */
  readonly date: string;
  readonly issues: readonly Issue[];
}

/** One request: a point, and those of the minutes it takes at once. */
interface Question {
  readonly point: number;
  readonly minutes: readonly number[];
}

/** What the requests of one computation may last at the rate of the engine, in seconds. */
const DUREE_MAX_S = 300;
/** Zones remembered. */
const GARDEES = 800;

/** The points and minutes that are not known yet, in requests the engine takes. */
function questionsOf(count: number, minutes: readonly number[], most: number, known: (point: number, minutes: number) => boolean): readonly Question[] {
  return Array.from({ length: count }, (_, point) => {
    const wanted = minutes.filter((time) => !known(point, time));
    return Array.from({ length: Math.ceil(wanted.length / most) }, (__, i): Question => ({ point, minutes: wanted.slice(i * most, (i + 1) * most) }));
  }).flat();
}

function forget(gardees: ZonesGardees): void {
  for (const key of gardees.keys()) {
    if (gardees.size <= GARDEES) return;
    gardees.delete(key);
  }
}

/**
 * Asks an engine for the isochrones around some points, and keeps what it answered when it fails, is stopped
 * (`outils.signal`) or answers in part: trouble is told, never refused, for the zones drawn here stand without it.
 * @param gardees what was answered before; what is answered now joins it
 * @param onProgress points answered in full, of how many
 */
export async function collecterIsochrones({ id, isochrone }: Moteur, { points, minutes, sens }: DemandeIsochrones, gardees: ZonesGardees, outils: Outils, onProgress: (fait: number, total: number) => void): Promise<CollecteZones> {
  const { nom, acces: { adresse } } = outils;
  const nothing = (found: Issue): CollecteZones => ({ zones: minutes.map(() => []), repondus: 0, date: "", issues: [found] });
  if (isochrone === null) return nothing(issue("moteur-sans-isochrones", "avertissement", { moteur: nom }));
  const total = points.lon.length;
  const placeOf = (point: number): LngLat => [points.lon[point] ?? Number.NaN, points.lat[point] ?? Number.NaN];
  const keyOf = (point: number, time: number): string => digest({ id, adresse, sens, point: placeOf(point), time });
  const zoneOf = (point: number, time: number) => gardees.get(keyOf(point, time));
  const questions = questionsOf(total, minutes, isochrone.limites.minutes, (point, time) => zoneOf(point, time) !== undefined);
  const max = Math.floor(DUREE_MAX_S * isochrone.debit);
  if (questions.length > max) return nothing(issue("moteur-trop", "avertissement", { moteur: nom, requetes: questions.length, max }));
  const answered = (): readonly number[] => Array.from({ length: total }, (_, point) => point).filter((point) => minutes.every((time) => zoneOf(point, time) !== undefined));
  onProgress(answered().length, total);
  const issues = await parcourir(
    questions,
    outils,
    (question, sure) => interroger(isochrone, { point: placeOf(question.point), minutes: question.minutes, sens }, sure),
    (question, outcome) => {
      const date = new Date(outils.monde.now()).toISOString().slice(0, 10);
      const zones = outcome.ok ? outcome.value : [];
      zones.forEach((zone, i) => gardees.set(keyOf(question.point, question.minutes[i] ?? Number.NaN), { zone, date }));
      onProgress(answered().length, total);
    },
  );
  const full = answered();
  const kept = minutes.map((time) => full.flatMap((point) => zoneOf(point, time) ?? []));
  const date = kept.flat().reduce((oldest, one) => (oldest === "" || one.date < oldest ? one.date : oldest), "");
  forget(gardees);
  const sans = total - full.length;
  const partiel = sans === 0 ? [] : [issue("moteur-zones-partielles", "avertissement", { moteur: nom, sans, total, arrete: outils.signal.aborted })];
  return { zones: kept.map((level) => level.map(({ zone }) => zone)), repondus: full.length, date, issues: [...partiel, ...warnings(issues)] };
}
