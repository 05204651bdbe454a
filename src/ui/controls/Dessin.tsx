import type { MapImage } from "../../carto/map-model";

/** The map's own drawing of a symbol or a pattern, as SVG. Decorative: a label stands beside it. */
export function Dessin({ image, taille }: { readonly image: MapImage; readonly taille: number }) {
  return (
    <svg viewBox={`0 0 ${image.size} ${image.size}`} width={taille} height={taille} aria-hidden="true" focusable="false">
      {image.paths.map((path) => (
        <path key={path.d + (path.fill ?? path.stroke ?? "")} d={path.d} fill={path.fill ?? "none"} stroke={path.stroke ?? "none"} strokeWidth={path.width ?? 0} strokeLinejoin="round" strokeLinecap="round" />
      ))}
    </svg>
  );
}
