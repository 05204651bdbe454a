import { useId } from "react";
import { patternImage } from "../../carto/patterns";
import type { PatternId } from "../../carto/scale";

interface PastilleProps {
  readonly couleur: string;
  readonly motif: PatternId;
  /** That of the mark on the map: the legend shows the colour one sees there. */
  readonly opacite?: number;
  /** An outline on the map: one here. */
  readonly trait?: boolean;
}

const LARGEUR = 26;
const HAUTEUR = 16;

/** Colour and pattern of a class. « vide » (no data) is crossed out: a swatch of paper could be missed. */
export function Pastille({ couleur, motif, opacite = 1, trait = false }: PastilleProps) {
  const id = useId();
  if (trait)
    return (
      <svg width={LARGEUR} height={HAUTEUR} aria-hidden="true" focusable="false">
        <rect x={1.5} y={1.5} width={LARGEUR - 3} height={HAUTEUR - 3} rx={2.5} fill="none" stroke={couleur} strokeWidth={2.5} />
      </svg>
    );
  const tuile = patternImage(motif, couleur);
  const seul = motif !== "plein" && motif !== "vide";
  return (
    <svg width={LARGEUR} height={HAUTEUR} aria-hidden="true" focusable="false">
      {seul && (
        <pattern id={id} width={tuile.size} height={tuile.size} patternUnits="userSpaceOnUse">
          {tuile.paths.map((path) => (
            <path key={path.d} d={path.d} fill={path.fill ?? "none"} stroke={path.stroke ?? "none"} strokeWidth={path.width ?? 0} />
          ))}
        </pattern>
      )}
      <rect x={0.5} y={0.5} width={LARGEUR - 1} height={HAUTEUR - 1} rx={2.5} fill={couleur} fillOpacity={seul ? 0.18 : opacite} stroke="#1f2b33" strokeOpacity={0.35} />
      {seul && <rect x={0.5} y={0.5} width={LARGEUR - 1} height={HAUTEUR - 1} rx={2.5} fill={`url(#${id})`} stroke={couleur} />}
      {motif === "vide" && <path d={`M3 ${HAUTEUR - 3}L${LARGEUR - 3} 3`} stroke="#55616a" strokeWidth={1} />}
    </svg>
  );
}
