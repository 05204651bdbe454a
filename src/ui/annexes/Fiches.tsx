import type { Annexe } from "../../analyses/analysis";
import { cellAt, type Column, sharedCell } from "../../domain/table";
import { formatQuantity } from "../../textes/format";
import { RESULTAT } from "../../textes/interface";
import s from "./Annexes.module.css";

/** A cell as it is read. */
export function texteDe(colonne: Column, ligne: number): string {
  const valeur = sharedCell(colonne, ligne);
  if (typeof valeur === "number" && colonne.type === "nombre") return formatQuantity(valeur, colonne.unit === "habitants" ? "nombre" : colonne.unit, colonne.digits);
  return valeur === null ? (colonne.vide ?? "–") : String(valeur);
}

interface CadreProps {
  readonly annexe: Annexe;
  readonly tete: readonly string[];
  readonly lignes: readonly { readonly cle: string; readonly nom: string; readonly cellules: readonly string[] }[];
}

/** It scrolls sideways when there are many columns: the keyboard must reach it. */
function Cadre({ annexe: { titre }, tete, lignes }: CadreProps) {
  return (
    /* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */
    <div className={s["defile"]} tabIndex={0} role="region" aria-label={titre}>
      <table className={s["fiches"]}>
        <caption>{titre}</caption>
        <thead>
          <tr>
            {tete.map((nom) => (
              <th key={nom} scope="col">
                {nom}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ cle, nom, cellules }) => (
            <tr key={cle}>
              <th scope="row">{nom}</th>
              {cellules.map((texte, rang) => (
                <td key={tete[rang + 1]}>{texte}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rangs = (annexe: Annexe): readonly number[] => Array.from({ length: annexe.table.length }, (_, rang) => rang);

/** Each row of the table is a column of the screen: things side by side, read down. */
export function Fiches({ annexe }: { readonly annexe: Annexe }) {
  const [noms, ...chiffres] = annexe.table.columns;
  if (noms === undefined) return null;
  const tete = [RESULTAT.mesure, ...rangs(annexe).map((rang) => String(cellAt(noms, rang) ?? ""))];
  return <Cadre annexe={annexe} tete={tete} lignes={chiffres.map((colonne) => ({ cle: colonne.name, nom: colonne.label, cellules: rangs(annexe).map((rang) => texteDe(colonne, rang)) }))} />;
}

/** The table as it is. */
export function Lignes({ annexe }: { readonly annexe: Annexe }) {
  const [noms, ...chiffres] = annexe.table.columns;
  if (noms === undefined) return null;
  const tete = annexe.table.columns.map(({ label }) => label);
  return <Cadre annexe={annexe} tete={tete} lignes={rangs(annexe).map((rang) => ({ cle: String(rang), nom: texteDe(noms, rang), cellules: chiffres.map((colonne) => texteDe(colonne, rang)) }))} />;
}
