import type { Issue } from "./issue";

/** Expected trouble is a value: every fallible function of the pure core returns one of these. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function success<T>(value: T, issues: readonly Issue[] = []): Outcome<T> {
  return { ok: true, value, issues };
}

export function failure(...issues: readonly Issue[]): Outcome<never> {
  return { ok: false, issues };
}
