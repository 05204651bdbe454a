import type { FactValue, Params } from "../../analyses/analysis";
import type { CoucheId } from "../../domain/couche";
import type { Niveau, Territoire } from "../../domain/perimetre";
import type { Sentence } from "../../domain/sentence";
import type { Table } from "../../domain/table";
import type { Autour } from "../lire-ecran";
import type { Capture, GenrePage } from "../page";

/** A screen to compute: what is not said stays at its default. */
export interface EcranVoulu {
  readonly analyse: string;
  readonly params?: Params;
  readonly niveau?: Niveau;
  readonly couches?: readonly CoucheId[];
  readonly vue?: string;
}

/** What a screen gave, for the words of the pages. */
export interface Lu {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly table: Table;
  readonly summary: Sentence;
}
export type Lus = Readonly<Record<string, Lu>>;

interface PageBase {
  /** Name of the page within its model. */
  readonly cle: string;
  readonly genre: GenrePage;
  titre(lus: Lus): string;
  /** Empty: the sentence of the result. */
  texte?(lus: Lus): string;
  notes?(lus: Lus): string;
}

/** A page that shows a screen; one that shows the screen of another page under another form; one that is made of words, whose figures are those of the pages it cites; one that brings its own content. */
export type PageVoulue =
  | (PageBase & { readonly ecran: EcranVoulu })
  | (PageBase & { readonly comme: string })
  | (PageBase & { readonly cite: readonly string[] })
  | (PageBase & { readonly contenu: Capture });

/** A ready-made presentation: one file each, computed for the territory at hand. */
export interface Modele {
  readonly id: string;
  /** Whether it can be made for a territory. */
  pour(territoire: Territoire): boolean;
  pages(territoire: Territoire, autour: Pick<Autour, "date" | "suivi">): Promise<readonly PageVoulue[]>;
}
