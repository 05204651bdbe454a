import { useId } from "react";
import { partStyle } from "../../carto/parts";
import { INK } from "../../carto/palettes";
import { patternImage } from "../../carto/patterns";
import type { PatternId } from "../../carto/scale";
import type { Decomposition } from "../../domain/parts";
import { decompositionText } from "../../textes/decomposition";

interface BarreProps {
  readonly decomposition: Decomposition;
  readonly row: number;
  /** Drawing units; the bar is as wide as what holds it. */
  readonly largeur: number;
  readonly hauteur: number;
}

/** The parts of one row, one after the other in the order of the table, on a track as long as 100; its text says them all. */
export function Barre({ decomposition, row, largeur, hauteur }: BarreProps) {
  const id = useId();
  const { parts } = decomposition;
  const widths = parts.map(({ values }) => (largeur * Math.max(0, values[row] || 0)) / 100);
  const drawn = parts.map((_, rank) => ({ rank, x: widths.slice(0, rank).reduce((sum, width) => sum + width, 0), width: widths[rank] ?? 0, ...partStyle(rank) })).filter(({ width }) => width > 0);
  const patterns = [...new Set(drawn.map(({ pattern }) => pattern))].filter((pattern) => pattern !== "plein");
  const texte = decompositionText(decomposition, row);
  return (
    <svg viewBox={`0 0 ${largeur} ${hauteur}`} width={largeur} height={hauteur} role="img" aria-label={texte}>
      <title>{texte}</title>
      {patterns.map((pattern) => (
        <Motif key={pattern} id={`${id}${pattern}`} motif={pattern} />
      ))}
      <rect width={largeur} height={hauteur} rx={2} fill="#e6e3da" />
      {drawn.map(({ rank, x, width, color, pattern }) => (
        <g key={rank}>
          <rect x={x} width={width} height={hauteur} fill={color} stroke="#ffffff" strokeWidth={0.8} />
          {pattern !== "plein" && <rect x={x} width={width} height={hauteur} fill={`url(#${id}${pattern})`} />}
        </g>
      ))}
    </svg>
  );
}

/** The swatch of a part: its colour and its pattern, as in the bar. */
export function SignePart({ rank }: { readonly rank: number }) {
  const id = useId();
  const { color, pattern } = partStyle(rank);
  return (
    <svg width={18} height={14} aria-hidden="true" focusable="false">
      {pattern !== "plein" && <Motif id={id} motif={pattern} />}
      <rect width={18} height={14} rx={2} fill={color} />
      {pattern !== "plein" && <rect width={18} height={14} rx={2} fill={`url(#${id})`} />}
    </svg>
  );
}

function Motif({ id, motif }: { readonly id: string; readonly motif: PatternId }) {
  const { size, paths } = patternImage(motif, INK);
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
      {paths.map((path) => (
        <path key={path.d} d={path.d} fill={path.fill ?? "none"} stroke={path.stroke ?? "none"} strokeWidth={path.width ?? 0} />
      ))}
    </pattern>
  );
}
