import { changementsEntre, tampons } from "../../analyses/temps-acces/changements";
import { TempsDirect } from "../../analyses/temps-acces/direct";
import type { TempsParams } from "../../analyses/temps-acces/compute";
import { type Outcome, success } from "../../domain/outcome";
import type { Table } from "../../domain/table";
import { pump, type PumpClock } from "../pump";
import type { RunRequest } from "../protocol";
import type { Handler, Job } from "../server";
import type { Comprendre } from "./demande";

/** Minutes that follow a hand, and whether the road of a place may be in a tile that is not open. */
interface Suivi {
  readonly direct: TempsDirect;
  readonly doutes: (lon: number, lat: number) => boolean;
}

/** A search that is kept while a hand moves a site. One at a time: a new one takes the place of the one before. */
interface Session extends Suivi {
  readonly id: number;
  /** What the page knows: changes are told from there. */
  table: Table;
  mailles: Float64Array;
}

export interface Directs {
  readonly ouvrir: Handler<"direct-ouvrir">;
  readonly deplacer: Handler<"direct-deplacer">;
  readonly fermer: Handler<"direct-fermer">;
}

export function directs(comprendre: Comprendre, clock: PumpClock): Directs {
  let last = 0;
  let session: Session | null = null;

  /** Null where there is nothing to follow. */
  const suivre = async (demande: RunRequest, id: string, job: Job): Promise<Outcome<Suivi | null>> => {
    const understood = await comprendre(demande, job);
    if (!understood.ok) return understood;
    const { analyse, params, lire, doutes } = understood.value;
    if (analyse.id !== "temps-acces") return success(null);
    const depart = await lire(id);
    if (!depart.ok) return depart;
    const { inputs } = depart.value;
    // The parameters have just been read by this very analysis.
    const direct = await pump(TempsDirect.ouvrir(inputs, params as TempsParams), { clock, signal: job.signal, onProgress: () => undefined });
    if (direct === null || inputs.reseau === null) return success(null);
    const told = await doutes(inputs.reseau);
    return told.ok ? success({ direct, doutes: told.value }) : told;
  };

  return {
    async ouvrir({ demande, id }, job) {
      const suivi = await suivre(demande, id, job);
      if (!suivi.ok) return suivi;
      if (suivi.value === null) return success({ session: null });
      last += 1;
      const { direct } = suivi.value;
      session = { ...suivi.value, id: last, table: direct.etat.table, mailles: direct.mailles() };
      return success({ session: last });
    },
    deplacer(ask, job) {
      if (session?.id !== ask.session) return Promise.resolve(success(null));
      const start = clock.now();
      const { direct, doutes } = session;
      const etat = direct.deplacer(ask.id, ask.lon, ask.lat);
      // Its road may be in a closed tile, and somebody would go there: the drop will tell. Never met on the tiles that a territory opens.
      if (direct.sert(ask.id) && doutes(ask.lon, ask.lat)) {
        session = null;
        return Promise.resolve(success(null));
      }
      const mailles = ask.mailles ? direct.mailles() : session.mailles;
      const changements = changementsEntre(session.table, ask.mailles ? [session.mailles, mailles] : null, etat);
      Object.assign(session, { table: etat.table, mailles });
      job.transfer(tampons(changements));
      return Promise.resolve(success({ ...changements, ms: clock.now() - start }));
    },
    fermer(ask) {
      if (session?.id === ask.session) session = null;
      return Promise.resolve(success(null));
    },
  };
}
