import type { Description, Field, Params } from "../../analyses/analysis";
import { lirePoints } from "../../analyses/shared/points-donnes";
import { nomVise } from "../../analyses/shared/rangs";
import { libelleScenario } from "../../domain/vitesses";
import { etatsDe } from "../../project/etats";
import type { State } from "../../store/state";
import { formatList, formatNumber, formatQuantity } from "../../textes/format";
import { RAPPORT } from "../../textes/rapport";
import { SCENARIOS } from "../../textes/scenarios";
import { textValues } from "../../domain/table";

type Lire = (valeur: Params[string], etat: State) => string;

function nomsDesCommunes({ datasets }: State, codes: readonly string[]): string {
  const table = datasets.territoire?.communes;
  const noms = table === undefined ? new Map<string, string>() : new Map(textValues(table, "code").map((code, rang) => [code ?? "", textValues(table, "nom")[rang] ?? code ?? ""]));
  const connus = codes.filter((code) => code !== "").map((code) => nomVise(code, (commune) => noms.get(commune)));
  return connus.length === 0 ? RAPPORT.aucune : formatList(connus);
}

const liste = (valeur: Params[string]): readonly string[] => (typeof valeur === "object" ? valeur : [String(valeur)]);

/** How a parameter is written, by the kind of its field. */
const PAR_GENRE: { readonly [K in Field["kind"]]: (champ: Extract<Field, { readonly kind: K }>) => Lire } = {
  choix: ({ options }) => (valeur) => options.find(({ value }) => value === valeur)?.label ?? String(valeur),
  "choix-multiple": ({ options }) => (valeur) => {
    const labels = options.filter(({ value }) => liste(valeur).includes(value)).map(({ label }) => label);
    return labels.length === 0 ? RAPPORT.aucun : formatList(labels);
  },
  site: () => (valeur) => (valeur === "" ? SCENARIOS.tous : String(valeur)),
  commune: () => (valeur, etat) => nomsDesCommunes(etat, liste(valeur)),
  communes: () => (valeur, etat) => nomsDesCommunes(etat, liste(valeur)),
  points: () => (valeur, { document: { courant: { selection: { ajouts, exclus } } } }) => {
    const noms = [...lirePoints(liste(valeur)), ...ajouts.filter(({ id }) => !exclus.includes(id))].map(({ nom }) => nom);
    return noms.length === 0 ? RAPPORT.aucun : formatList(noms);
  },
  notes: () => (valeur) => (liste(valeur).length === 0 ? RAPPORT.aucune : liste(valeur).join(" ; ")),
  etats: ({ max }) => (valeur, { document: { courant } }) => {
    const etats = etatsDe(courant);
    const choisis = etats.filter(({ id }) => liste(valeur).includes(id));
    return formatList((choisis.length < 2 ? etats.slice(0, max) : choisis).map(({ nom }) => nom));
  },
  poids: () => (valeur) => formatQuantity(Number(valeur), "nombre"),
  case: () => (valeur) => (valeur === true ? RAPPORT.oui : RAPPORT.non),
  curseur: ({ unit }) => (valeur) => (unit === "annee" ? String(valeur) : `${formatNumber(Number(valeur), Number.isInteger(valeur) ? 0 : 1)} ${unit}`.trim()),
};

/** Every rule and setting a result hangs on, in words, in the order of the form. */
export function reglagesDe(etat: State, analyse: Description, params: Params): readonly { readonly nom: string; readonly valeur: string }[] {
  const { courant } = etat.document;
  const lire = (champ: Field): string => (PAR_GENRE[champ.kind] as (champ: Field) => Lire)(champ)(params[champ.name] ?? "", etat);
  const officiels = courant.selection.corrections ? RAPPORT.sitesOfficiels : RAPPORT.sitesSansCorrections;
  const seul = [
    { nom: RAPPORT.etat, valeur: `${etatsDe(courant).find(({ id }) => id === (courant.actif ?? "present"))?.nom ?? ""} : ${SCENARIOS.resume(courant)}` },
    { nom: RAPPORT.vitesses, valeur: courant.vitesses === null ? RAPPORT.vitessesDefaut : libelleScenario(courant.vitesses) },
  ];
  return [
    { nom: RAPPORT.territoire, valeur: etat.datasets.territoire?.territoire.nom ?? "" },
    ...analyse.fields.filter(({ si }) => si?.(params) !== false).map((champ) => ({ nom: champ.label, valeur: lire(champ) })),
    { nom: RAPPORT.sites, valeur: courant.sites === null ? officiels : RAPPORT.sitesMiens(courant.sites.ids.length) },
    ...(analyse.etats === true ? etatsDe(courant).map(({ nom, ...changements }) => ({ nom, valeur: SCENARIOS.resume(changements) })) : seul),
  ];
}
