import { useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { legendRows } from "../../carto/legend";
import { EXPORT, TABLEAU } from "../../textes/interface";
import { formatQuantity } from "../../textes/format";
import { useAnalyse, useCommandes, useEtat } from "../app/context";
import { BoutonIcone } from "../controls/Bouton";
import { Filtre } from "../controls/Champs";
import { Icone } from "../controls/Icone";
import { Menu } from "../controls/Menu";
import { texteDe } from "../legend/texte-de";
import { type ClasseGardee, classeGardee } from "./classe-gardee";
import { lignesFiltrees } from "./cellules";
import { Grille } from "./Grille";
import s from "./Tiroir.module.css";
import { useExportMailles } from "./use-export-mailles";

const MIN = 140;
const MAX = 640;
const PAS = 32;

function borner(hauteur: number): number {
  return Math.min(Math.max(hauteur, MIN), MAX);
}

interface TiroirProps {
  readonly principale: string;
  /** The smallest figures of that column come first. */
  readonly croissant: boolean;
}

/** The bottom drawer: the table of the result, resizable, filterable, exportable. */
export function Tiroir({ principale, croissant }: TiroirProps) {
  const [hauteur, setHauteur] = useState(300);
  const output = useEtat((etat) => etat.results.courant?.output ?? null);
  // The level of the result, which may not be the one asked for: one recruits in communes.
  const geometry = output?.views.find((view) => view.geometry.kind === "territoires")?.geometry;
  const { analyse, params } = useAnalyse();
  const niveau = geometry?.kind === "territoires" && analyse.lignesSansFiche?.(params) !== true ? geometry.niveau : null;
  return (
    <section className={s["tiroir"]} aria-label={TABLEAU.titre} id="tableau" style={{ height: hauteur }}>
      <Poignee hauteur={hauteur} changer={(h) => setHauteur(borner(h))} />
      <Tete />
      <p id="tableau-aide" className="hors-ecran">
        {TABLEAU.aide}
      </p>
      {output === null ? <p className={s["attente"]}>{TABLEAU.attente}</p> : <Grille table={output.table} niveau={niveau} principale={principale} croissant={croissant} />}
    </section>
  );
}

function Tete() {
  const table = useEtat((etat) => etat.results.courant?.output.table ?? null);
  const filtre = useEtat((etat) => etat.session.filtre);
  const gardee = useEtat(classeGardee);
  const { filtrer, basculer, exporterCsv, exporterGeoJson } = useCommandes();
  const mailles = useExportMailles();
  const inactif = table === null;
  return (
    <div className={s["tete"]}>
      <div className={s["titre"]}>
        <h2>{TABLEAU.titre}</h2>
        <span className={s["compte"]} role="status">
          {table !== null && TABLEAU.lignes(lignesFiltrees(table, filtre, gardee?.codes ?? null).length, table.length)}
        </span>
        {gardee !== null && <ClasseSeule {...gardee} />}
      </div>
      <div className={s["filtre"]}>
        <Filtre libelle={TABLEAU.filtrer} valeur={filtre} changer={filtrer} />
      </div>
      <div className={s["outils"]}>
        <Menu
          icone="exporter"
          nom={EXPORT.tableau}
          choix={[
            { id: "csv", icone: "tableau", nom: EXPORT.csv, aide: EXPORT.csvAide, inactif, faire: exporterCsv },
            ...mailles,
            { id: "geojson", icone: "explorer", nom: EXPORT.geojson, aide: EXPORT.geojsonAide, inactif, faire: exporterGeoJson },
          ]}
        />
        <BoutonIcone icone="fermer" nom={TABLEAU.fermer} onClick={() => basculer("tiroir", false)} />
      </div>
    </div>
  );
}

/** Which class of the legend is alone in the table, and the way back. */
function ClasseSeule({ vue, classe }: ClasseGardee) {
  const { choisirClasse } = useCommandes();
  const row = legendRows(vue.view, vue.scale).find(({ classIndex }) => classIndex === classe);
  if (row === undefined) return null;
  const texte = texteDe(row, vue);
  return (
    <button type="button" className={s["classe"]} onClick={() => choisirClasse(null)} title={TABLEAU.toutesClasses} aria-label={`${TABLEAU.classeSeule(texte)}. ${TABLEAU.toutesClasses}`}>
      {texte}
      <Icone nom="fermer" taille={14} />
    </button>
  );
}

/** The upper edge of the drawer: dragged, or moved with the arrows. */
function Poignee({ hauteur, changer }: { readonly hauteur: number; readonly changer: (hauteur: number) => void }) {
  const prise = useRef<{ readonly y: number; readonly hauteur: number } | null>(null);
  const auClavier = (event: KeyboardEvent): void => {
    const pas = { ArrowUp: PAS, ArrowDown: -PAS, Home: MAX, End: -MAX }[event.key];
    if (pas === undefined) return;
    event.preventDefault();
    changer(hauteur + pas);
  };
  const suivre = (event: PointerEvent): void => {
    if (prise.current !== null) changer(prise.current.hauteur + prise.current.y - event.clientY);
  };
  const lacher = (): void => {
    prise.current = null;
  };
  return (
    <div
      className={s["poignee"]}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={TABLEAU.hauteur}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      aria-valuenow={hauteur}
      aria-valuetext={formatQuantity((hauteur - MIN) / (MAX - MIN), "part")}
      onKeyDown={auClavier}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        prise.current = { y: event.clientY, hauteur };
      }}
      onPointerMove={suivre}
      onPointerUp={lacher}
      onPointerCancel={lacher}
    />
  );
}
