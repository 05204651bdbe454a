import { parCpts } from "../../analyses/shared/niveau-cpts";
import { success } from "../../domain/outcome";
import type { Loader } from "../loader";
import { type LireTerritoire, territoires } from "./territoire";

/** The package as the level of the imported perimeters needs it. */
export function avecCpts(loader: Loader): Loader {
  return {
    ...loader,
    async dataset(name, etendue) {
      const [read, cpts] = await Promise.all([loader.dataset(name, etendue), loader.dataset("cpts", "tout")]);
      if (!read.ok) return read;
      return cpts.ok ? success(parCpts(read.value, cpts.value), read.issues) : cpts;
    },
  };
}

/** Reads a territory that knows the imported perimeters, anew each time: another table may have been brought. */
export const lireTerritoireCpts = (loader: Loader): LireTerritoire => territoires(avecCpts(loader));
