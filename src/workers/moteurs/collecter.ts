import { type Issue, issue, type IssueCode, warnings } from "../../domain/issue";
import type { DemandeMatrice } from "../../domain/moteur";
import { cutLots, type Lot } from "../../io/moteurs/lots";
import type { DemandeLot, Moteur, ReponseLot } from "../../io/moteurs/moteur";
import { interroger, type Outils } from "./interroger";
import { failure, type Outcome, success } from "../../domain/outcome";

/** Minutes to the nearest of its candidates, for each origin; what was not answered is NaN, and counted. */
export interface Collecte {
  readonly minutes: Float64Array;
  /** Index of the nearest site; −1 where there are no minutes. */
  readonly site: Int32Array;
  /** Origins with a candidate of which the engine said nothing. */
  readonly sansReponse: number;
  readonly issues: readonly Issue[];
}

/** Requests on their way at once: the rate is kept by the turn each one takes. */
const EN_VOL = 4;
/** Failures in a row after which the engine is left alone. */
const ECHECS_MAX = 3;
/** Requests of one computation: beyond, it would last more than five minutes at ten a second. */
const REQUETES_MAX = 3000;

/** Troubles that the next request would meet too. */
const SANS_SUITE: ReadonlySet<IssueCode> = new Set<IssueCode>(["moteur-sans-accord", "moteur-cle", "moteur-injoignable", "moteur-debit"]);

/** Answers put together as they come. */
function createSomme({ origines, candidats, k }: DemandeMatrice) {
  const count = origines.lon.length;
  const minutes = new Float64Array(count).fill(Number.NaN);
  const site = new Int32Array(count).fill(-1);
  const candidatesOf = (origine: number): readonly number[] => [...new Set(candidats.subarray(origine * k, (origine + 1) * k))].filter((one) => one >= 0);
  /** Candidates not answered yet. */
  const missing = Int32Array.from({ length: count }, (_, origine) => candidatesOf(origine).length);
  return {
    total: missing.filter((left) => left > 0).length,
    minutes,
    site,
    missing,
    add({ origines: asked, sites }: Lot, { minutes: answered }: ReponseLot): void {
      asked.forEach((origine, i) => {
        const wanted = new Set(candidatesOf(origine));
        sites.forEach((one, j) => {
          if (!wanted.has(one)) return;
          missing[origine] = (missing[origine] ?? 0) - 1;
          const value = answered[i * sites.length + j] ?? Number.NaN;
          if (Number.isNaN(value) || value >= (minutes[origine] ?? Number.NaN)) return;
          minutes[origine] = value;
          site[origine] = one;
        });
      });
    },
  };
}

type Somme = ReturnType<typeof createSomme>;

/** The nearest of a part of its candidates is perhaps not the nearest: an origin is answered in full or not at all. */
function finish({ minutes, site, missing }: Somme): number {
  let without = 0;
  missing.forEach((left, origine) => {
    if (left === 0) return;
    without += 1;
    minutes[origine] = Number.NaN;
    site[origine] = -1;
  });
  return without;
}

function lotOf({ origines, sites }: DemandeMatrice, lot: Lot): DemandeLot {
  return {
    origines: lot.origines.map((i) => [origines.lon[i] ?? Number.NaN, origines.lat[i] ?? Number.NaN]),
    destinations: lot.sites.map((i) => [sites.lon[i] ?? Number.NaN, sites.lat[i] ?? Number.NaN]),
  };
}

/** Takes requests from the list until it is empty or the engine is left alone; several of these run side by side. */
async function work(moteur: Moteur, demande: DemandeMatrice, queue: Lot[], outils: Outils, somme: Somme, heard: { add(outcome: Outcome<ReponseLot>): void }): Promise<void> {
  for (let lot = queue.shift(); lot !== undefined && !outils.signal.aborted; lot = queue.shift()) {
    const outcome = await interroger(moteur.matrice, lotOf(demande, lot), outils);
    if (outcome === null) return;
    if (outcome.ok) somme.add(lot, outcome.value);
    heard.add(outcome);
  }
}

/**
 * Asks an engine for a whole matrix, in requests it takes, and keeps what it answered when it fails, is stopped
 * (`outils.signal`) or answers in part. Refused when it answered nothing at all.
 * @param onProgress origins answered in full, of how many
 */
export async function collecter(moteur: Moteur, demande: DemandeMatrice, outils: Outils, onProgress: (fait: number, total: number) => void): Promise<Outcome<Collecte>> {
  const { nom } = outils;
  const queue = [...cutLots(demande, moteur.matrice.limites)];
  if (queue.length > REQUETES_MAX) return failure(issue("moteur-trop", "erreur", { moteur: nom, requetes: queue.length, max: REQUETES_MAX }));
  const somme = createSomme(demande);
  const issues = new Map<string, Issue>();
  const halt = new AbortController();
  let failures = 0;
  const heard = (outcome: Outcome<ReponseLot>): void => {
    for (const found of outcome.issues) issues.set(JSON.stringify(found), found);
    failures = outcome.ok ? 0 : failures + 1;
    if (failures >= ECHECS_MAX || outcome.issues.some(({ code }) => SANS_SUITE.has(code))) halt.abort();
    onProgress(somme.total - somme.missing.filter((left) => left > 0).length, somme.total);
  };
  onProgress(0, somme.total);
  const both = { ...outils, signal: AbortSignal.any([outils.signal, halt.signal]) };
  await Promise.all(Array.from({ length: EN_VOL }, () => work(moteur, demande, queue, both, somme, { add: heard })));
  const sansReponse = finish(somme);
  const { minutes, site } = somme;
  if (sansReponse === somme.total && !outils.signal.aborted) return { ok: false, issues: [...issues.values()] };
  const partiel = sansReponse > 0 ? [issue("moteur-partiel", "avertissement", { moteur: nom, sans: sansReponse, total: somme.total, arrete: outils.signal.aborted })] : [];
  const nowhere = somme.total - sansReponse - minutes.filter((value) => !Number.isNaN(value)).length;
  const chemins = nowhere > 0 ? [issue("moteur-sans-chemin", "avertissement", { moteur: nom, nombre: nowhere })] : [];
  return success({ minutes, site, sansReponse, issues: [...partiel, ...chemins, ...warnings([...issues.values()])] });
}
