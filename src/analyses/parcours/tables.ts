import type { NumberColumn, Table, TextColumn } from "../../domain/table";
import type { Annexe } from "../analysis";
import { figure } from "../shared/groupes";
import type { Jambe } from "./trajet";

/** One path of one patient: as things are, or with one more maison de santé. */
export interface Parcours {
  /** « p1 », « p2 », « p1-msp », « p2-msp ». */
  readonly code: string;
  readonly nom: string;
  readonly jambes: readonly Jambe[];
}

/** Minutes and km of the legs that are known, and how many are not. */
export function totalDe(jambes: readonly Jambe[]): { readonly minutes: number; readonly km: number; readonly inconnues: number } {
  const known = jambes.filter(({ minutes }) => !Number.isNaN(minutes));
  const sum = (pick: (jambe: Jambe) => number): number => (known.length === 0 ? Number.NaN : known.reduce((total, jambe) => total + pick(jambe), 0));
  return { minutes: sum(({ minutes }) => minutes), km: sum(({ km }) => km), inconnues: jambes.length - known.length };
}

/** No place is known: that of a specialist is the user's to say; another is beyond the roads. */
const A_CHOISIR = "lieu à choisir ou à importer, ou hors d'atteinte";

interface Ligne {
  readonly code: string;
  readonly parcours: string;
  readonly etape: string;
  readonly depart: string | null;
  readonly arrivee: string | null;
  readonly minutes: number;
  readonly km: number;
}

function lignesDe({ code, nom, jambes }: Parcours): readonly Ligne[] {
  return jambes.map(({ etape, de, a, minutes, km }, rang) => ({
    code: `${code}.${rang + 1}`,
    parcours: nom,
    etape: `${rang + 1}. ${etape}`,
    depart: de.nom,
    arrivee: a?.nom ?? null,
    minutes,
    km,
  }));
}

function ligneTotale({ code, nom, jambes }: Parcours): Ligne {
  const { minutes, km, inconnues } = totalDe(jambes);
  const etape = inconnues === 0 ? "Total" : `Total sans ${inconnues === 1 ? "l'étape inconnue" : `les ${inconnues} étapes inconnues`}`;
  return { code, parcours: nom, etape, depart: jambes[0]?.de.nom ?? null, arrivee: jambes.at(-1)?.a?.nom ?? null, minutes, km };
}

function tableOf(id: string, lignes: readonly Ligne[]): Table {
  const text = (name: string, label: string, pick: (ligne: Ligne) => string | null): TextColumn => ({ name, label, type: "texte", values: lignes.map(pick) });
  const number = (name: string, label: string, unit: NumberColumn["unit"], pick: (ligne: Ligne) => number): NumberColumn =>
    figure(name, label, unit, 1, Float64Array.from(lignes, pick));
  return {
    id,
    length: lignes.length,
    columns: [
      text("code", "Code", ({ code }) => code),
      text("nom", "Étape", ({ etape }) => etape),
      text("parcours", "Parcours", ({ parcours }) => parcours),
      text("depart", "De", ({ depart }) => depart),
      { ...text("arrivee", "À", ({ arrivee }) => arrivee), vide: A_CHOISIR },
      number("minutes", "Minutes par la route", "minutes", ({ minutes }) => minutes),
      number("km", "Kilomètres par la route", "km", ({ km }) => km),
    ],
  };
}

/** Every leg, and the total of each path after its legs. */
export function tableDesJambes(tous: readonly Parcours[]): Table {
  return tableOf("parcours", tous.flatMap((parcours) => [...lignesDe(parcours), ligneTotale(parcours)]));
}

/** The legs that can be drawn. */
export function tableDessinee(tous: readonly Parcours[]): Table {
  const drawn = tous.map((parcours) => ({ parcours, lignes: lignesDe(parcours) }));
  return tableOf("jambes", drawn.flatMap(({ parcours, lignes }) => lignes.filter((_, rang) => (parcours.jambes[rang]?.ligne.length ?? 0) > 1)));
}

/** A figure of each step, the paths side by side, their totals last. */
function coteACote(id: string, titre: string, tous: readonly Parcours[], unit: NumberColumn["unit"], pick: (jambe: Pick<Jambe, "minutes" | "km">) => number): Annexe {
  const etapes = (tous[0]?.jambes ?? []).map(({ etape }, rang) => `${rang + 1}. ${etape}`);
  const total = tous.some(({ jambes }) => totalDe(jambes).inconnues > 0) ? "Total des étapes connues" : "Total";
  // « Patient 1 + MSP »: side by side in a narrow panel, and the sentence above names the maison de santé in full.
  const columns = tous.map(({ code, nom, jambes }) => figure(code.replace("-", "_"), code.endsWith("-msp") ? `${nom.split(",")[0]} + MSP` : nom, unit, 0, Float64Array.of(...jambes.map(pick), pick(totalDe(jambes)))));
  return { id, titre, forme: "lignes", table: { id, length: etapes.length + 1, columns: [{ name: "etape", label: "Étape", type: "texte", values: [...etapes, total] }, ...columns] } };
}

/** Two patients, or one path with and without one more maison de santé, step by step; nothing for a path alone. */
export function annexesDesParcours(tous: readonly Parcours[]): readonly Annexe[] {
  if (tous.length < 2) return [];
  return [coteACote("parcours-minutes", "Étape par étape, en minutes", tous, "minutes", ({ minutes }) => minutes), coteACote("parcours-km", "Étape par étape, en kilomètres", tous, "km", ({ km }) => km)];
}
