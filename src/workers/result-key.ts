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

/** Names a result: the same analysis, version, parameters, perimeter, sites and data give the same key. */
export function resultKey(request: RunRequest, version: number, revision: string): string {
  const text = canonical({ ...request, version, revision });
  // Two bases make 64 bits: a session's few thousand results do not collide.
  return fnv1a(text, 0x81_1c_9d_c5) + fnv1a(text, 0x01_23_45_67);
}
