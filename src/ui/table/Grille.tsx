import { useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { Niveau } from "../../domain/perimetre";
import { type Decomposition, decompositionOf } from "../../domain/parts";
import { textValues, type Column, type Table } from "../../domain/table";
import { DECOMPOSITION } from "../../textes/decomposition";
import { PAS_DE_DONNEE } from "../../textes/format";
import { TABLEAU } from "../../textes/interface";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Icone } from "../controls/Icone";
import { Barre } from "../parts/Barre";
import { classeGardee } from "./classe-gardee";
import { texteCellule } from "./cellules";
import s from "./Grille.module.css";
import { colonnesAffichees, useGrille, type Tri } from "./use-grille";

const HAUTEUR_LIGNE = 34;
/** Pixels of a bar of 100. */
const LARGEUR_BARRE = 200;

interface GrilleProps {
  readonly table: Table;
  /** Level of the territories of the rows, whose sheet they open; null when rows are something else (zones). */
  readonly niveau: Niveau | null;
  /** Column sorted first. */
  readonly principale: string;
  readonly croissant?: boolean;
}

/** Same rows as the map, linked both ways; only the rows on screen are in the page. */
export function Grille({ table, niveau, principale, croissant = false }: GrilleProps) {
  const filtre = useEtat((etat) => etat.session.filtre);
  const codes = useEtat(classeGardee)?.codes ?? null;
  const { lignes, tri } = useGrille(table, { texte: filtre, codes }, principale, croissant);
  const colonnes = colonnesAffichees(table);
  const decomposition = useMemo(() => decompositionOf(table), [table]);
  const largeurEnColonnes = colonnes.length + (decomposition === null ? 0 : 1);
  const cadre = useRef<HTMLDivElement>(null);
  // Nothing here is memoised by a compiler: the warning is about code that would be.
  // oxlint-disable-next-line react/incompatible-library
  const virtuel = useVirtualizer({
    count: lignes.length,
    getScrollElement: () => cadre.current,
    estimateSize: () => HAUTEUR_LIGNE,
    overscan: 8,
    // The header sticks over the first row.
    scrollPaddingStart: 48,
  });
  const { actif, auClavier } = useParcours(table, lignes, niveau, (rang) => virtuel.scrollToIndex(rang));
  useMontrerChoix(table, lignes, (rang) => virtuel.scrollToIndex(rang, { align: "center" }));
  if (lignes.length === 0) return <Vide />;
  const visibles = virtuel.getVirtualItems();
  const avant = visibles[0]?.start ?? 0;
  const apres = virtuel.getTotalSize() - (visibles.at(-1)?.end ?? 0);
  return (
    <div ref={cadre} className={s["cadre"]}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA allows a grid on a table: rows take the focus */}
      <table className={s["grille"]} role="grid" aria-label={TABLEAU.titre} aria-rowcount={lignes.length + 1} aria-describedby="tableau-aide" onKeyDown={auClavier}>
        <colgroup>
          {colonnes.map((colonne) => (
            <Fragment key={colonne.name}>
              <col style={{ width: largeur(colonne) }} />
              {colonne === decomposition?.total && <col style={{ width: LARGEUR_BARRE + 24 }} />}
            </Fragment>
          ))}
        </colgroup>
        <Entetes colonnes={colonnes} decomposition={decomposition} tri={tri} />
        <tbody>
          <Cale hauteur={avant} colonnes={largeurEnColonnes} />
          {visibles.map(({ index }) => (
            <Ligne key={lignes[index]} table={table} colonnes={colonnes} decomposition={decomposition} row={lignes[index] ?? 0} rang={index} actif={index === actif} niveau={niveau} />
          ))}
          <Cale hauteur={apres} colonnes={largeurEnColonnes} />
        </tbody>
      </table>
    </div>
  );
}

function largeur(colonne: Column): number {
  if (colonne.name === "nom") return 220;
  if (colonne.name === "code") return 90;
  return colonne.type === "texte" ? 200 : 128;
}

/** Height of the rows that are not drawn. */
function Cale({ hauteur, colonnes }: { readonly hauteur: number; readonly colonnes: number }) {
  if (hauteur <= 0) return null;
  return (
    <tr className={s["cale"]} aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a spacer, hidden from everyone */}
      <td colSpan={colonnes} style={{ height: hauteur }} />
    </tr>
  );
}

function Vide() {
  const { filtrer, choisirClasse } = useCommandes();
  const effacer = (): void => {
    filtrer("");
    choisirClasse(null);
  };
  return (
    <div className={s["vide"]}>
      <p>{TABLEAU.vide}</p>
      <Bouton onClick={effacer}>{TABLEAU.effacer}</Bouton>
    </div>
  );
}

