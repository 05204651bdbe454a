import { type Issue, issue } from "../../domain/issue";
import { ESTIMATION, nomOrigine, type OrigineMinutes, ROUTE } from "../../domain/origine-minutes";
import type { Column } from "../../domain/table";
import type { FactValue, Inputs } from "../analysis";

/** One origin for the whole result: an outside engine when it was asked, the road graph, else the crow flies. */
export function origineOf({ moteur, reseau }: Inputs): OrigineMinutes {
  if (moteur !== undefined) return moteur.origine;
  return reseau === null ? ESTIMATION : ROUTE;
}

/** What must be known of minutes that are not those of the road graph. */
export function origineIssues(inputs: Inputs): readonly Issue[] {
  const territoire = inputs.perimetre.territoire.nom;
  return origineOf(inputs).kind === "estimation" ? [issue("estimation-vol-oiseau", "avertissement", { territoire })] : [];
}

/** The fact of the command line; none for minutes of the road graph. */
export function origineFact(origine: OrigineMinutes): Readonly<Record<string, FactValue>> {
  const nom = nomOrigine(origine);
  return nom === null ? {} : { origine_minutes: nom };
}

/** « … (estimation à vol d'oiseau) »: a title or a header says where its minutes come from. */
export function titled(title: string, origine: OrigineMinutes): string {
  const nom = nomOrigine(origine);
  return nom === null ? title : `${title} (${nom})`;
}

/** What a row travels with when its minutes are not those of the road graph: exports keep it. `known`: rows that have minutes. */
export function origineColumn(origine: OrigineMinutes, length: number, known: (row: number) => boolean): readonly Column[] {
  const nom = nomOrigine(origine);
  if (nom === null) return [];
  const texte = origine.kind === "moteur" ? `${nom}, ${origine.date}` : nom;
  return [{ name: "origine_minutes", label: "Origine des minutes", type: "texte", values: Array.from({ length }, (_, row) => (known(row) ? texte : null)) }];
}
