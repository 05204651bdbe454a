import type { NumberColumn, Table, TextColumn } from "../../domain/table";
import { figure } from "../shared/groupes";
import type { Arrets, Besoins } from "./arrets";
import type { Etape } from "./etapes";

/** One way of the tour, as it is told. */
export interface Ligne {
  readonly etape: Etape;
  /** « 1 », « 2 »… ; « retour ». */
  readonly code: string;
  readonly nom: string;
  /** Code of the commune of the stop; null for the way back. */
  readonly commune: string | null;
  readonly de: string;
  /** Since the tour began, stops included, on arriving. */
  readonly cumul: number;
  readonly habitants: number;
  readonly proches: number;
  /** From the stop to the nearest site today. */
  readonly aujourdhui: number;
}

/** The ways in the order driven. @param duree minutes at each stop */
export function lignesDe(etapes: readonly Etape[], depart: string, { codes, noms, habitants, minutes }: Besoins, { communes, proches }: Arrets, duree: number): readonly Ligne[] {
  let [cumul, de] = [0, depart];
  return etapes.map((etape, rang): Ligne => {
    const i = etape.arret < 0 ? null : communes[etape.arret]!;
    cumul += etape.minutes + (rang > 0 ? duree : 0);
    const nom = i === null ? depart : noms[i]!;
    const ligne = { etape, code: i === null ? "retour" : String(rang + 1), nom, commune: i === null ? null : codes[i]!, de, cumul };
    de = nom;
    return i === null ? { ...ligne, habitants: Number.NaN, proches: Number.NaN, aujourdhui: Number.NaN } : { ...ligne, habitants: habitants[i]!, proches: proches[etape.arret]!, aujourdhui: minutes[i]! };
  });
}

const titre = ({ code, nom }: Ligne): string => (code === "retour" ? `Retour à ${nom}` : `${code}. ${nom}`);

/** One row a way, in the order driven. */
export function tableDesEtapes(lignes: readonly Ligne[]): Table {
  const text = (name: string, label: string, pick: (ligne: Ligne) => string | null): TextColumn => ({ name, label, type: "texte", values: lignes.map(pick) });
  const number = (name: string, label: string, unit: NumberColumn["unit"], digits: number, pick: (ligne: Ligne) => number): NumberColumn => figure(name, label, unit, digits, Float64Array.from(lignes, pick));
  return {
    id: "tournee",
    length: lignes.length,
    columns: [
      text("code", "Code", ({ code }) => code),
      text("nom", "Étape", titre),
      text("commune", "Code de la commune", ({ commune }) => commune),
      text("depart", "De", ({ de }) => de),
      text("trajet", "Trajet", ({ code }) => (code === "retour" ? "Retour" : "Vers un arrêt")),
      number("minutes", "Minutes par la route", "minutes", 1, ({ etape }) => etape.minutes),
      number("km", "Kilomètres par la route", "km", 1, ({ etape }) => etape.km),
      number("minutes_cumul", "Minutes depuis le départ, arrêts compris, en arrivant", "minutes", 0, ({ cumul }) => cumul),
      number("habitants_commune", "Habitants de la commune", "habitants", 0, ({ habitants }) => habitants),
      number("habitants_proches", "Habitants éloignés que sert cet arrêt", "habitants", 0, ({ proches }) => proches),
      number("minutes_aujourdhui", "Minutes jusqu'au soin le plus proche aujourd'hui", "minutes", 1, ({ aujourdhui }) => aujourdhui),
    ],
  };
}
