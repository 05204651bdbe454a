import { useEffect, useId, useMemo, useRef } from "react";
import type { Feuille } from "../../documents/pages/feuille";
import { ECRAN } from "../../documents/pages/format-page";
import { pageSvg, type Rang } from "../../documents/pages/page-svg";
import s from "./Apercu.module.css";

/** Maps of one document must not share identifiers. */
function propre(svg: string, prefixe: string): string {
  return svg.replaceAll(/(id="|href="#|url\(#)carte-/g, `$1${prefixe}-`);
}

/** Our own renderer wrote it, or the schema of files has looked at it: what is not SVG is a defect. */
function lireSvg(texte: string, dans: Document): Element {
  const racine = new DOMParser().parseFromString(texte, "image/svg+xml").documentElement;
  if (racine.localName !== "svg") throw new Error(`not an SVG document: <${racine.localName}>`);
  return dans.importNode(racine, true);
}

interface PageDessinee {
  readonly feuille: Feuille;
  readonly rang: Rang;
}

/** A page, as it is projected: its texts are texts, its link is a link. */
export function Apercu({ feuille, rang: { rang, total } }: PageDessinee) {
  const cadre = useRef<HTMLDivElement>(null);
  const id = useId().replaceAll(/[^\w]/g, "");
  const svg = useMemo(() => propre(pageSvg(feuille, ECRAN, { rang, total }), `p${id}`), [feuille, rang, total, id]);
  useEffect(() => {
    const place = cadre.current;
    place?.replaceChildren(lireSvg(svg, place.ownerDocument));
  }, [svg]);
  return <div ref={cadre} className={s["apercu"]} data-page={rang} />;
}

/** The same page as a picture: cheap, for lists. Decorative, since what stands beside it says its title. */
export function Vignette({ feuille, rang: { rang, total } }: PageDessinee) {
  const adresse = useMemo(() => `data:image/svg+xml,${encodeURIComponent(pageSvg(feuille, ECRAN, { rang, total }))}`, [feuille, rang, total]);
  return <img className={s["vignette"]} src={adresse} alt="" draggable={false} />;
}
