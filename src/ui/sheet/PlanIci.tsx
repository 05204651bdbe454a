import { useEffect, useState } from "react";
import type { SujetTerritoire } from "../../domain/fiche";
import { clesDuNiveau } from "../../domain/cles-niveau";
import { type Plan, planDe } from "../../domain/plan";
import { textValues } from "../../domain/table";
import { ATELIERS } from "../../textes/ateliers";
import { actionText, planText } from "../../textes/fiches-imprimees";
import { useCommandes, useEtat } from "../app/context";
import { Glose } from "../controls/Glose";

/** What the plan d'attractivité does here: the actions that name this place, and how many are for the whole département. */
export function PlanIci({ sujet }: { readonly sujet: SujetTerritoire }) {
  const { plan } = useCommandes();
  const communes = useEtat((etat) => etat.datasets.territoire?.communes ?? null);
  const [lu, setLu] = useState<Plan | "attente" | null>("attente");
  useEffect(() => {
    let utile = true;
    void plan().then((tout) => utile && setLu(tout));
    return () => {
      utile = false;
    };
  }, [plan]);
  if (lu === "attente" || communes === null) return <p role="status">{ATELIERS.chargement}</p>;
  const row = clesDuNiveau(communes, sujet.niveau).indexOf(sujet.code);
  const nomme = sujet.niveau === "commune" || sujet.niveau === "epci";
  const ici = lu === null ? null : planDe(lu, textValues(communes, "dep")[row] ?? "", nomme ? (textValues(communes, "epci")[row] ?? null) : null);
  if (ici === null) return <p>{ATELIERS.echec}</p>;
  return (
    <>
      <p>
        <Glose texte={planText(ici)} />
      </p>
      <ul>
        {ici.ici.map((action) => (
          <li key={action.intitule}>
            <Glose texte={actionText(action)} />
          </li>
        ))}
      </ul>
    </>
  );
}
