import type { SujetFiche } from "../../domain/fiche";
import { decompositionOf } from "../../domain/parts";
import { indexBy } from "../../domain/table";
import { DECOMPOSITION, partsDeLigne } from "../../textes/decomposition";
import { formatNumber, PAS_DE_DONNEE } from "../../textes/format";
import { useEtat } from "../app/context";
import { Barre, SignePart } from "./Barre";
import s from "./Composition.module.css";

/** In the sheet of a territory: what its figure of the present result is made of, when it is made of parts. */
export function Composition({ sujet }: { readonly sujet: SujetFiche }) {
  const output = useEtat((etat) => etat.results.courant?.output ?? null);
  const geometry = output?.views[0]?.geometry;
  if (output === null || sujet.genre !== "territoire" || geometry?.kind !== "territoires" || geometry.niveau !== sujet.niveau) return null;
  const decomposition = decompositionOf(output.table);
  const row = decomposition === null ? undefined : indexBy(output.table, "code").get(sujet.code);
  if (decomposition === null || row === undefined) return null;
  const { total } = decomposition;
  return (
    <div className={s["composition"]}>
      <h3>
        <span>{total.label}</span>
        <strong>{formatNumber(total.values[row] ?? Number.NaN, total.digits)}</strong>
      </h3>
      <Barre decomposition={decomposition} row={row} largeur={340} hauteur={18} />
      <ul>
        {partsDeLigne(decomposition, row).map(({ rank, nom, points }) => (
          <li key={rank}>
            <SignePart rank={rank} />
            <span>{nom}</span>
            <span className={s["points"]}>{Number.isNaN(points) ? PAS_DE_DONNEE : DECOMPOSITION.points(points, total.digits)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
