import { useMemo } from "react";
import { textValues } from "../../domain/table";
import { useEtat } from "../app/context";

const SANS_COMMUNE: ReadonlyMap<string, string> = new Map();

/** Communes of the territory on screen, by code. */
export function useCommunes(): ReadonlyMap<string, string> {
  const table = useEtat((etat) => etat.datasets.territoire?.communes ?? null);
  return useMemo(() => {
    if (table === null) return SANS_COMMUNE;
    const noms = textValues(table, "nom");
    return new Map(textValues(table, "code").map((code, rang) => [code ?? "", noms[rang] ?? code ?? ""]));
  }, [table]);
}
