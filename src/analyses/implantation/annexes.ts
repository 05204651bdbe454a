import { chooseGreedily } from "../../geo/siting/greedy";
import type { SitingModel } from "../../geo/siting/models";
import type { Siting } from "../../geo/siting/problem";
import { servedInTurn, serveInOrder } from "../../geo/siting/with-places";
import type { Annexe, Output } from "../analysis";
import { figure } from "../shared/groupes";
import type { ImplantationParams } from "./description";

/** Sites of which the curve is given. */
const COURBE = 10;

/** Inhabitants covered with 0, 1, 2, 3… sites chosen one after the other: a good choice of each number, not the best. Only for the model that counts them. */
function courbe(siting: Siting, modele: SitingModel): readonly number[] {
  if (modele !== "mclp") return [];
  const { matrix, weight, base, limit, capacities } = siting;
  const { imposed, tooNear } = siting.rules;
  // What each number of sites would do, whatever the budget.
  const rules = { imposed, tooNear };
  if (capacities !== undefined) return servedInTurn(siting, capacities, serveInOrder({ ...siting, rules }, capacities, Array.from(siting.names.keys()), COURBE).chosen);
  const { gains } = chooseGreedily(matrix, (point, minutes) => (minutes <= limit ? 0 : weight[point]!), base, rules, (chosen) => chosen >= COURBE);
  let covered = base.reduce((sum, minutes, point) => (minutes <= limit ? sum + weight[point]! : sum), 0);
  return [covered, ...gains.map((gain) => (covered += gain))];
}

export function courbeFacts(siting: Siting, modele: SitingModel): Output["facts"] {
  return Object.fromEntries(courbe(siting, modele).slice(1).map((covered, rang) => [`couverts_glouton_${rang + 1}`, covered]));
}

/** What the choice would be with more sites or fewer. */
export function annexesDe(siting: Siting, { modele, seuil_minutes: seuil }: ImplantationParams): readonly Annexe[] {
  const covered = courbe(siting, modele);
  if (covered.length < 2) return [];
  const table = {
    id: "implantation-courbe",
    length: covered.length,
    columns: [figure("sites", "Sites de plus", "nombre", 0, Float64Array.from(covered.keys())), figure("habitants_couverts", `Habitants à ${seuil} min au plus`, "habitants", 0, Float64Array.from(covered))],
  };
  return [{ id: "courbe", titre: "Habitants couverts, un site après l'autre", forme: "courbes", table }];
}
