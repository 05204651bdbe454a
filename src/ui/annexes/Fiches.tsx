import type { Annexe } from "../../analyses/analysis";
import { cellAt, type Column, sharedCell } from "../../domain/table";
import { formatQuantity } from "../../textes/format";
import { RESULTAT } from "../../textes/interface";
import s from "./Annexes.module.css";

function texteDe(colonne: Column, ligne: number): string {
  const valeur = sharedCell(colonne, ligne);
  if (typeof valeur === "number" && colonne.type === "nombre") return formatQuantity(valeur, colonne.unit === "habitants" ? "nombre" : colonne.unit, colonne.digits);
  return valeur === null ? "–" : String(valeur);
}

/** Each row of the table is a column of the screen: things side by side, read down. */
export function Fiches({ annexe: { titre, table } }: { readonly annexe: Annexe }) {
  const [noms, ...chiffres] = table.columns;
  const lignes = Array.from({ length: table.length }, (_, ligne) => ligne);
  if (noms === undefined) return null;
  return (
    /* It scrolls sideways when there are many: the keyboard must reach it. */
    /* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */
    <div className={s["defile"]} tabIndex={0} role="region" aria-label={titre}>
      <table className={s["fiches"]}>
        <caption>{titre}</caption>
        <thead>
          <tr>
            <th scope="col">{RESULTAT.mesure}</th>
            {lignes.map((ligne) => (
              <th key={ligne} scope="col">
                {String(cellAt(noms, ligne) ?? "")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chiffres.map((colonne) => (
            <tr key={colonne.name}>
              <th scope="row">{colonne.label}</th>
              {lignes.map((ligne) => (
                <td key={ligne}>{texteDe(colonne, ligne)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
