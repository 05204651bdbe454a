import { SANS_HYPOTHESE, SOMMETS_MAX, type Zone } from "../../domain/vitesses";
import { arrondir, setVitesses } from "../../project/edits";
import type { Commands } from "./commands";
import { type Contexte, patch } from "./context";
import type { Editer } from "./edit";

type ZoneCommands = Pick<Commands, "tracer" | "ajouterSommet" | "retirerSommet" | "fermerTrace" | "rouvrirZone">;

/** Corners that make a zone. */
const SOMMETS_MIN = 3;

/** Zones closed to traffic, drawn on the map: corners first, then one edit of the document. */
export function zoneCommands(contexte: Contexte, editer: Editer): ZoneCommands {
  const { store } = contexte;
  const poser = (trace: Zone | null): void => patch(contexte, "session", { trace });
  const scenario = () => store.getState().document.courant.vitesses ?? SANS_HYPOTHESE;
  return {
    tracer: (actif) => patch(contexte, "session", { trace: actif ? [] : null, pose: false }),
    ajouterSommet(lon, lat) {
      const { trace } = store.getState().session;
      if (trace !== null && trace.length < SOMMETS_MAX) poser([...trace, [arrondir(lon), arrondir(lat)]]);
    },
    retirerSommet: () => poser(store.getState().session.trace?.slice(0, -1) ?? null),
    fermerTrace() {
      const { trace } = store.getState().session;
      if (trace === null || trace.length < SOMMETS_MIN) return;
      const courant = scenario();
      poser(null);
      editer(setVitesses({ ...courant, zones: [...courant.zones, trace] }));
    },
    rouvrirZone(rang) {
      const courant = scenario();
      editer(setVitesses({ ...courant, zones: courant.zones.filter((_, i) => i !== rang) }));
    },
  };
}
