import { LIBELLE_GENRE } from "../../domain/genre-site";
import type { OuVivreParams } from "./description";
import type { GenreLu, Mesures } from "./mesures";

/** One thing asked of a commune. What is not known of a commune does not pass: nobody can say that it would. */
export interface Filtre {
  /** Key of the command line: « minutes », « lieu_msp ». */
  readonly id: string;
  readonly label: string;
  passe(i: number): boolean;
  /** Nothing is known of the commune. */
  inconnu(i: number): boolean;
  /** The least change that would let one of these communes pass, in the words of the label; null when it has no threshold. */
  desserrer(communes: readonly number[]): string | null;
}

export interface Etape {
  readonly filtre: Filtre;
  /** Communes left after it and those before. */
  readonly restants: number;
  /** Communes it takes from those that were left, and those of them of which it knows nothing. */
  readonly ecartes: number;
  readonly inconnus: number;
  /** Communes left by all the other filters. */
  readonly sansLui: number;
}

const MINUTES = (n: number): string => `${n} min`;
const nowhere = (values: ArrayLike<number>): ((i: number) => boolean) => (i) => Number.isNaN(values[i] ?? Number.NaN);

/** The highest threshold that a filter can be given: see the fields. */
const SEUIL_MAX: Readonly<Record<string, number>> = { minutes: 120, densite: 200 };

/** « … à t au plus »: a figure that must not be above a threshold. */
function auPlus(id: string, nom: string, values: ArrayLike<number>, seuil: number, ecrire: (n: number) => string): Filtre {
  const label = (n: number): string => `${nom} ${ecrire(n)} au plus`;
  return {
    id,
    label: label(seuil),
    passe: (i) => (values[i] ?? Number.NaN) <= seuil,
    inconnu: nowhere(values),
    desserrer: (rows) => {
      const least = Math.min(...rows.map((i) => values[i] ?? Number.NaN).filter((value) => !Number.isNaN(value)));
      return least <= (SEUIL_MAX[id] ?? 60) ? label(Math.ceil(least)) : null;
    },
  };
}

function auMoins(id: string, ecrire: (n: number) => string, values: ArrayLike<number>, seuil: number): Filtre {
  return {
    id,
    label: ecrire(seuil),
    passe: (i) => (values[i] ?? Number.NaN) >= seuil,
    inconnu: nowhere(values),
    desserrer: (rows) => {
      const most = Math.max(...rows.map((i) => values[i] ?? Number.NaN).filter((value) => !Number.isNaN(value)));
      return Number.isFinite(most) ? ecrire(Math.floor(most)) : null;
    },
  };
}

/** Sites in the commune itself. */
function surPlace(id: string, nom: string, presents: Uint8Array): Filtre {
  return { id, label: `${nom} dans la commune`, passe: (i) => presents[i] === 1, inconnu: () => false, desserrer: () => null };
}

/** A place of internship known to host enough: as near as the other kinds of site must be. */
function accueillant({ capacite_min: least, minutes_lieux: minutes }: OuVivreParams, { accueil }: Mesures): readonly Filtre[] {
  if (accueil === null) return [];
  const nom = `Lieu de stage pour ${least} ${least === 1 ? "interne" : "internes"} au moins`;
  return [minutes === 0 ? surPlace("capacite", nom, accueil.presents) : auPlus("capacite", `${nom}, à`, accueil.minutes, minutes, MINUTES)];
}

const cle = (genre: string): string => genre.replaceAll("-", "_");

/** Filters on kinds of site; one of which there is no site at all is said elsewhere, and filters nothing. */
function pres(prefixe: string, genres: readonly GenreLu[], minutes: number, { genres: times }: Mesures): readonly Filtre[] {
  return genres.flatMap((genre) => {
    const values = times.get(genre);
    return values === undefined ? [] : [auPlus(`${prefixe}_${cle(genre)}`, `${LIBELLE_GENRE[genre]} à`, values, minutes, MINUTES)];
  });
}

