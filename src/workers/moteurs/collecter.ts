import { type Issue, issue, warnings } from "../../domain/issue";
import type { DemandeMatrice } from "../../domain/moteur";
import { failure, type Outcome, success } from "../../domain/outcome";
import { cutLots, type Lot } from "../../io/moteurs/lots";
import type { DemandeLot, Moteur, ReponseLot } from "../../io/moteurs/moteur";
import { interroger, type Outils } from "./interroger";
import { parcourir } from "./parcourir";

/** Minutes to the nearest of its candidates, for each origin; what was not answered is NaN, and counted. */
export interface Collecte {
  readonly minutes: Float64Array;
  /** Index of the nearest site; −1 where there are no minutes. */
  readonly site: Int32Array;
  /** Origins with a candidate of which the engine said nothing. */
  readonly sansReponse: number;
  readonly issues: readonly Issue[];
}

/** Requests of one computation: beyond, it would last more than five minutes at ten a second. */
const REQUETES_MAX = 3000;

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

/**
 * Asks an engine for a whole matrix, in requests it takes, and keeps what it answered when it fails, is stopped
 * (`outils.signal`) or answers in part. Refused when it answered nothing at all.
 * @param onProgress origins answered in full, of how many
 */
export async function collecter(moteur: Moteur, demande: DemandeMatrice, outils: Outils, onProgress: (fait: number, total: number) => void): Promise<Outcome<Collecte>> {
  const { nom } = outils;
  const lots = cutLots(demande, moteur.matrice.limites);
  if (lots.length > REQUETES_MAX) return failure(issue("moteur-trop", "erreur", { moteur: nom, requetes: lots.length, max: REQUETES_MAX }));
  const somme = createSomme(demande);
  const tell = (): void => onProgress(somme.total - somme.missing.filter((left) => left > 0).length, somme.total);
  tell();
  const issues = await parcourir(
    lots,
    outils,
    (lot, sure) => interroger(moteur.matrice, lotOf(demande, lot), sure),
    (lot, outcome) => {
      if (outcome.ok) somme.add(lot, outcome.value);
      tell();
    },
  );
  const sansReponse = finish(somme);
  const { minutes, site } = somme;
  if (sansReponse === somme.total && !outils.signal.aborted) return { ok: false, issues };
  const partiel = sansReponse > 0 ? [issue("moteur-partiel", "avertissement", { moteur: nom, sans: sansReponse, total: somme.total, arrete: outils.signal.aborted })] : [];
  const nowhere = somme.total - sansReponse - minutes.filter((value) => !Number.isNaN(value)).length;
  const chemins = nowhere > 0 ? [issue("moteur-sans-chemin", "avertissement", { moteur: nom, nombre: nowhere })] : [];
  return success({ minutes, site, sansReponse, issues: [...partiel, ...chemins, ...warnings(issues)] });
}
