import type { ActionPlan, Plan } from "../../domain/plan";
import { dernierEtat, ETATS_SUIVI } from "../../domain/suivi-plan";
import { PLAN } from "../../textes/plan";
import { useEtat } from "../app/context";
import { PlanAction } from "./PlanAction";
import p from "./Plan.module.css";
import s from "./Terrain.module.css";

interface PlanTableauProps {
  readonly actions: readonly ActionPlan[];
  readonly plan: Plan;
}

/** One column a state; an action changes column when its state is noted. */
export function PlanTableau({ actions, plan }: PlanTableauProps) {
  const suivi = useEtat((etat) => etat.session.suivi) ?? {};
  return (
    <div className={p["tableau"]}>
      {ETATS_SUIVI.map((etat) => {
        const ici = actions.filter(({ id }) => dernierEtat(suivi, id) === etat);
        return (
          <section key={etat} aria-label={etat} className={p["colonne"]}>
            <h2>
              {etat} <span className={p["nombre"]}>{ici.length}</span>
            </h2>
            {ici.length === 0 && <p className={s["note"]}>{PLAN.vide}</p>}
            <ul>
              {ici.map((action) => (
                <li key={action.id}>
                  <PlanAction action={action} plan={plan} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
