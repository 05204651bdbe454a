import { type Column, selectRows, type Table, textValues } from "../../domain/table";
import type { Annexe } from "../analysis";
import { figure } from "../shared/groupes";
import { colonnesDe, type Resultat } from "./colonnes";
import type { Etape } from "./filtres";
import type { Suggestion } from "./suggestions";

const text = (name: string, label: string, values: readonly (string | null)[]): Column => ({ name, label, type: "texte", values });

/** How many communes remain at each step. */
function etapes(territoire: string, total: number, steps: readonly Etape[]): Annexe {
  const counts = (read: (etape: Etape) => number, first: number): Float64Array => Float64Array.of(first, ...steps.map(read));
  const columns = [
    text("etape", "Étape", [territoire, ...steps.map(({ filtre }) => filtre.label)]),
    figure("restants", "Restent", "nombre", 0, counts(({ restants }) => restants, total)),
    figure("ecartes", "Écartées", "nombre", 0, counts(({ ecartes }) => ecartes, 0)),
    ...(steps.some(({ inconnus }) => inconnus > 0) ? [figure("inconnus", "dont sans donnée", "nombre", 0, counts(({ inconnus }) => inconnus, 0))] : []),
    figure("sans_lui", "Sans lui", "nombre", 0, counts(({ sansLui }) => sansLui, Number.NaN)),
  ];
  return { id: "etapes", titre: "Communes qui restent à chaque étape", forme: "lignes", table: { id: "etapes", length: steps.length + 1, columns } };
}

/** Code and name of every commune, then every figure, whether it remains or not. */
function tous(resultat: Resultat): Table {
  const { codes, noms } = resultat.mesures.lieux.groupes;
  return { id: "ou-vivre", length: codes.length, columns: [text("nom", "Commune", noms.map((nom, i) => nom ?? codes[i] ?? null)), text("code", "Code", codes), ...colonnesDe(resultat, false)] };
}

/** A header that a narrow column has room for. */
const court = (column: Column): Column => (column.type === "nombre" && column.part !== undefined ? { ...column, label: `${column.part.nom} (points)` } : column);

/** Communes side by side; their minutes to each service would make it too long to read. */
function comparaison(resultat: Resultat, titre: string, rows: readonly number[]): Annexe {
  const { columns, ...whole } = selectRows(tous(resultat), rows);
  const services = new Set([...resultat.mesures.services.keys()].map((type) => `minutes_${type}`));
  return { id: "comparaison", titre, forme: "fiches", table: { ...whole, id: "comparaison", columns: columns.filter(({ name }) => !services.has(name)).map(court) } };
}

/** A shape needs three axes. */
const AXES_MIN = 3;

/** The notes of the communes compared, one criterion a row; what is known of none of them is left out. */
function profils({ notes, mesures: { lieux: { groupes } } }: Resultat, rows: readonly number[]): readonly Annexe[] {
  const axes = notes.profils.filter((axe) => rows.some((row) => !Number.isNaN(axe.notes[row])));
  if (axes.length < AXES_MIN) return [];
  const columns = rows.map((row) => figure(`note_${groupes.codes[row] ?? row}`, groupes.noms[row] ?? groupes.codes[row] ?? "", "nombre", 0, Float64Array.from(axes, (axe) => axe.notes[row] ?? Number.NaN)));
  return [{ id: "profils", titre: "Profils comparés : chaque critère noté de 0 à 100", forme: "radar", table: { id: "profils", length: axes.length, columns: [text("critere", "Critère", axes.map(({ label }) => label)), ...columns] } }];
}

/** The reader's list in its order, with what is written of each. */
function maListe(resultat: Resultat, rows: readonly number[], notes: readonly string[]): Annexe {
  const whole = selectRows(tous(resultat), rows);
  const codes = textValues(whole, "code");
  const written = codes.map((code) => notes.find((note) => note.slice(0, 5) === code)?.slice(6) ?? null);
  const [nom, code, ...figures] = whole.columns;
  const head = [nom, code].filter((column) => column !== undefined);
  return { id: "liste", titre: "Ma liste", forme: "liste", table: { ...whole, id: "liste", columns: [...head, figure("ordre", "Mon ordre", "nombre", 0, Float64Array.from(rows.keys(), (k) => k + 1)), { ...text("note", "Ma note", written), vide: "" }, ...figures] } };
}

/** Communes that the reader names, by their positions in the order given. */
export interface Choisies {
  /** None: the suggestions are compared. */
  readonly comparees: readonly number[];
  readonly liste: readonly number[];
  readonly notes: readonly string[];
}

export function annexesDe(territoire: string, resultat: Resultat, steps: readonly Etape[], suggested: readonly Suggestion[], { comparees, liste, notes }: Choisies): readonly Annexe[] {
  const compared = comparees.length > 0 ? comparees : suggested.map(({ commune }) => commune);
  return [
    etapes(territoire, resultat.ecartes.length, steps),
    ...(compared.length > 0 ? [comparaison(resultat, comparees.length > 0 ? "Communes comparées" : "Les suggestions côte à côte", compared), ...profils(resultat, compared)] : []),
    maListe(resultat, liste, notes),
  ];
}
