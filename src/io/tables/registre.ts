import type { Importable } from "../../domain/table-importee";
import { agesMedecins } from "./ages";
import { consultations } from "./consultations";
import { cpts } from "./cpts";
import type { FormatTable } from "./format";
import { hebergements } from "./hebergements";
import { positionsDe } from "./lecteur";
import { secteursGarde } from "./secteurs-garde";
import { soinsNonProgrammes } from "./soins-non-programmes";
import { stages } from "./stages";
import { zonageCompare } from "./zonage";

/** Every kind of table that the user may bring. One line each. */
export const FORMATS_TABLES: Readonly<Record<Importable, FormatTable>> = {
  stages,
  "zonage-compare": zonageCompare,
  "ages-medecins": agesMedecins,
  cpts,
  "soins-non-programmes": soinsNonProgrammes,
  "secteurs-garde": secteursGarde,
  hebergements,
  consultations,
};

/** The kinds whose columns a header holds: those recognised by the most of them. Several when nothing tells them apart; none when it is no such table. */
export function reconnaitre(header: readonly string[]): readonly FormatTable[] {
  const scores = Object.values(FORMATS_TABLES).map((format) => {
    const positions = positionsDe(header, format.colonnes);
    const held = format.signatures.filter((signature) => signature.every((name) => (positions[name] ?? -1) >= 0));
    return { format, score: Math.max(0, ...held.map(({ length }) => length)) };
  });
  const best = Math.max(...scores.map(({ score }) => score));
  return best === 0 ? [] : scores.filter(({ score }) => score === best).map(({ format }) => format);
}
