import type { OrigineMinutes } from "../domain/origine-minutes";
import type { RunRequest } from "./protocol";

/** JSON whose keys are in order, so that equal requests give equal texts; typed arrays as lists. */
function canonical(value: unknown): string {
  if (ArrayBuffer.isView(value)) return JSON.stringify(Array.from(value as Float64Array));
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const parts = entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${parts.join(",")}}`;
}

const FNV_PRIME = 0x01_00_01_93;

/** FNV-1a, 32 bits (Fowler, Noll, Vo, 1991), from a given basis. */
function fnv1a(text: string, basis: number): string {
  let hash = basis;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A short name for a value: equal values have the same. */
export function digest(value: unknown): string {
  const text = canonical(value);
  // Two bases make 64 bits: a session's few thousand results do not collide.
  return fnv1a(text, 0x81_1c_9d_c5) + fnv1a(text, 0x01_23_45_67);
}

/**
 * Names a result: the same analysis, version, parameters, perimeter, sites, data and origin of the minutes give the
 * same key. Of an outside engine, which one and where; never the user's key for it.
 */
export function resultKey({ moteur, ...request }: RunRequest, version: number, revision: string, origine: OrigineMinutes["kind"]): string {
  return digest({ ...request, version, revision, origine, ...(moteur === null ? {} : { moteur: { id: moteur.id, adresse: moteur.adresse } }) });
}
