import { type Issue, issue } from "../../domain/issue";
import type { CommuneLue } from "./lecteur";

/** What a row says of a commune of which only one thing can be said: its zone, its sector. */
export interface LigneCommune {
  readonly row: number;
  readonly commune: CommuneLue;
  readonly valeur: string;
}

export interface ParCommune {
  readonly valeurs: readonly (readonly [code: string, valeur: string])[];
  /** Rows left out: the communes that a present one is made of disagree, and it has no row of its own. */
  readonly perdues: number;
  readonly issues: readonly Issue[];
}

/** One value a present commune: that of its own row, else that of the communes it is made of when they agree; told when they do not. */
export function unParCommune(lignes: readonly LigneCommune[], file: string): ParCommune {
  const groupes = new Map<string, LigneCommune[]>();
  for (const ligne of lignes) groupes.set(ligne.commune.code, [...(groupes.get(ligne.commune.code) ?? []), ligne]);
  const valeurs: (readonly [string, string])[] = [];
  const issues: Issue[] = [];
  let perdues = 0;
  for (const [code, rows] of groupes) {
    const told = new Set(rows.map(({ valeur }) => valeur));
    const gardee = rows.find(({ commune }) => !commune.reportee)?.valeur ?? (told.size === 1 ? rows[0]?.valeur : undefined);
    if (gardee === undefined) perdues += rows.length;
    else valeurs.push([code, gardee]);
    for (const other of rows.filter(({ valeur }) => valeur !== gardee)) {
      issues.push(issue("valeurs-contraires", gardee === undefined ? "erreur" : "avertissement", { code, valeur: other.valeur, gardee: gardee ?? null }, { file, row: other.row }));
    }
  }
  return { valeurs, perdues, issues };
}
