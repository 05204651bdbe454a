import type { Besoin } from "../../analyses/analysis";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Donnees, ResourceName } from "../../domain/ressource";
import type { Etendue } from "../files";
import type { Loader } from "../loader";

/** Loads resources side by side; refused with every reason when one of them is missing. */
export async function lireDonnees(loader: Loader, besoins: readonly Besoin[], etendue: Etendue): Promise<Outcome<Donnees>> {
  const read = await Promise.all(besoins.map(({ ressource, etendue: wanted }) => loader.dataset(ressource, wanted === "tout" ? "tout" : etendue)));
  const refused = read.flatMap((one) => (one.ok ? [] : one.issues));
  if (refused.length > 0) return failure(...refused);
  const entries = read.flatMap((one) => (one.ok ? [[one.value.name, one.value] as const] : []));
  return success(Object.fromEntries(entries), read.flatMap(({ issues }) => issues));
}

export const entieres = (names: readonly ResourceName[]): readonly Besoin[] => names.map((ressource) => ({ ressource, etendue: "tout" }));

/** Loads what can be, whole: a sheet shows the figures it has, and says what is missing for the others. */
export async function lireDisponibles(loader: Loader, names: readonly ResourceName[]): Promise<Donnees> {
  const read = await Promise.all(names.map((name) => loader.dataset(name, "tout")));
  return Object.fromEntries(read.flatMap((one) => (one.ok ? [[one.value.name, one.value] as const] : [])));
}
