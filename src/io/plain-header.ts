/** A header without accents, in lower case: how columns are recognised. */
export function plainHeader(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
