import { type KeyboardEvent, useRef } from "react";
import type { LegendRow } from "../../carto/legend";
import { countedIn } from "../../carto/legend";
import type { ScaledView } from "../../carto/marks/mark";
import type { Grille } from "../../carto/scale";
import { CROISEMENT } from "../../textes/croisement";
import { formatNumber } from "../../textes/format";
import { countLabel } from "../../textes/legende";
import { useCommandes, useEtat } from "../app/context";
import { vueChoisie } from "../app/vues";
import { Bouton } from "../controls/Bouton";
import s from "./Croisement.module.css";
import { FondCase } from "./FondCase";
import { texteDe } from "./texte-de";

interface CroisementProps {
  readonly vue: ScaledView;
  readonly grille: Grille;
  readonly rows: readonly LegendRow[];
}

/** Where an arrow leads from a cell of the table. */
const PAS: Readonly<Record<string, readonly [ligne: number, colonne: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The legend of two readings that cross: a table whose cells are chosen, with the mouse or the arrows and Enter. */
export function Croisement({ vue, grille, rows }: CroisementProps) {
  const { lignes, colonnes } = grille;
  const table = useRef<HTMLTableElement>(null);
  const choisie = useEtat(vueChoisie);
  const gardee = choisie?.vue.view.id === vue.view.id ? choisie.classe : null;
  const largeur = colonnes.classes.length;
  const auClavier = (event: KeyboardEvent): void => {
    const pas = PAS[event.key];
    const ici = Number((event.target as HTMLElement).dataset["classe"]);
    if (pas === undefined || Number.isNaN(ici)) return;
    event.preventDefault();
    const [ligne, colonne] = [Math.floor(ici / largeur) + pas[0], (ici % largeur) + pas[1]];
    if (ligne < 0 || ligne >= lignes.classes.length || colonne < 0 || colonne >= largeur) return;
    table.current?.querySelector<HTMLElement>(`[data-classe="${ligne * largeur + colonne}"]`)?.focus();
  };
  return (
    <div className={s["croisement"]}>
      <p className={s["axe"]}>{lignes.titre}</p>
      <table ref={table} className={s["table"]} aria-label={vue.view.title}>
        <tbody>
          {lignes.classes.map((nom, ligne) => (
            <tr key={nom}>
              <th scope="row">{nom}</th>
              {colonnes.classes.map((colonne, rang) => (
                <td key={colonne}>
                  <Case vue={vue} row={rows[ligne * largeur + rang]} gardee={gardee} premiere={ligne === 0 && rang === 0} auClavier={auClavier} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the corner of the table */}
            <td />
            {colonnes.classes.map((nom) => (
              <th key={nom} scope="col">
                {nom}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={`${s["axe"]} ${s["bas"]}`}>{colonnes.titre}</p>
      <Dit vue={vue} rows={rows} gardee={gardee} />
    </div>
  );
}

interface CaseProps {
  readonly vue: ScaledView;
  readonly row: LegendRow | undefined;
  readonly gardee: number | null;
  /** In the tab order when no cell is chosen. */
  readonly premiere: boolean;
  readonly auClavier: (event: KeyboardEvent) => void;
}

function Case({ vue, row, gardee, premiere, auClavier }: CaseProps) {
  const { hoverClasse, choisirClasse } = useCommandes();
  if (row === undefined) return null;
  const { classIndex } = row;
  const choisie = gardee === classIndex;
  return (
    <button
      type="button"
      className={s["case"]}
      data-classe={classIndex}
      tabIndex={choisie || (gardee === null && premiere) ? 0 : -1}
      aria-pressed={choisie}
      aria-label={`${texteDe(row, vue)}, ${countLabel(row.count, countedIn(vue.view))}`}
      onPointerEnter={() => hoverClasse(classIndex)}
      onPointerLeave={() => hoverClasse(null)}
      onFocus={() => hoverClasse(classIndex)}
      onBlur={() => hoverClasse(null)}
      onKeyDown={auClavier}
      onClick={() => choisirClasse(choisie ? null : { vue: vue.view.id, classe: classIndex })}
    >
      <FondCase couleur={row.color} motif={vue.view.quality === "illustratif" ? "hachures" : row.pattern} />
      <span className={s["nombre"]}>{formatNumber(row.count)}</span>
    </button>
  );
}

/** What is chosen, in words, and the way back; else what a click does. Territories without data stand apart. */
function Dit({ vue, rows, gardee }: Pick<CroisementProps, "vue" | "rows"> & { readonly gardee: number | null }) {
  const { choisirClasse } = useCommandes();
  const compte = countedIn(vue.view);
  const row = rows.find(({ classIndex }) => classIndex === gardee);
  const sans = rows.find(({ classIndex }) => classIndex === -1);
  return (
    <>
      {sans !== undefined && <p className={s["note"]}>{CROISEMENT.sansDonnee(countLabel(sans.count, compte))}</p>}
      <p className={s["dit"]} role="status">
        {row === undefined ? CROISEMENT.aide : CROISEMENT.choisie(countLabel(row.count, compte), row.habitants, texteDe(row, vue))}
      </p>
      {row !== undefined && (
        <Bouton ton="discret" icone="fermer" onClick={() => choisirClasse(null)}>
          {CROISEMENT.tout}
        </Bouton>
      )}
    </>
  );
}
