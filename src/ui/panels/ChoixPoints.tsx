import { useId, useState } from "react";
import type { Field } from "../../analyses/analysis";
import { ecrirePoint, estRefus, lirePoints, lirePointTape, POINTS_MAX } from "../../analyses/shared/points-donnes";
import { CHOIX_POINTS } from "../../textes/choix-points";
import { QUOI } from "../../textes/interface";
import { insecable } from "../../textes/typographie";
import { useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { ETROIT, useMedia } from "../controls/use-media";
import s from "./ChoixPoints.module.css";

interface ChoixPointsProps {
  readonly champ: Extract<Field, { readonly kind: "points" }>;
  /** As parameters keep them. */
  readonly choisis: readonly string[];
  readonly changer: (points: readonly string[]) => void;
}

/** What is typed, line by line: the points as parameters keep them, or what is wrong with the first wrong line. */
function lire(texte: string, avant: number): { readonly points: readonly string[] } | { readonly refus: string } {
  const points: string[] = [];
  for (const [i, ligne] of texte.split("\n").entries()) {
    if (ligne.trim() === "") continue;
    const lu = lirePointTape(ligne, avant + points.length + 1);
    if (estRefus(lu)) return { refus: CHOIX_POINTS.refus(i + 1, lu.attendu) };
    points.push(ecrirePoint(lu));
  }
  return avant + points.length > POINTS_MAX ? { refus: CHOIX_POINTS.trop(POINTS_MAX) } : { points };
}

/** Points by their degrees: those given, each with the way to take it off, and a text to type or paste more; those of the map are counted. */
export function ChoixPoints({ champ, choisis, changer }: ChoixPointsProps) {
  return (
    <fieldset className={s["champ"]}>
      <legend>{champ.label}</legend>
      {champ.help !== undefined && <p className={s["note"]}>{insecable(champ.help)}</p>}
      {choisis.length > 0 && (
        <ul className={s["choisis"]} aria-label={champ.label}>
          {lirePoints(choisis).map((point, rang) => (
            <li key={`${rang} ${point.nom}`} title={`${point.lon} ; ${point.lat}`}>
              <span>{point.nom}</span>
              <BoutonIcone icone="fermer" nom={QUOI.retirer(point.nom)} onClick={() => changer(choisis.filter((_, autre) => autre !== rang))} />
            </li>
          ))}
        </ul>
      )}
      <SurLaCarte />
      <Saisie avant={choisis.length} ajouter={(points) => changer([...choisis, ...points])} />
    </fieldset>
  );
}

/** How many of the sites on the map are points too, and the way to add one. */
function SurLaCarte() {
  const { poser, basculer } = useCommandes();
  const etroit = useMedia(ETROIT);
  const carte = useEtat(({ session, results }) => session.webgl === "ok" && results.courant !== null);
  const nombre = useEtat(({ document: { courant: { selection } } }) => selection.ajouts.filter((site) => !selection.exclus.includes(site.id)).length);
  const dessiner = (): void => {
    // On a phone the panel lies on the map.
    if (etroit) basculer("panneau", false);
    poser(true);
  };
  return (
    <>
      <p className={s["note"]}>{CHOIX_POINTS.carte(nombre)}</p>
      {carte && (
        <Bouton icone="site" onClick={dessiner}>
          {CHOIX_POINTS.surLaCarte}
        </Bouton>
      )}
    </>
  );
}

interface SaisieProps {
  /** Points already there. */
  readonly avant: number;
  readonly ajouter: (points: readonly string[]) => void;
}

/** Points typed or pasted, one a line: taken together, or none when a line is wrong. */
function Saisie({ avant, ajouter }: SaisieProps) {
  const id = useId();
  const [texte, setTexte] = useState("");
  const [refus, setRefus] = useState<string | null>(null);
  const prendre = (): void => {
    const lu = lire(texte, avant);
    if ("refus" in lu) return setRefus(lu.refus);
    setTexte("");
    if (lu.points.length > 0) ajouter(lu.points);
  };
  return (
    <>
      <label htmlFor={id}>{insecable(CHOIX_POINTS.saisie)}</label>
      <textarea
        id={id}
        rows={3}
        value={texte}
        placeholder={CHOIX_POINTS.exemple}
        aria-invalid={refus !== null}
        aria-describedby={`${id}-refus`}
        onChange={(event) => {
          setTexte(event.target.value);
          setRefus(null);
        }}
      />
      <p id={`${id}-refus`} role="status" className={refus === null ? "hors-ecran" : s["refus"]}>
        {refus === null ? "" : insecable(refus)}
      </p>
      <Bouton disabled={texte.trim() === ""} onClick={prendre}>
        {CHOIX_POINTS.ajouter}
      </Bouton>
    </>
  );
}
