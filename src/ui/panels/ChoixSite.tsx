import { useMemo } from "react";
import type { Field, Params } from "../../analyses/analysis";
import { QUOI } from "../../textes/interface";
import { useEtat } from "../app/context";
import { Liste } from "../controls/Champs";

interface ChoixSiteProps {
  readonly champ: Extract<Field, { readonly kind: "site" }>;
  readonly valeur: Params[string] | undefined;
  readonly changer: (valeur: string) => void;
}

/** One of the sites of the list, or all of them. */
export function ChoixSite({ champ, valeur, changer }: ChoixSiteProps) {
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
