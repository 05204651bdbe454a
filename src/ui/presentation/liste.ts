import type { Description, Params } from "../../analyses/analysis";
import { reglagesEnMots } from "../../analyses/shared/reglages";
import { listeImprimee, STYLE_LISTE } from "../../documents/liste/liste-imprimee";
import { textValues } from "../../domain/table";
import type { State } from "../../store/state";
import { formatJour } from "../../textes/interface";
import { sentenceText } from "../../textes/sentences";
import { imprimerCorps } from "./imprimer-corps";

/** What was asked, in words: neither what the page shows by itself, nor what was left open. */
function demande(etat: State, { fields, defaults }: Description, params: Params): readonly string[] {
  const communes = etat.datasets.territoire?.communes;
  const noms = communes === undefined ? new Map<string | null, string | null>() : new Map(textValues(communes, "code").map((code, row) => [code, textValues(communes, "nom")[row] ?? null]));
  const asked = fields.filter(({ kind, name }) => !["communes", "notes", "points"].includes(kind) && ![0, ""].includes(params[name] as string | number) && !(Array.isArray(params[name]) && params[name].length === 0));
  const named = Object.fromEntries(asked.filter(({ kind }) => kind === "commune").map(({ name }) => [name, noms.get(String(params[name])) ?? String(params[name])]));
  return reglagesEnMots({ fields: asked, defaults }, { ...params, ...named });
}

/** Prints the reader's list of the present result. Throws when there is none. */
export function imprimerListe(etat: State, analyse: Description, params: Params): void {
  const output = etat.results.courant?.output;
  const liste = output?.annexes?.find(({ forme }) => forme === "liste")?.table;
  if (output === undefined || liste === undefined) throw new Error("no list to print");
  const profils = output.annexes?.find(({ forme }) => forme === "radar") ?? null;
  const corps = listeImprimee({
    territoire: etat.datasets.territoire?.territoire.nom ?? "",
    phrase: sentenceText(output.summary),
    liste,
    profils,
    reglages: demande(etat, analyse, params),
    sources: output.sources,
    date: formatJour(Date.now()),
  });
  imprimerCorps(corps, STYLE_LISTE);
}
