import { useState } from "react";
import type { ActionPlan, Plan as PlanLu } from "../../domain/plan";
import { placeText } from "../../textes/ateliers";
import { indicateurPlanText, PLAN } from "../../textes/plan";
import { TERRAIN } from "../../textes/terrain";
import { useCommandes } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Liste } from "../controls/Champs";
import { Glose } from "../controls/Glose";
import { Faits } from "./Faits";
import { PlanFrise } from "./PlanFrise";
import { PlanTableau } from "./PlanTableau";
import s from "./Terrain.module.css";
import { useLu } from "./use-lu";

/** The plan d'attractivité: its actions by state or in time, and what the user notes of each. */
export function Plan() {
  const { plan } = useCommandes();
  const lu = useLu(plan);
  if (lu === "attente") return <p role="status">{TERRAIN.chargement}</p>;
  if (lu === null) return <p>{TERRAIN.echec}</p>;
  return <PlanLisible plan={lu} />;
}

const VUES = [
  { value: "tableau", label: PLAN.tableau },
  { value: "frise", label: PLAN.frise },
] as const;

function PlanLisible({ plan }: { readonly plan: PlanLu }) {
  const { exporterPlan } = useCommandes();
  const [vue, setVue] = useState<string>("tableau");
  const [axe, setAxe] = useState("");
  const [pilote, setPilote] = useState("");
  const pilotes = [...new Set(plan.actions.flatMap((action) => action.pilotes))].toSorted((a, b) => a.localeCompare(b, "fr"));
  const gardees = plan.actions.filter((action: ActionPlan) => (axe === "" || action.axe === axe) && (pilote === "" || action.pilotes.includes(pilote)));
  return (
    <>
      <p className={s["chapeau"]}>
        <Glose texte={PLAN.chapeau} />
      </p>
      <div className={s["filtres"]}>
        <Liste libelle={PLAN.vue} valeur={vue} changer={setVue} options={VUES} />
        <Liste libelle={PLAN.axe} valeur={axe} changer={setAxe} options={[{ value: "", label: PLAN.tousAxes }, ...plan.axes.map(({ id, intitule }) => ({ value: id, label: intitule }))]} />
        <Liste libelle={PLAN.pilote} valeur={pilote} changer={setPilote} options={[{ value: "", label: PLAN.tousPilotes }, ...pilotes.map((nom) => ({ value: nom, label: nom }))]} />
        <Bouton icone="exporter" onClick={() => void exporterPlan()}>
          {PLAN.exporter}
        </Bouton>
        <p role="status" className={s["compte"]}>
          {PLAN.compte(gardees.length)}
        </p>
      </div>
      {vue === "frise" ? <PlanFrise actions={gardees} plan={plan} /> : <PlanTableau actions={gardees} plan={plan} />}
      <Indicateurs plan={plan} />
    </>
  );
}

function Indicateurs({ plan: { indicateurs, axes, document } }: { readonly plan: PlanLu }) {
  return (
    <>
      <h2 className={s["section"]}>{PLAN.indicateurs}</h2>
      <dl className={s["indicateurs"]}>
        {indicateurs.map((un) => (
          <div key={un.id}>
            <dt>
              <Glose texte={un.libelle} />
            </dt>
            <dd>
              {indicateurPlanText(un)} <small>{placeText(un.lignes)}</small>
            </dd>
            {un.note !== null && <dd className={s["note"]}>{un.note}</dd>}
          </div>
        ))}
      </dl>
      <h2 className={s["section"]}>{PLAN.resultats}</h2>
      {axes.map(({ id, intitule, resultats_attendus: attendus }) => (
        <div key={id}>
          <h3>{intitule}</h3>
          <Faits faits={attendus} />
        </div>
      ))}
      <p className={s["note"]}>{document.note}</p>
    </>
  );
}
