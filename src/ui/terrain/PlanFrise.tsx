import { type ActionPlan, type PeriodePlan, periodeDe, type Plan } from "../../domain/plan";
import { dernierEtat } from "../../domain/suivi-plan";
import { PLAN, periodeText } from "../../textes/plan";
import { useEtat } from "../app/context";
import { Glose } from "../controls/Glose";
import p from "./Plan.module.css";
import s from "./Terrain.module.css";

interface PlanFriseProps {
  readonly actions: readonly ActionPlan[];
  readonly plan: Plan;
}

/** The actions in time, by axis: a table whose last column is drawn, and said. */
export function PlanFrise({ actions, plan }: PlanFriseProps) {
  const suivi = useEtat((etat) => etat.session.suivi) ?? {};
  const periodes = plan.actions.map(periodeDe).filter((periode) => periode !== null);
  const debut = 12 * Math.floor(Math.min(...periodes.map((periode) => periode.debut)) / 12);
  const fin = 12 * Math.ceil((Math.max(...periodes.map((periode) => periode.fin)) + 1) / 12) + 6;
  return (
    <div className={s["cadre"]}>
      <table className={`${s["table"]} ${p["frise"]}`}>
        <thead>
          <tr>
            <th scope="col">{PLAN.colonneAction}</th>
            <th scope="col">{PLAN.etat}</th>
            <th scope="col">
              {PLAN.colonnePeriode}
              <Annees debut={debut} fin={fin} />
            </th>
          </tr>
        </thead>
        {plan.axes.map(({ id: axe, intitule }) => {
          const siennes = actions.filter((action) => action.axe === axe);
          return siennes.length === 0 ? null : (
            <tbody key={axe}>
              <tr>
                <th scope="rowgroup" colSpan={3} className={p["axe"]}>
                  {intitule}
                </th>
              </tr>
              {siennes.map((action) => (
                <tr key={action.id}>
                  <th scope="row">
                    <Glose texte={action.intitule} />
                    <span className={`${s["note"]} ${p["detail"]}`}>{action.pilotes.join(", ")}</span>
                  </th>
                  <td data-libelle={PLAN.etat}>{dernierEtat(suivi, action.id)}</td>
                  <td className={p["trait"]}>
                    <Trait periode={periodeDe(action)} debut={debut} fin={fin} />
                    <span className={`${s["note"]} ${p["detail"]}`}>{periodeText(periodeDe(action))}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

interface Bornes {
  readonly debut: number;
  readonly fin: number;
}

function Annees({ debut, fin }: Bornes) {
  const annees = Array.from({ length: Math.ceil((fin - debut) / 12) }, (_, rang) => debut / 12 + rang);
  return (
    <span className={p["annees"]} aria-hidden="true">
      {annees.map((annee) => (
        <span key={annee} style={{ flex: `${Math.min(12, fin - 12 * annee)} 1 0` }}>
          {annee}
        </span>
      ))}
    </span>
  );
}

/** Full where both ends are dated; dashed to the right edge where it goes on. The words beside it say the same. */
function Trait({ periode, debut, fin }: Bornes & { readonly periode: PeriodePlan | null }) {
  if (periode === null) return null;
  const x = periode.debut - debut;
  const annees = Array.from({ length: Math.floor((fin - debut) / 12) }, (_, rang) => 12 * (rang + 1));
  return (
    <svg className={p["dessin"]} viewBox={`0 0 ${fin - debut} 10`} preserveAspectRatio="none" aria-hidden="true">
      {annees.map((annee) => (
        <path key={annee} className={p["repere"]} d={`M${annee} 0V10`} />
      ))}
      {periode.ouverte ? <path className={p["ouvert"]} d={`M${x} 5H${fin - debut}`} /> : <rect className={s["plein"]} x={x} y="2" width={periode.fin - periode.debut + 1} height="6" />}
      <path className={p["debut"]} d={`M${x} 0V10`} />
    </svg>
  );
}