/** The filters asked for, in the order they are applied. */
export function filtresDe(params: OuVivreParams, mesures: Mesures): readonly Filtre[] {
  const { minutes, zones, proches, densite, presents } = mesures;
  const lieux = params.minutes_lieux === 0 ? params.lieux.flatMap((genre) => (presents.has(genre) ? [surPlace(`lieu_${cle(genre)}`, LIBELLE_GENRE[genre], presents.get(genre)!)] : [])) : pres("lieu", params.lieux, params.minutes_lieux, mesures);
  return [
    ...(params.minutes_max > 0 ? [auPlus("minutes", "Point de départ à", minutes, params.minutes_max, MINUTES)] : []),
    ...(params.minutes_min > 0 ? [auMoins("minutes_min", (n) => `Point de départ à ${n} min au moins`, minutes, params.minutes_min)] : []),
    ...(params.zonage.length > 0 ? [{ id: "zonage", label: `Zonage : ${params.zonage.map((zone) => (zone === "HZ" ? "hors zonage" : zone)).join(" ou ")}`, passe: (i: number) => (params.zonage as readonly string[]).includes(zones[i] ?? ""), inconnu: (i: number) => zones[i] === null, desserrer: () => null }] : []),
    ...lieux,
    ...accueillant(params, mesures),
    ...pres("equipe", params.equipe, params.minutes_equipe, mesures),
    ...(params.services_min > 0 ? [auMoins("services", (n) => `${n} services de la vie quotidienne sur ${params.services.length} à ${params.minutes_services} min au plus`, proches, params.services_min)] : []),
    ...(params.minutes_urgences > 0 ? pres("secours", ["urgences"], params.minutes_urgences, mesures) : []),
    ...(params.densite_max > 0 ? [auPlus("densite", "Généralistes pour 100 000 habitants du bassin de vie :", densite, params.densite_max, String)] : []),
    ...(params.minutes_logement > 0 ? pres("logement", ["hebergement"], params.minutes_logement, mesures) : []),
  ];
}

/** The first filter that leaves each commune out: its rank; −1 for a commune that passes them all. */
export function ecartesPar(filtres: readonly Filtre[], count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => filtres.findIndex((filtre) => !filtre.passe(i)));
}

const passing = (filtres: readonly Filtre[], count: number): readonly number[] => Array.from({ length: count }, (_, i) => i).filter((i) => filtres.every((filtre) => filtre.passe(i)));

/** How many communes remain at each step. */
export function etapesDe(filtres: readonly Filtre[], count: number): readonly Etape[] {
  const out = ecartesPar(filtres, count);
  let restants = count;
  return filtres.map((filtre, k) => {
    const gone = Array.from(out.keys()).filter((i) => out[i] === k);
    restants -= gone.length;
    return { filtre, restants, ecartes: gone.length, inconnus: gone.filter((i) => filtre.inconnu(i)).length, sansLui: passing(filtres.filter((other) => other !== filtre), count).length };
  });
}

/** What to give up so that some commune remains. */
export interface Relache {
  readonly filtres: readonly Filtre[];
  readonly restants: number;
  /** A single filter need not go: this would be enough. */
  readonly suffit: string | null;
}

/**
 * The one filter without which most communes remain, or the two, or all of them when two are not enough; the first in
 * order when equal. null when there is nothing to give up.
 */
export function aRelacher(filtres: readonly Filtre[], count: number): Relache | null {
  if (filtres.length === 0 || count === 0) return null;
  const pairs = filtres.flatMap((one, k) => filtres.slice(k + 1).map((other) => [one, other]));
  for (const choices of [filtres.map((one) => [one]), pairs]) {
    let best: Relache | null = null;
    for (const choice of choices) {
      const left = passing(filtres.filter((filtre) => !choice.includes(filtre)), count);
      if (left.length > (best?.restants ?? 0)) best = { filtres: choice, restants: left.length, suffit: choice.length === 1 ? (choice[0]?.desserrer(left) ?? null) : null };
    }
    if (best !== null) return best;
  }
  return { filtres, restants: count, suffit: null };
}
