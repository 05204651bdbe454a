import type { MultiPolygon } from "geojson";
import { issue } from "../../domain/issue";
import type { MoteurId } from "../../domain/moteur";
import { failure, type Outcome } from "../../domain/outcome";
import type { LngLat } from "../../domain/units";

/** What goes out, exactly. `body` null: a GET. */
export interface Requete {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What came back, before anything is made of it. */
export interface Reponse {
  readonly status: number;
  readonly text: string;
}

/** Where an engine is, and the user's key for it ("" without). */
export interface Acces {
  /** Base address, without its last slash. */
  readonly adresse: string;
  readonly cle: string;
}

/** One kind of question: what to send, what the answer says, and how often it may be asked. */
export interface Service<D, R> {
  /** Requests a second, at most. */
  readonly debit: number;
  buildRequest(demande: D, acces: Acces): Requete;
  /** Refused with a French reason for every form of error the engine documents, and for what is no answer of its. */
  parseResponse(reponse: Reponse, demande: D): Outcome<R>;
}

export interface DemandeLot {
  readonly origines: readonly LngLat[];
  readonly destinations: readonly LngLat[];
}

/** Row after row of origins: `minutes[i × destinations + j]`. NaN where the engine finds no way. */
export interface ReponseLot {
  readonly minutes: Float64Array;
}

/** What one request may hold. */
export interface Limites {
  readonly origines: number;
  readonly destinations: number;
  /** Points in all. */
  readonly points: number;
}

export interface DemandeIsochrone {
  readonly point: LngLat;
  /** Ascending; as many as one request takes at most. */
  readonly minutes: readonly number[];
  /** depart: where one gets to from the point; arrivee: where one comes to it from. */
  readonly sens: "depart" | "arrivee";
}

export interface Moteur {
  readonly id: MoteurId;
  readonly matrice: Service<DemandeLot, ReponseLot> & { readonly limites: Limites };
  /** One zone for each of the minutes asked, in their order (EPSG:4326); null where the engine has none. `minutes`: how many a request takes. */
  readonly isochrone: (Service<DemandeIsochrone, readonly MultiPolygon[]> & { readonly limites: { readonly minutes: number } }) | null;
}

/** A JSON object; null for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer is not one of this engine's. */
export function illisible(moteur: string, raison: string): Outcome<never> {
  return failure(issue("moteur-illisible", "erreur", { moteur, raison }));
}

/** The engine says no, in its own words. */
export function refus(moteur: string, statut: number, message: string): Outcome<never> {
  if (statut === 401 || statut === 403) return failure(issue("moteur-cle", "erreur", { moteur, message }));
  return failure(issue("moteur-refus", "erreur", { moteur, statut, message }));
}

const OK = 200;

/**
 * The JSON object of an answer that succeeded. `messageDe` reads the engine's documented form of error; without it, a
 * status other than 200 is told by its number.
 */
export function readAnswer(moteur: string, { status, text }: Reponse, messageDe: (json: Readonly<Record<string, unknown>>) => string | null): Outcome<Readonly<Record<string, unknown>>> {
  const json = asObject(parseJson(text));
  const message = json === null ? null : messageDe(json);
  if (status !== OK || message !== null) return refus(moteur, status, message ?? "");
  return json === null ? illisible(moteur, "ce n'est pas un objet JSON complet") : { ok: true, value: json, issues: [] };
}

/**
 * A matrix of numbers or nulls as minutes. Refused unless it has exactly the size asked for: a row or a column too few
 * would give minutes to the wrong places.
 */
export function readMatrix(moteur: string, rows: unknown, { origines, destinations }: DemandeLot, minutesOf: (cell: unknown) => number | null): Outcome<ReponseLot> {
  const minutes = new Float64Array(origines.length * destinations.length).fill(Number.NaN);
  if (!Array.isArray(rows) || rows.length !== origines.length) return illisible(moteur, `${origines.length} lignes attendues dans la matrice`);
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== destinations.length) return illisible(moteur, `${destinations.length} colonnes attendues dans la matrice`);
    for (const [j, cell] of row.entries()) {
      const value = minutesOf(cell);
      if (value === null || value < 0) return illisible(moteur, "une durée de la matrice n'est pas un nombre positif");
      minutes[i * destinations.length + j] = value;
    }
  }
  return { ok: true, value: { minutes }, issues: [] };
}

/** Seconds as minutes; NaN for null (no way), null for what is no number. */
export function minutesOfSeconds(cell: unknown): number | null {
  if (cell === null) return Number.NaN;
  return typeof cell === "number" && Number.isFinite(cell) ? cell / 60 : null;
}

/** Six decimals: a tenth of a metre. */
export function coordonnee(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
