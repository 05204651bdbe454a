import type { FC } from "react";
import type { Annexe, Output } from "../../analyses/analysis";
import { sentenceText } from "../../textes/sentences";
import { Glose } from "../controls/Glose";
import s from "./Annexes.module.css";
import { Citations } from "./Citations";
import { Courbes } from "./Courbes";
import { Fiches, Lignes } from "./Fiches";
import { MaListe } from "./MaListe";
import { Radar } from "./Radar";

const FORMES: Readonly<Record<Annexe["forme"], FC<{ readonly annexe: Annexe }>>> = { lignes: Lignes, fiches: Fiches, courbes: Courbes, radar: Radar, liste: MaListe, citations: Citations };

/** What a result says besides its sentence and its map: more sentences, small tables, curves. */
export function Annexes({ output: { details = [], annexes = [] } }: { readonly output: Output }) {
  return (
    <div className={s["bloc"]}>
      {details.length > 0 && (
        <ul className={s["phrases"]}>
          {details.map((phrase) => {
            const texte = sentenceText(phrase);
            return (
              <li key={texte}>
                <Glose texte={texte} />
              </li>
            );
          })}
        </ul>
      )}
      {annexes.map((annexe) => {
        const Forme = FORMES[annexe.forme];
        return <Forme key={annexe.id} annexe={annexe} />;
      })}
    </div>
  );
}