/** Arrows move along the rows, Enter opens the sheet; one row at a time is in the tab order. */
function useParcours(table: Table, lignes: readonly number[], niveau: Niveau | null, montrer: (rang: number) => void) {
  const [voulu, setVoulu] = useState(0);
  const { select } = useCommandes();
  const actif = Math.min(voulu, Math.max(lignes.length - 1, 0));
  const auClavier = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const vers = { ArrowDown: actif + 1, ArrowUp: actif - 1, Home: 0, End: lignes.length - 1, PageDown: actif + 8, PageUp: actif - 8 }[event.key];
    if (vers !== undefined) {
      event.preventDefault();
      const rang = Math.min(Math.max(vers, 0), lignes.length - 1);
      setVoulu(rang);
      montrer(rang);
      const grille = event.currentTarget;
      // The row may only exist once the scroll has been drawn.
      requestAnimationFrame(() => grille.querySelector<HTMLElement>(`[data-rang="${rang}"]`)?.focus());
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const code = textValues(table, "code")[lignes[actif] ?? -1];
      if (typeof code === "string" && niveau !== null) select({ genre: "territoire", niveau, code });
    }
  };
  return { actif, auClavier };
}

/** A territory chosen on the map is brought into sight. */
function useMontrerChoix(table: Table, lignes: readonly number[], montrer: (rang: number) => void): void {
  const sujet = useEtat((etat) => etat.session.sujet);
  const code = sujet?.genre === "territoire" ? sujet.code : null;
  const dernier = useRef<string | null>(null);
  useEffect(() => {
    if (code === null || code === dernier.current) return;
    dernier.current = code;
    const rang = lignes.indexOf(textValues(table, "code").indexOf(code));
    if (rang >= 0) montrer(rang);
  }, [code, table, lignes, montrer]);
}

function Entetes({ colonnes, decomposition, tri }: { readonly colonnes: readonly Column[]; readonly decomposition: Decomposition | null; readonly tri: Tri }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {colonnes.map((colonne) => {
          const triee = tri.colonne === colonne.name;
          const sens = tri.descendant ? "descending" : "ascending";
          return (
            <Fragment key={colonne.name}>
              <th scope="col" className={colonne.type === "nombre" ? s["nombre"] : undefined} aria-sort={triee ? sens : "none"}>
                <button type="button" className={s["trier"]} title={TABLEAU.trier(colonne.label)} onClick={() => tri.trier(colonne.name)}>
                  <span>{colonne.label}</span>
                  {triee && <Icone nom={tri.descendant ? "tri-bas" : "tri-haut"} taille={14} />}
                </button>
              </th>
              {colonne === decomposition?.total && <th scope="col" className={s["barre"]}>{DECOMPOSITION.colonne}</th>}
            </Fragment>
          );
        })}
      </tr>
    </thead>
  );
}

interface LigneProps {
  readonly table: Table;
  readonly colonnes: readonly Column[];
  /** Drawn as a bar beside its total. */
  readonly decomposition: Decomposition | null;
  readonly row: number;
  readonly rang: number;
  readonly actif: boolean;
  readonly niveau: Niveau | null;
}

function Ligne({ table, colonnes, decomposition, row, rang, actif, niveau }: LigneProps) {
  const code = textValues(table, "code")[row] ?? "";
  const survol = useEtat((etat) => etat.session.survol === code);
  const choisie = useEtat(({ session: { sujet } }) => sujet?.genre === "territoire" && sujet.niveau === niveau && sujet.code === code);
  const { hover, select } = useCommandes();
  const classes = [s["ligne"], survol && s["survol"], choisie && s["choisie"]].filter(Boolean).join(" ");
  return (
    <tr
      className={classes}
      data-rang={rang}
      tabIndex={actif ? 0 : -1}
      aria-rowindex={rang + 2}
      aria-selected={choisie}
      onPointerEnter={() => hover(code)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(code)}
      onBlur={() => hover(null)}
      onClick={() => niveau !== null && select({ genre: "territoire", niveau, code })}
    >
      {colonnes.map((colonne) => {
        const texte = texteCellule(colonne, row);
        const noms = [colonne.type === "nombre" && s["nombre"], texte === PAS_DE_DONNEE && s["rien"]].filter(Boolean).join(" ");
        return (
          <Fragment key={colonne.name}>
            <td className={noms} title={texte}>
              {texte}
            </td>
            {colonne === decomposition?.total && (
              <td>
                <Barre decomposition={decomposition} row={row} largeur={LARGEUR_BARRE} hauteur={14} />
              </td>
            )}
          </Fragment>
        );
      })}
    </tr>
  );
}
