import { useMemo } from "react";
import type { Field, Params } from "../../analyses/analysis";
import { QUOI } from "../../textes/interface";
import { useEtat } from "../app/context";
import { Liste } from "../controls/Champs";
import { Suggestions } from "../controls/Suggestions";
import { codeDe } from "./code-de";
import { useCommunes } from "./use-communes";

interface ChoixProps<K extends "site" | "commune"> {
  readonly champ: Extract<Field, { readonly kind: K }>;
  readonly valeur: Params[string] | undefined;
  readonly changer: (valeur: string) => void;
}

/** One of the sites of the list, or all of them. */
export function ChoixSite({ champ, valeur, changer }: ChoixProps<"site">) {
  const sites = useEtat((etat) => etat.datasets.sites);
  const options = useMemo(() => {
    const noms = (sites?.ids ?? []).map((value, rang) => ({ value, label: sites?.noms[rang] ?? value }));
    return [{ value: "", label: QUOI.tousLesSites }, ...noms.toSorted((a, b) => a.label.localeCompare(b.label, "fr"))];
  }, [sites]);
  const choisi = String(valeur ?? "");
  // A site of another kind, or whose list has not come yet: its id stands for its name.
  const connu = options.some(({ value }) => value === choisi);
  return <Liste libelle={champ.label} aide={champ.help} valeur={choisi} options={connu ? options : [...options, { value: choisi, label: choisi }]} changer={changer} />;
}

/** A commune by its name, chosen among those of the territory, or any of the region by its code. */
export function ChoixCommune({ champ, valeur, changer }: ChoixProps<"commune">) {
  const communes = useCommunes();
  const options = useMemo(() => [...communes].map(([code, nom]) => `${nom} (${code})`).toSorted((a, b) => a.localeCompare(b, "fr")), [communes]);
  const code = String(valeur ?? "");
  const nom = communes.get(code);
  const ecrit = nom === undefined ? code : `${nom} (${code})`;
  return (
    <Suggestions
      // What was being written gives way to what is now chosen, and a code to its name when the communes come.
      key={ecrit}
      libelle={champ.label}
      aide={champ.help}
      valeur={ecrit}
      invite={champ.vide}
      options={options}
      refus={QUOI.communeInconnue}
      lire={(texte) => codeDe(texte, communes)}
      changer={changer}
    />
  );
}
