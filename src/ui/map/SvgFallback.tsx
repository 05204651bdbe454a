import { useEffect, useRef } from "react";
import type { MouseEvent } from "react";
import type { MapModel, MapTarget, RoleCouche } from "../../carto/map-model";
import { APP } from "../../textes/interface";
import s from "./SvgFallback.module.css";
import type { EtatWebgl } from "./use-carte";
import type { Curseur } from "./use-curseur";

interface SvgFallbackProps {
  readonly nom: string;
  /** Id of the element that explains the keyboard. */
  readonly aide: string;
  readonly etat: Exclude<EtatWebgl, "ok">;
  /** Gives an SVG document with presentation attributes only (the policy refuses style attributes). */
  readonly dessiner: () => string | null;
  readonly model: MapModel | null;
  readonly curseur: Curseur;
  onSelect(cible: MapTarget | null): void;
  onHover(cible: MapTarget | null): void;
}

/**
 * The map drawn without WebGL, and why. Territories are the elements with `data-code`, sites those with
 * `data-couche` and `data-id`; they answer the pointer, and the keyboard goes from one to the next.
 */
export function SvgFallback({ nom, aide, etat, dessiner, model, curseur, onSelect, onHover }: SvgFallbackProps) {
  const cadre = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const svg = dessiner();
    cadre.current?.replaceChildren(...(svg === null ? [] : [lireSvg(svg)]));
  }, [dessiner]);
  const sous = (event: MouseEvent): MapTarget | null => cibleDe(event.target, model);
  return (
    <div className={s["racine"]}>
      <p className={s["raison"]} role="status">
        {etat === "absent" ? APP.sansWebgl : APP.webglPerdu}
      </p>
      {/* « application » is ARIA's role for a surface that has its own keys; the rules count it among plain elements. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={cadre}
        className={s["dessin"]}
        role="application"
        aria-label={nom}
        aria-describedby={aide}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={curseur.auClavier}
        onBlur={curseur.quitter}
        onClick={(event) => onSelect(sous(event))}
        onPointerOver={(event) => onHover(sous(event))}
        onPointerLeave={() => onHover(null)}
      />
    </div>
  );
}

/** The document's root, ready to be put in the page. Throws on what is not SVG: our own renderer wrote it. */
function lireSvg(texte: string): Element {
  const racine = new DOMParser().parseFromString(texte, "image/svg+xml").documentElement;
  if (racine.localName !== "svg") throw new Error(`not an SVG document: <${racine.localName}>`);
  return document.importNode(racine, true);
}

function cibleDe(target: EventTarget, model: MapModel | null): MapTarget | null {
  const dessin = target instanceof Element ? target.closest<SVGElement>("[data-code], [data-id]") : null;
  const { code, couche, id } = dessin?.dataset ?? {};
  if (code !== undefined) return { kind: "territoire", code, nom: nomDe(model, "territoire", "code", code) };
  if (couche === undefined || id === undefined) return null;
  return { kind: "point", couche, id, nom: nomDe(model, "point", "id", id) };
}

/** The drawing carries codes; names stand in the model's features. */
function nomDe(model: MapModel | null, role: RoleCouche["role"], colonne: "code" | "id", cle: string): string {
  for (const layer of model?.style.layers ?? []) {
    if ((layer.metadata as RoleCouche | undefined)?.role !== role || !("source" in layer)) continue;
    const feature = model?.data[layer.source]?.features.find(({ properties }) => properties?.[colonne] === cle);
    if (feature !== undefined) return String(feature.properties?.["nom"] ?? "");
  }
  return "";
}
