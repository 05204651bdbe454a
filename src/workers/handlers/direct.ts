import { changementsEntre, tampons } from "../../analyses/temps-acces/changements";
import { TempsDirect } from "../../analyses/temps-acces/direct";
import type { TempsParams } from "../../analyses/temps-acces/compute";
import { success } from "../../domain/outcome";
import type { Table } from "../../domain/table";
import { pump, type PumpClock } from "../pump";
import type { Handler } from "../server";
import type { Comprendre } from "./demande";

/** A search that is kept while a hand moves a site. One at a time: a new one takes the place of the one before. */
interface Session {
  readonly id: number;
  readonly direct: TempsDirect;
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
  return {
    async ouvrir({ demande }, job) {
      const understood = await comprendre(demande, job);
      if (!understood.ok) return understood;
      const { analyse, params, lire } = understood.value;
      if (analyse.id !== "temps-acces") return success({ session: null });
      const depart = await lire();
      if (!depart.ok) return depart;
      // The parameters have just been read by this very analysis.
      const steps = TempsDirect.ouvrir(depart.value.inputs, params as TempsParams);
      const direct = await pump(steps, { clock, signal: job.signal, onProgress: () => undefined });
      if (direct === null) return success({ session: null });
      last += 1;
      session = { id: last, direct, table: direct.etat.table, mailles: direct.etat.mailles };
      return success({ session: last });
    },
    deplacer(ask, job) {
      if (session?.id !== ask.session) return Promise.resolve(success(null));
      const start = clock.now();
      const etat = session.direct.deplacer(ask.id, ask.lon, ask.lat);
      const changements = changementsEntre(session.table, ask.mailles ? session.mailles : null, etat);
      session.table = etat.table;
      if (ask.mailles) session.mailles = etat.mailles;
      job.transfer(tampons(changements));
      return Promise.resolve(success({ ...changements, ms: clock.now() - start }));
    },
    fermer(ask) {
      if (session?.id === ask.session) session = null;
      return Promise.resolve(success(null));
    },
  };
}
