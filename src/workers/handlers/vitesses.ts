import { success } from "../../domain/outcome";
import { CLES_VITESSE, type KmhParCle } from "../../domain/vitesses";
import { kmhOf, scenarioSpeeds } from "../../geo/speed-scenario";
import type { SpeedTable } from "../../geo/speeds";
import type { Loader } from "../loader";
import type { Handler } from "../server";

function tableDe(speeds: SpeedTable): KmhParCle {
  return Object.fromEntries(CLES_VITESSE.map((cle) => [cle, kmhOf(speeds, cle)])) as KmhParCle;
}

/** The default speeds, and those of a scenario. */
export const vitesses =
  (loader: Loader): Handler<"vitesses"> =>
  async ({ scenario }) => {
    const read = await loader.vitesses();
    if (!read.ok) return read;
    const { speeds } = read.value;
    const supposed = scenario === null ? speeds : scenarioSpeeds(speeds, scenario);
    return success({ defaut: tableDe(speeds), supposees: tableDe(supposed), secondesVille: supposed.secPerCityKm });
  };
