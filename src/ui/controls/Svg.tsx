import { useLayoutEffect, useRef } from "react";

/** A drawing of our own renderers, mounted as nodes: markup is never set as text. What is not SVG is a defect. */
export function Svg({ texte, className }: { readonly texte: string; readonly className?: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const racine = new DOMParser().parseFromString(texte, "image/svg+xml").documentElement;
    if (racine.localName !== "svg") throw new Error(`not an SVG document: <${racine.localName}>`);
    place.current?.replaceChildren(document.importNode(racine, true));
  }, [texte]);
  return <div ref={place} className={className} />;
}
