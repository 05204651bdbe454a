import type { Vitesses } from "../analyses/shared/reseau";
import type { Manifeste } from "../domain/manifeste";
import type { Outcome } from "../domain/outcome";
import type { Dataset, ResourceName } from "../domain/ressource";
import { parseDataset } from "../io/load-dataset";
import { createFiles, type Digest, type Etendue, type FetchBytes, remember } from "./files";
import { createEmbarques, type OpenReseau } from "./reseaux-embarques";

/** Reads the data package, each file once. A failure is not remembered: the next request tries again. */
export interface Loader {
  manifeste(): Promise<Outcome<Manifeste>>;
  dataset(name: ResourceName, etendue: Etendue): Promise<Outcome<Dataset>>;
  readonly reseau: OpenReseau;
  /** The default speeds, for a network that is not an embedded one. */
  vitesses(): Promise<Outcome<Vitesses>>;
}

/**
 * @param base address of the page, against which `donnees/` is resolved
 * @param digest null where the page may not compute it (plain http): sizes alone are compared
 */
export function createLoader(base: string, fetchBytes: FetchBytes, digest: Digest | null): Loader {
  const files = createFiles(base, fetchBytes, digest);
  const datasets = new Map<string, Promise<Outcome<Dataset>>>();
  return {
    manifeste: files.manifeste,
    dataset: (name, etendue) =>
      remember(datasets, `${name}/${etendue}`, async () => {
        const found = await files.ressource(name);
        if (!found.ok) return found;
        const read = await files.parts(found.value, etendue);
        const whole = etendue === "tout" || found.value.parts.every(({ part }) => part === "tout");
        return read.ok ? parseDataset(found.value, read.value, whole ? found.value.rows : null) : read;
      }),
    ...createEmbarques(files),
  };
}
