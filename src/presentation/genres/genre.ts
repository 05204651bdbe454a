import type { Corps } from "../../documents/pages/feuille";
import type { Capture, GenrePage, Page } from "../page";

/** A kind of page: nothing else knows how many there are. */
export interface Genre {
  readonly id: GenrePage;
  /** Whether it shows a screen: it then keeps it, and is computed again. */
  readonly vivant: boolean;
  /** Whether a captured screen has what it shows. */
  possible(capture: Capture): boolean;
  /** What stands in the middle of the page; null when the page has nothing for it. */
  corps(page: Page): Corps | null;
}
