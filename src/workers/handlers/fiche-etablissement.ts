import { type CoucheId, ORIGINE_COUCHE } from "../../domain/couche";
import type { Fait, FaitsFiche, SujetFiche } from "../../domain/fiche";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import { cellAt, findColumn, type Table, textValues } from "../../domain/table";
import type { Loader } from "../loader";
import { lireDisponibles } from "./donnees";
import { minutesDepuis } from "./minutes";

const MINUTES: readonly ResourceName[] = ["communes", "bpe", "communes-couronne", "msp", "corrections", "etablissements", "urgences"];

/** The resource of a layer of points; its corrections stand in a table of their own. */
function ressourcesDe(couche: CoucheId): readonly ResourceName[] {
  const origine = ORIGINE_COUCHE[couche];
  return origine.kind === "points" && origine.resource !== null ? [origine.resource, "corrections"] : [];
}

function rowOf(table: Table, id: string): number {
  const column = findColumn(table, "finess") === undefined ? "id" : "finess";
  return findColumn(table, column)?.type === "texte" ? textValues(table, column).indexOf(id) : -1;
}

/** A cell of any table: null when the column or the value is missing. */
function cellOf(table: Table, row: number, name: string): string | number | null {
  const column = findColumn(table, name);
  const value = column === undefined ? null : cellAt(column, row);
  return typeof value === "boolean" ? null : value;
}

const COLONNES: readonly (readonly [Fait["cle"], string])[] = [
  ["genre", "genre"],
  ["adresse", "adresse"],
  ["ouverture", "ouverture"],
  ["fin-autorisation", "fin_autorisation"],
  ["capacite", "capacite"],
  ["note", "note"],
];

/** The sheet of an établissement: what its register says, and the minutes to the others. */
export async function ficheEtablissement(loader: Loader, sujet: Extract<SujetFiche, { genre: "etablissement" }>): Promise<Outcome<FaitsFiche>> {
  const own = ressourcesDe(sujet.couche);
  const donnees = await lireDisponibles(loader, [...new Set([...own, ...MINUTES])]);
  const found = own.flatMap((name) => {
    const dataset = donnees[name];
    const row = dataset === undefined ? -1 : rowOf(dataset.table, sujet.id);
    return dataset === undefined || row < 0 ? [] : [{ table: dataset.table, row, provenance: dataset.provenance }];
  })[0];
  if (found === undefined) return failure(issue("ressource-illisible", "erreur", { ressource: own[0] ?? sujet.couche, raison: `aucun site « ${sujet.id} »` }));
  const { table, row, provenance } = found;
  const communes = donnees.communes?.table;
  const code = cellOf(table, row, "code_commune");
  const commune = communes === undefined ? null : (textValues(communes, "nom")[textValues(communes, "code").indexOf(String(code))] ?? null);
  const [lon, lat] = [Number(cellOf(table, row, "lon")), Number(cellOf(table, row, "lat"))];
  const minutes = await minutesDepuis(loader, donnees, { code: commune === null ? null : String(code), lon, lat });
  // The note of the site itself, else what its register says of all of its sites.
  const limite: readonly Fait[] = cellOf(table, row, "note") === null && provenance.note !== undefined ? [{ cle: "note", valeur: provenance.note }] : [];
  const columns = COLONNES.flatMap(([cle, name]): Fait[] => (findColumn(table, name) === undefined || (cle === "note" && limite.length > 0) ? [] : [{ cle, valeur: cellOf(table, row, name) }]));
  return success({
    sujet,
    nom: String(cellOf(table, row, "nom") ?? sujet.id),
    dans: commune === null ? [] : [commune],
    faits: [...columns, { cle: "commune", valeur: commune }, ...limite, ...minutes.faits],
    sources: [provenance, ...minutes.sources],
  });
}
