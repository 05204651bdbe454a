import { CARTE } from "../../textes/carte";
import { BoutonIcone } from "../controls/Bouton";
import s from "./BoutonsZoom.module.css";

interface BoutonsZoomProps {
  zoomer(niveaux: number): void;
  /** Absent while the territory's extent is unknown. */
  readonly recadrer: (() => void) | null;
}

export function BoutonsZoom({ zoomer, recadrer }: BoutonsZoomProps) {
  return (
    <div className={s["boutons"]} role="group" aria-label={CARTE.outils}>
      <BoutonIcone icone="zoomer" nom={CARTE.zoomer} raccourci="+" onClick={() => zoomer(1)} />
      <BoutonIcone icone="dezoomer" nom={CARTE.dezoomer} raccourci="−" onClick={() => zoomer(-1)} />
      <BoutonIcone icone="recadrer" nom={CARTE.recadrer} disabled={recadrer === null} onClick={() => recadrer?.()} />
    </div>
  );
}
