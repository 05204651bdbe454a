import type { Annexe } from "../../analyses/analysis";
import { cellAt } from "../../domain/table";
import s from "./Annexes.module.css";
import { texteDe } from "./Fiches";

/** Things said, one under the other: what is said, then by whom and where. What is not said is left out. */
export function Citations({ annexe: { titre, table } }: { readonly annexe: Annexe }) {
  const [dit, ...reste] = table.columns;
  if (dit === undefined) return null;
  return (
    <section>
      <h3 className={s["titre"]}>{titre}</h3>
      <ul className={s["citations"]}>
        {Array.from({ length: table.length }, (_, rang) => (
          <li key={rang}>
            {texteDe(dit, rang)}
            <p>{reste.filter((colonne) => cellAt(colonne, rang) !== null).map((colonne) => `${colonne.label} : ${texteDe(colonne, rang)}`).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
