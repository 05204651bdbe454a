import { around } from "geokdbush";
import KDBush from "kdbush";

/** For each place (degrees), the others at `km` at most as the crow flies, ascending; none at all for 0. */
export function tooNear(lon: ArrayLike<number>, lat: ArrayLike<number>, km: number): readonly (readonly number[])[] {
  if (km <= 0 || lon.length === 0) return Array.from({ length: lon.length }, () => []);
  const tree = new KDBush(lon.length);
  for (let i = 0; i < lon.length; i += 1) tree.add(lon[i]!, lat[i]!);
  tree.finish();
  return Array.from(lon, (x, i) => around(tree, x, lat[i]!, Number.POSITIVE_INFINITY, km).filter((other) => other !== i).toSorted((a, b) => a - b));
}
