import { CLASSES_ROUTE, CLES_VITESSE, type CleVitesse, KMH_MIN, MILIEUX, type Milieu, type Prereglage, type ScenarioVitesses } from "../domain/vitesses";
import type { SpeedTable } from "./speeds";

/** km/h of a cell of the table: the one the user sees and changes. */
export function kmhOf({ kmh, dense }: SpeedTable, cle: CleVitesse): number {
  const [roadClass, milieu] = placeOf(cle);
  return (milieu === "dense" ? dense[roadClass] : kmh[2 * roadClass + (milieu === "urbain" ? 0 : 1)]) ?? Number.NaN;
}

function placeOf(cle: CleVitesse): readonly [roadClass: number, milieu: Milieu] {
  const at = CLES_VITESSE.indexOf(cle);
  return [Math.floor(at / MILIEUX.length), MILIEUX[at % MILIEUX.length] ?? "rural"];
}

/**
 * What each ready-made hypothesis does to a speed. None is measured: they are round figures to reason with, which
 * the panel shows in its table. Peak hours slow the towns, dense ones most; snow slows everything.
 */
const PREREGLAGE: Record<Prereglage, (kmh: number, cle: CleVitesse) => number> = {
  pointe: (kmh, cle) => kmh * { dense: 0.7, urbain: 0.8, rural: 0.95 }[placeOf(cle)[1]],
  "secondaire-10": (kmh, cle) => (CLASSES_ROUTE[placeOf(cle)[0]] === "secondaire" ? kmh - 10 : kmh),
  neige: (kmh) => kmh * 0.6,
};

/** A table of whole-tenth km/h, never under KMH_MIN, after the hypotheses of the user; closed classes listed apart. */
export function applyScenario(table: SpeedTable, { prereglage, kmh, fermees }: ScenarioVitesses): SpeedTable {
  const speed = (cle: CleVitesse): number => {
    const given = kmh[cle];
    if (given !== undefined) return given;
    const before = kmhOf(table, cle);
    return prereglage === null ? before : Math.max(KMH_MIN, Math.round(PREREGLAGE[prereglage](before, cle) * 10) / 10);
  };
  const ramp = table.kmh[2 * CLASSES_ROUTE.length] ?? Number.NaN;
  return {
    ...table,
    kmh: [...CLASSES_ROUTE.flatMap((classe) => [speed(`${classe}/urbain`), speed(`${classe}/rural`)]), prereglage === null ? ramp : Math.round(PREREGLAGE[prereglage](ramp, "autoroute/rural") * 10) / 10],
    dense: CLASSES_ROUTE.map((classe) => speed(`${classe}/dense`)),
    closed: fermees.map((classe) => CLASSES_ROUTE.indexOf(classe)),
  };
}
