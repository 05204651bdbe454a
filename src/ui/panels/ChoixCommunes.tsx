import { useMemo, useState } from "react";
import type { Field } from "../../analyses/analysis";
import { nomVise } from "../../analyses/shared/rangs";
import { CHOIX_COMMUNE } from "../../textes/choix-commune";
import { QUOI } from "../../textes/interface";
import { BoutonIcone } from "../controls/Bouton";
import { Suggestions } from "../controls/Suggestions";
import s from "./ChoixCommunes.module.css";
import { codeDe, codeDuLieu } from "./code-de";
import { useCommunes } from "./use-communes";

interface ChoixCommunesProps {
  readonly champ: Extract<Field, { readonly kind: "communes" }>;
  /** Codes. */
  readonly choisies: readonly string[];
  readonly changer: (codes: readonly string[]) => void;
}

/** Several communes by their names: those chosen, each with the way to take it off, and a field for one more. */
export function ChoixCommunes({ champ, choisies, changer }: ChoixCommunesProps) {
  const communes = useCommunes();
  const [tour, setTour] = useState(0);
  const options = useMemo(() => [...communes].map(([code, nom]) => `${nom} (${code})`).toSorted((a, b) => a.localeCompare(b, "fr")), [communes]);
  const nomDe = (code: string): string => nomVise(code, (commune) => communes.get(commune));
  const ajouter = (code: string): void => {
    if (code !== "" && !choisies.includes(code)) changer([...choisies, code]);
    setTour(tour + 1);
  };
  return (
    <div className={s["champ"]}>
      {choisies.length < champ.max && (
        <Suggestions key={tour} libelle={champ.label} aide={champ.help} valeur="" invite={champ.vide} options={options} refus={champ.rangs === true ? CHOIX_COMMUNE.lieuInconnu : CHOIX_COMMUNE.inconnue} lire={(texte) => (champ.rangs === true ? codeDuLieu : codeDe)(texte, communes)} changer={ajouter} />
      )}
      {choisies.length > 0 && (
        <ul className={s["choisies"]} aria-label={champ.label}>
          {choisies.map((code) => (
            <li key={code}>
              {nomDe(code)}
              <BoutonIcone icone="fermer" nom={QUOI.retirer(nomDe(code))} onClick={() => changer(choisies.filter((other) => other !== code))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
