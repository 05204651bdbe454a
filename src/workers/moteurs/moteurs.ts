import type { IsochronesMoteur, Matrice, MinutesMoteur } from "../../analyses/analysis";
import { CANDIDATS } from "../../analyses/shared/candidats";
import type { Issue } from "../../domain/issue";
import { type DemandeIsochrones, type DemandeMoteur, hoteDe, MOTEURS, type MoteurId } from "../../domain/moteur";
import { type Outcome, success } from "../../domain/outcome";
import type { Provenance } from "../../domain/provenance";
import { ADAPTATEURS } from "../../io/moteurs/registry";
import { digest } from "../result-key";
import { type Collecte, collecter } from "./collecter";
import type { Outils } from "./interroger";
import { collecterIsochrones, type ZonesGardees } from "./isochrones";
import type { Monde } from "./monde";
import { createRythme, type Rythme } from "./rythme";

export interface MinutesDemandees {
  readonly moteur: MinutesMoteur;
  readonly issues: readonly Issue[];
  /** Whether every starting point was answered: only then is the result worth keeping. */
  readonly complet: boolean;
}

export interface IsochronesDemandees {
  /** Null when nothing was drawn: the issues say why. */
  readonly isochrones: IsochronesMoteur | null;
  readonly issues: readonly Issue[];
  /** Whether every site was answered. */
  readonly complet: boolean;
}

/** The outside engines of one worker. */
export interface Moteurs {
  /**
   * Minutes of a matrix from an engine. What was answered in full is remembered until the page is closed: the same
   * coordinates are not sent twice.
   */
  demander(demande: DemandeMoteur, matrice: Matrice, signal: AbortSignal, onProgress: (fait: number, total: number) => void): Promise<Outcome<MinutesDemandees>>;
  /** Isochrones around some points. Each zone that was answered is remembered until the page is closed; what was not is told, never refused. */
  tracer(demande: DemandeMoteur, isochrones: DemandeIsochrones, signal: AbortSignal, onProgress: (fait: number, total: number) => void): Promise<IsochronesDemandees>;
  /** Stops asking: what was answered so far becomes the result. */
  arreter(): void;
}

/** Matrices remembered. */
const GARDEES = 6;

interface Datee {
  readonly collecte: Collecte;
  readonly date: string;
}

function sourceOf(id: MoteurId, adresse: string, date: string, quoi: "Minutes" | "Isochrones", note: string): Provenance {
  const { nom, operateur } = MOTEURS[id];
  return {
    resource: `moteur-${id}`,
    title: `${quoi} : ${nom}, ${hoteDe(adresse)}`,
    publisher: operateur ?? "moteur choisi par l'utilisateur",
    licence: "selon l'opérateur du moteur",
    vintage: date,
    quality: "derive",
    note,
  };
}

const NOTE_MINUTES = `Depuis les chefs-lieux, vers le plus proche en minutes des ${CANDIDATS} sites les plus proches à vol d'oiseau.`;
const noteZones = (sites: number): string => `Zones telles que le moteur les trace, autour de ${sites > 1 ? `${sites} sites` : "1 site"}${sites > 1 ? ", réunies" : ""} ; habitants et communes comptés par Maillage dans ces zones.`;

export function createMoteurs(monde: Monde): Moteurs {
  const rythmes = new Map<string, Rythme>();
  const gardees = new Map<string, Datee>();
  const zonesGardees: ZonesGardees = new Map();
  let arret = new AbortController();

  /** Each service of an engine has its own rate. */
  const rythmeDe = (id: MoteurId, adresse: string, debit: number): Rythme => {
    const key = `${id} ${adresse} ${debit}`;
    const known = rythmes.get(key) ?? createRythme(debit, monde);
    rythmes.set(key, known);
    return known;
  };

  /** A new series of questions, that `arreter` stops. */
  const outilsDe = ({ id, adresse, cle, accord }: DemandeMoteur, debit: number, signal: AbortSignal): Outils => {
    arret = new AbortController();
    return { monde, rythme: rythmeDe(id, adresse, debit), signal: AbortSignal.any([signal, arret.signal]), acces: { adresse, cle }, accord, nom: MOTEURS[id].nom };
  };

  const lire = async (moteur: DemandeMoteur, { demande }: Matrice, signal: AbortSignal, onProgress: (fait: number, total: number) => void): Promise<Outcome<Datee>> => {
    const { id, adresse } = moteur;
    const key = digest({ id, adresse, demande });
    const known = gardees.get(key);
    if (known !== undefined) return success(known);
    const collecte = await collecter(ADAPTATEURS[id], demande, outilsDe(moteur, ADAPTATEURS[id].matrice.debit, signal), onProgress);
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
      const moteur: MinutesMoteur = { origine, minutes, site, sites: matrice.sites, sources: [sourceOf(id, adresse, date, "Minutes", NOTE_MINUTES)] };
      return success({ moteur, issues, complet: sansReponse === 0 });
    },
    async tracer(moteur, demande, signal, onProgress) {
      const { id, adresse } = moteur;
      const { isochrone } = ADAPTATEURS[id];
      const { zones, repondus, date, issues } = await collecterIsochrones(ADAPTATEURS[id], demande, zonesGardees, outilsDe(moteur, isochrone?.debit ?? 1, signal), onProgress);
      const total = demande.points.lon.length;
      if (repondus === 0) return { isochrones: null, issues, complet: false };
      const origine = { kind: "moteur", nom: MOTEURS[id].nom, hote: hoteDe(adresse), date, repondus, total } as const;
      return { isochrones: { origine, zones, source: sourceOf(id, adresse, date, "Isochrones", noteZones(repondus)) }, issues, complet: repondus === total };
    },
    arreter: () => arret.abort(),
  };
}
