import { useId } from "react";
import { PATTERN_OPACITY } from "../../carto/marks/fill";
import { INK } from "../../carto/palettes";
import { patternImage } from "../../carto/patterns";
import type { PatternId } from "../../carto/scale";

/** The colour of a cell as the map shows it, with its pattern over it. */
export function FondCase({ couleur, motif }: { readonly couleur: string; readonly motif: PatternId }) {
  const id = useId();
  const { size, paths } = patternImage(motif, INK);
  return (
    <svg width="100%" height="100%" aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" fill={couleur} />
      {paths.length > 0 && (
        <>
          <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
            {paths.map((path) => (
              <path key={path.d} d={path.d} fill={path.fill ?? "none"} stroke={path.stroke ?? "none"} strokeWidth={path.width ?? 0} />
            ))}
          </pattern>
          <rect width="100%" height="100%" fill={`url(#${id})`} fillOpacity={PATTERN_OPACITY} />
        </>
      )}
    </svg>
  );
}
