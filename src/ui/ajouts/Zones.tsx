import { useId, useLayoutEffect, useRef } from "react";
import type { Zone } from "../../domain/vitesses";
import type { MapHandle } from "../../map/create-map";
import { VITESSES } from "../../textes/vitesses";
import { useEtat } from "../app/context";
import s from "./Zones.module.css";

const SANS_ZONE: readonly Zone[] = [];

/** Zones closed to traffic, and the one that is being drawn, over the map: hatched, so that their colour is not all that tells them. */
export function Zones({ carte }: { readonly carte: MapHandle }) {
  const zones = useEtat((etat) => etat.document.courant.vitesses?.zones ?? SANS_ZONE);
  const trace = useEtat((etat) => etat.session.trace);
  const hachures = useId();
  return (
    <svg className={s["calque"]} role="img" aria-label={zones.map((_, rang) => VITESSES.zone(rang)).join(", ")}>
      <defs>
        <pattern id={hachures} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={s["trait"]} y2="8" />
        </pattern>
      </defs>
      {zones.map((zone) => (
        <Forme key={zone.join()} carte={carte} zone={zone} nom="zone" remplissage={`url(#${hachures})`} />
      ))}
      {trace !== null && <Forme carte={carte} zone={trace} nom="trace" />}
    </svg>
  );
}

interface FormeProps {
  readonly carte: MapHandle;
  readonly zone: Zone;
  readonly nom: "zone" | "trace";
  readonly remplissage?: string;
}

/** Follows the map without rendering again as it moves. */
function Forme({ carte, zone, nom, remplissage }: FormeProps) {
  const polygone = useRef<SVGPolygonElement>(null);
  useLayoutEffect(() => {
    const placer = (): void => {
      const coins = zone.map(([lon, lat]) => carte.project([lon, lat]));
      polygone.current?.setAttribute("points", coins.map(({ x, y }) => `${x},${y}`).join(" "));
    };
    placer();
    return carte.onView(placer);
  }, [carte, zone]);
  return <polygon ref={polygone} className={s[nom]} fill={remplissage} />;
}
