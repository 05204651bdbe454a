import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { MapModel, MapTarget, RoleCouche } from "../../carto/map-model";
import { APP } from "../../textes/interface";
import type { Point } from "./Infobulle";
import s from "./SvgFallback.module.css";
import type { EtatWebgl } from "./use-carte";
import { application, type Curseur } from "./use-curseur";

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
  /** Told where the keyboard's place is drawn, in the window; null when it is not. */
  ancrer(point: Point | null): void;
}

/**
 * The map drawn without WebGL, and why. Territories are the elements with `data-code`, sites those with
 * `data-couche` and `data-id`; they answer the pointer, and the keyboard goes from one to the next.
 */
export function SvgFallback({ nom, aide, etat, dessiner, model, curseur, onSelect, onHover, ancrer }: SvgFallbackProps) {
  const cadre = useRef<HTMLDivElement>(null);
  const choisir = useEffectEvent(({ target }: Event) => onSelect(cibleDe(target, model)));
  const survoler = useEffectEvent(({ target }: Event) => onHover(cibleDe(target, model)));
  const quitter = useEffectEvent(() => onHover(null));
  const situer = useEffectEvent((element: Element | null) => ancrer(element === null ? null : milieuDe(element)));
  const cible = curseur.lieu?.cible ?? null;

  const dessin = useMemo(() => {
    const svg = dessiner();
    return svg === null ? null : lireSvg(svg);
  }, [dessiner]);

  useEffect(() => {
    cadre.current?.replaceChildren(...(dessin === null ? [] : [dessin]));
  }, [dessin]);
  useEffect(() => {
    const atteint = dessin === null || cible === null ? null : trouver(dessin, cible);
    atteint?.setAttribute("data-survol", "");
    situer(atteint);
    return () => atteint?.removeAttribute("data-survol");
  }, [dessin, cible]);
  useEffect(() => {
    const ecoutes = new AbortController();
    const options = { signal: ecoutes.signal };
    cadre.current?.addEventListener("click", (event) => choisir(event), options);
    cadre.current?.addEventListener("pointerover", (event) => survoler(event), options);
    cadre.current?.addEventListener("pointerleave", () => quitter(), options);
    return () => ecoutes.abort();
  }, []);
  return (
    <div className={s["racine"]}>
      <p className={s["raison"]} role="status">
        {etat === "absent" ? APP.sansWebgl : APP.webglPerdu}
      </p>
      <div ref={cadre} className={s["dessin"]} {...application(nom, aide, curseur)} />
    </div>
  );
}

/**
 * The document's root, ready to be put in the page, without the titles of its parts: the tooltip says the same.
 * Throws on what is not SVG: our own renderer wrote it.
 */
function lireSvg(texte: string): Element {
  const racine = new DOMParser().parseFromString(texte, "image/svg+xml").documentElement;
  if (racine.localName !== "svg") throw new Error(`not an SVG document: <${racine.localName}>`);
  for (const titre of racine.querySelectorAll("[data-code] > title, [data-id] > title")) titre.remove();
  return document.importNode(racine, true);
}

/** Where a target is drawn; null when it is not. */
function trouver(dessin: Element, cible: MapTarget): Element | null {
  const elements = [...dessin.querySelectorAll<SVGElement>("[data-code], [data-id]")];
  const trouve = elements.find(({ dataset: { code, couche, id } }) =>
    cible.kind === "territoire" ? code === cible.code : id === cible.id && couche === cible.couche,
  );
  return trouve ?? null;
}

function milieuDe(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function cibleDe(target: EventTarget | null, model: MapModel | null): MapTarget | null {
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
