import { EXPORT } from "../../textes/interface";
import { useCommandes, useEtat } from "../app/context";
import type { ChoixMenu } from "../controls/Menu";

/** The cells of the result, when it has some, among what a menu exports. */
export function useExportMailles(): readonly ChoixMenu[] {
  const { exporterMailles } = useCommandes();
  const presentes = useEtat((etat) => etat.results.courant?.output.views.some(({ id }) => id === "mailles") === true);
  return presentes ? [{ id: "mailles", icone: "tableau", nom: EXPORT.mailles, aide: EXPORT.maillesAide, inactif: false, faire: exporterMailles }] : [];
}
