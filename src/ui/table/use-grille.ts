import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from "@tanstack/react-table";
import type { ColumnDef, SortingState } from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { type Column, findColumn, type Table } from "../../domain/table";
import { comparer, lignesFiltrees, valeurTri } from "./cellules";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A row of the grid is the row number in the columnar table: nothing is copied. */
type Ligne = { readonly row: number };

const RANG: Readonly<Record<string, number>> = { nom: 0, code: 2 };
const rang = (column: Column): number => RANG[column.name] ?? 1;

/** Name first, code last: people read names. */
export function colonnesAffichees(table: Table): readonly Column[] {
  return table.columns.toSorted((a, b) => rang(a) - rang(b));
}

function colonneTri(column: Column): ColumnDef<typeof features, Ligne> {
  return {
    id: column.name,
    accessorFn: ({ row }) => valeurTri(column, row),
    sortFn: (a, b, id) => comparer(a.getValue(id), b.getValue(id)),
    sortUndefined: "last",
    sortDescFirst: column.type === "nombre",
  };
}

export interface Tri {
  readonly colonne: string | null;
  readonly descendant: boolean;
  readonly trier: (colonne: string) => void;
}

/** What the table keeps: names that hold a text, codes of a class (null: all of them). */
export interface Filtre {
  readonly texte: string;
  readonly codes: ReadonlySet<string> | null;
}

/** Row numbers in the order asked for, filtered. At first the largest figures come first, or the smallest (`croissant`); rows of words keep the order of the result. */
export function useGrille(table: Table, { texte, codes }: Filtre, principale: string, croissant: boolean): { readonly lignes: readonly number[]; readonly tri: Tri } {
  const [sorting, setSorting] = useState<SortingState>(() => (findColumn(table, principale)?.type === "nombre" ? [{ id: principale, desc: !croissant }] : []));
  const columns = useMemo(() => table.columns.map(colonneTri), [table]);
  const data = useMemo(() => lignesFiltrees(table, texte, codes).map((row) => ({ row })), [table, texte, codes]);
  // A column of another analysis sorts nothing here.
  const connues = useMemo(() => sorting.filter(({ id }) => table.columns.some(({ name }) => name === id)), [sorting, table]);
  const grille = useTable({ features, columns, data, state: { sorting: connues }, onSortingChange: setSorting, enableSortingRemoval: false });
  const premier = connues[0];
  return {
    lignes: grille.getRowModel().rows.map(({ original }) => original.row),
    tri: {
      colonne: premier?.id ?? null,
      descendant: premier?.desc ?? false,
      trier: (colonne) => grille.getColumn(colonne)?.toggleSorting(),
    },
  };
}
