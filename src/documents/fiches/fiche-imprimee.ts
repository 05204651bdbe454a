import type { AtelierDuLieu, DocumentCite } from "../../domain/ateliers";
import type { FaitsFiche, NoteFait } from "../../domain/fiche";
import type { GenreSite } from "../../domain/genre-site";
import type { PlanDuLieu } from "../../domain/plan";
import type { LieuProfil } from "../../domain/profil";
import type { Lissage } from "../../textes/fiches-imprimees";
import type { SvgMapInput } from "../svg-map/input";

/** The levels that have sheets. */
export const NIVEAUX_FICHE = ["commune", "epci", "bassin-de-vie"] as const;
export type NiveauFiche = (typeof NIVEAUX_FICHE)[number];

/** One kind of care: how many inside, and the nearest. */
export interface Soin {
  readonly genre: GenreSite;
  readonly nombre: number | null;
  /** The nearest; of a group, the minutes in mean by inhabitant and no site. */
  readonly proche?: {
    readonly minutes: number | null;
    readonly note: NoteFait | null;
    readonly site: { readonly nom: string; readonly commune: string | null; /** Day or year. */ readonly ouverture: string | null } | null;
  };
}

/** Everything a printed sheet says. */
export interface FicheImprimee {
  readonly niveau: NiveauFiche;
  readonly code: string;
  /** The facts of the sheet on screen. */
  readonly faits: FaitsFiche;
  /** Those of its wider places, nearest first. */
  readonly reperes: readonly FaitsFiche[];
  readonly lissage: Lissage;
  readonly soins: readonly Soin[];
  /** Minutes from Limoges (in mean by inhabitant of a group); null where no road is known; absent where the question has no sense. */
  readonly limoges?: number | null;
  /** Null outside the département the plan is about. */
  readonly plan: PlanDuLieu | null;
  /** The workshops that spoke of it, surest first, and the document they are in. */
  readonly ateliers: { readonly document: DocumentCite; readonly trouves: readonly AtelierDuLieu[] };
  /** Its fragility, then that of its wider places. */
  readonly profil: readonly LieuProfil[];
  readonly carte: SvgMapInput;
  readonly lien: Lien;
}

/** The link that reopens the live view. */
export interface Lien {
  readonly href: string;
  /** As one reads it. */
  readonly texte: string;
  /** Whole address for the QR code; null when the address of the app is not known. */
  readonly adresse: string | null;
}

/** The file of a sheet, beside the index. */
export function fichierDe(code: string): string {
  return `${encodeURIComponent(code)}.html`;
}
