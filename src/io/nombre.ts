const SPACES = /[\s\u00a0\u202f]/g;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A decimal number as people write it: point or comma, thin or plain spaces between thousands.
 * NaN for an empty cell (« pas de donnée »), null when it is not a number.
 */
export function parseNombre(text: string): number | null {
  const bare = text.replace(SPACES, "").replace(",", ".");
  if (bare === "") return Number.NaN;
  return DECIMAL.test(bare) ? Number(bare) : null;
}
