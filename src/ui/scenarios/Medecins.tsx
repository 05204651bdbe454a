import { useMemo, useState } from "react";
import { ECART_MAX } from "../../domain/changements";
import { CHOIX_COMMUNE } from "../../textes/choix-commune";
import { SCENARIOS } from "../../textes/scenarios";
import { useEtat } from "../app/context";
import { BoutonIcone } from "../controls/Bouton";
import { Suggestions } from "../controls/Suggestions";
import { codeDe } from "../panels/code-de";
import { useCommunes } from "../panels/use-communes";
import s from "./Scenarios.module.css";
import { useScenarios } from "./use-scenarios";

/** General practitioners supposed, commune by commune. */
export function Medecins() {
  const medecins = useEtat((etat) => etat.document.courant.medecins);
  const communes = useCommunes();
  const faire = useScenarios();
  const [tour, setTour] = useState(0);
  const options = useMemo(() => [...communes].map(([code, nom]) => `${nom} (${code})`).toSorted((a, b) => a.localeCompare(b, "fr")), [communes]);
  const ajouter = (code: string): void => {
    if (code !== "" && communes.has(code) && medecins[code] === undefined) faire((commandes) => commandes.changerMedecins(code, 1));
    setTour(tour + 1);
  };
  return (
    <fieldset className={s["medecins"]}>
      <legend>{SCENARIOS.medecins}</legend>
      <p className={s["note"]}>{SCENARIOS.medecinsAide}</p>
      <ul>
        {Object.entries(medecins).map(([code, ecart]) => {
          const nom = communes.get(code) ?? code;
          return (
            <li key={code}>
              <span>{nom}</span>
              <input
                type="number"
                aria-label={SCENARIOS.ecart(nom)}
                min={-ECART_MAX}
                max={ECART_MAX}
                step={1}
                value={ecart}
                onChange={(event) => Number.isInteger(event.target.valueAsNumber) && event.target.valueAsNumber !== 0 && faire((commandes) => commandes.changerMedecins(code, event.target.valueAsNumber))}
              />
              <BoutonIcone icone="retirer" nom={SCENARIOS.retirerMedecins(nom)} onClick={() => faire((commandes) => commandes.changerMedecins(code, 0))} />
            </li>
          );
        })}
      </ul>
      <Suggestions key={tour} libelle={SCENARIOS.commune} valeur="" invite={SCENARIOS.communeVide} options={options} refus={CHOIX_COMMUNE.inconnue} lire={(texte) => codeDe(texte, communes)} changer={ajouter} />
    </fieldset>
  );
}
