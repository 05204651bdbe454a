import type { Matrice, MinutesMoteur } from "../../analyses/analysis";
import { CANDIDATS } from "../../analyses/shared/candidats";
import type { Issue } from "../../domain/issue";
import { type DemandeMoteur, hoteDe, MOTEURS, type MoteurId } from "../../domain/moteur";
import { type Outcome, success } from "../../domain/outcome";
import type { Provenance } from "../../domain/provenance";
import { ADAPTATEURS } from "../../io/moteurs/registry";
import { digest } from "../result-key";
import { type Collecte, collecter } from "./collecter";
import type { Monde } from "./monde";
import { createRythme, type Rythme } from "./rythme";

export interface MinutesDemandees {
  readonly moteur: MinutesMoteur;
  readonly issues: readonly Issue[];
  /** Whether every starting point was answered: only then is the result worth keeping. */
  readonly complet: boolean;
}

/** The outside engines of one worker. */
export interface Moteurs {
  /**
   * Minutes of a matrix from an engine. What was answered in full is remembered until the page is closed: the same
   * coordinates are not sent twice.
   */
  demander(demande: DemandeMoteur, matrice: Matrice, signal: AbortSignal, onProgress: (fait: number, total: number) => void): Promise<Outcome<MinutesDemandees>>;
  /** Stops asking: what was answered so far becomes the result. */
  arreter(): void;
}

/** Matrices remembered. */
const GARDEES = 6;

interface Datee {
  readonly collecte: Collecte;
  readonly date: string;
}

function sourceOf(id: MoteurId, adresse: string, date: string): Provenance {
  const { nom, operateur } = MOTEURS[id];
  return {
    resource: `moteur-${id}`,
    title: `Minutes : ${nom}, ${hoteDe(adresse)}`,
    publisher: operateur ?? "moteur choisi par l'utilisateur",
    licence: "selon l'opérateur du moteur",
    vintage: date,
    quality: "derive",
    note: `Depuis les chefs-lieux, vers le plus proche en minutes des ${CANDIDATS} sites les plus proches à vol d'oiseau.`,
  };
}

export function createMoteurs(monde: Monde): Moteurs {
  const rythmes = new Map<string, Rythme>();
  const gardees = new Map<string, Datee>();
  let arret = new AbortController();

  const rythmeDe = (id: MoteurId, adresse: string): Rythme => {
    const key = `${id} ${adresse}`;
    const known = rythmes.get(key) ?? createRythme(ADAPTATEURS[id].matrice.debit, monde);
    rythmes.set(key, known);
    return known;
  };

  const lire = async ({ id, adresse, cle, accord }: DemandeMoteur, { demande }: Matrice, signal: AbortSignal, onProgress: (fait: number, total: number) => void): Promise<Outcome<Datee>> => {
    const key = digest({ id, adresse, demande });
    const known = gardees.get(key);
    if (known !== undefined) return success(known);
    arret = new AbortController();
    const outils = { monde, rythme: rythmeDe(id, adresse), signal: AbortSignal.any([signal, arret.signal]), acces: { adresse, cle }, accord, nom: MOTEURS[id].nom };
    const collecte = await collecter(ADAPTATEURS[id], demande, outils, onProgress);
    if (!collecte.ok) return collecte;
    const datee = { collecte: collecte.value, date: new Date(monde.now()).toISOString().slice(0, 10) };
    if (collecte.value.sansReponse === 0) gardees.set(key, datee);
    const oldest = gardees.keys().next();
    if (gardees.size > GARDEES && oldest.done !== true) gardees.delete(oldest.value);
    return success(datee);
  };

  return {
    async demander(demande, matrice, signal, onProgress) {
      const read = await lire(demande, matrice, signal, onProgress);
      if (!read.ok) return read;
      const { collecte: { minutes, site, sansReponse, issues }, date } = read.value;
      const { id, adresse } = demande;
      const origine = { kind: "moteur", nom: MOTEURS[id].nom, hote: hoteDe(adresse), date, repondus: minutes.length - sansReponse, total: minutes.length } as const;
      const moteur: MinutesMoteur = { origine, minutes, site, sites: matrice.sites, sources: [sourceOf(id, adresse, date)] };
      return success({ moteur, issues, complet: sansReponse === 0 });
    },
    arreter: () => arret.abort(),
  };
}
