import { useId } from "react";
import type { Annexe } from "../../analyses/analysis";
import { courbesSvg } from "../../documents/courbes";
import { Svg } from "../controls/Svg";
import s from "./Annexes.module.css";

/** The curves of a table, drawn as a document would. */
export function Courbes({ annexe: { titre, table } }: { readonly annexe: Annexe }) {
  const id = useId();
  return (
    <figure className={s["figure"]}>
      <figcaption>{titre}</figcaption>
      <Svg texte={courbesSvg(titre, table, id)} />
    </figure>
  );
}
