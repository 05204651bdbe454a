import { type Column, selectRows, type Table } from "../../domain/table";
import type { Annexe } from "../analysis";
import { figure } from "../shared/groupes";
import { colonnesDe, type Resultat } from "./colonnes";
import type { Etape } from "./filtres";
import { ECART_KM, type Raison, type Suggestion } from "./suggestions";

const text = (name: string, label: string, values: readonly (string | null)[]): Column => ({ name, label, type: "texte", values });

const RAISONS: Readonly<Record<Raison, string>> = {
  score: "Le meilleur score",
  "autre-profil": `Le meilleur score à ${ECART_KM} km ou plus des précédentes, et fait d'autres qualités`,
  ailleurs: `Le meilleur score à ${ECART_KM} km ou plus des précédentes`,
  suivante: "Le score suivant : rien de plus différent ne reste",
};

/** How many communes remain at each step. */
function etapes(territoire: string, total: number, steps: readonly Etape[]): Annexe {
  const counts = (read: (etape: Etape) => number, first: number): Float64Array => Float64Array.of(first, ...steps.map(read));
  const columns = [
    text("etape", "Étape", [territoire, ...steps.map(({ filtre }) => filtre.label)]),
    figure("restants", "Restent", "nombre", 0, counts(({ restants }) => restants, total)),
    figure("ecartes", "Écartées ici", "nombre", 0, counts(({ ecartes }) => ecartes, 0)),
    figure("inconnus", "dont sans donnée", "nombre", 0, counts(({ inconnus }) => inconnus, 0)),
    figure("sans_lui", "Resteraient sans ce seul filtre", "nombre", 0, counts(({ sansLui }) => sansLui, Number.NaN)),
  ];
  return { id: "etapes", titre: "Communes qui restent à chaque étape", forme: "lignes", table: { id: "etapes", length: steps.length + 1, columns } };
}

/** What brings a commune most of its points, in a few words. */
function atouts({ notes: { criteres, contributions } }: Resultat, i: number): string {
  const points = criteres.map(({ label }, k) => ({ label, value: contributions[k]?.[i] ?? Number.NaN })).filter(({ value }) => value > 0);
  return points.toSorted((a, b) => b.value - a.value).slice(0, 2).map(({ label, value }) => `${label} (${Math.round(value)})`).join(", ");
}

/** Code and name of every commune, then every figure, whether it remains or not. */
function tous(resultat: Resultat): Table {
  const { codes, noms } = resultat.mesures.lieux.groupes;
  return { id: "ou-vivre", length: codes.length, columns: [text("nom", "Commune", noms.map((nom, i) => nom ?? codes[i] ?? null)), text("code", "Code", codes), ...colonnesDe(resultat, false)] };
}

function suggestions(resultat: Resultat, suggested: readonly Suggestion[]): Annexe {
  const whole = selectRows(tous(resultat), suggested.map(({ commune }) => commune));
  const pick = (name: string): readonly Column[] => whole.columns.filter((column) => column.name === name);
  const columns = [
    ...pick("nom"),
    ...pick("score"),
    ...pick("minutes"),
    text("raison", "Pourquoi elle", suggested.map(({ raison }) => RAISONS[raison])),
    text("atouts", "Ses atouts (points)", suggested.map(({ commune }) => atouts(resultat, commune))),
    ...pick("code"),
  ];
  return { id: "suggestions", titre: "Trois suggestions qui diffèrent", forme: "lignes", table: { ...whole, id: "suggestions", columns } };
}

/** Communes side by side. */
const cote = (resultat: Resultat, id: string, titre: string, rows: readonly number[]): Annexe => ({ id, titre, forme: "fiches", table: { ...selectRows(tous(resultat), rows), id } });

/** @param comparees positions of the communes to compare; none: the suggestions */
export function annexesDe(territoire: string, resultat: Resultat, steps: readonly Etape[], suggested: readonly Suggestion[], comparees: readonly number[], liste: readonly number[]): readonly Annexe[] {
  const compared = comparees.length > 0 ? comparees : suggested.map(({ commune }) => commune);
  return [
    etapes(territoire, resultat.ecartes.length, steps),
    ...(suggested.length > 0 ? [suggestions(resultat, suggested)] : []),
    ...(compared.length > 0 ? [cote(resultat, "comparaison", comparees.length > 0 ? "Communes comparées" : "Les suggestions côte à côte", compared)] : []),
    ...(liste.length > 0 ? [cote(resultat, "liste", "Ma liste, dans l'ordre", liste)] : []),
  ];
}
