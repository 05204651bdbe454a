import { GENRES_SITE, LIBELLE_GENRE, type GenreSite } from "../../domain/genre-site";
import type { Description } from "../analysis";
import { parseFields } from "../shared/params";

export type IsochronesParams = {
  readonly genres: readonly GenreSite[];
  /** Id of one site of these kinds; « » for all of them. */
  readonly site: string;
  /** Minutes, as the menu writes them. */
  readonly limites: readonly string[];
  readonly direction: "vers" | "depuis";
};

const DEFAULTS: IsochronesParams = { genres: ["msp"], site: "", limites: ["10", "20", "30"], direction: "vers" };

/** 5 to 60 minutes, five by five. */
const LIMITES = Array.from({ length: 12 }, (_, i) => String(5 * (i + 1)));

const FIELDS: Description["fields"] = [
  {
    kind: "choix-multiple",
    name: "genres",
    label: "Autour de",
    help: "Avec plusieurs genres, la zone est celle du plus proche de n'importe lequel d'entre eux.",
    options: GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] })),
    min: 1,
    max: 4,
  },
  { kind: "site", name: "site", label: "Site" },
  {
    kind: "choix-multiple",
    name: "limites",
    label: "En",
    options: LIMITES.map((value) => ({ value, label: `${value} min` })),
    min: 1,
    max: 6,
  },
  {
    kind: "choix",
    name: "direction",
    label: "Sens du trajet",
    help: "Les sens uniques font que l'aller et le retour peuvent différer.",
    options: [
      { value: "vers", label: "Vers le site (un patient qui vient)" },
      { value: "depuis", label: "Depuis le site (un soignant qui se déplace)" },
    ],
  },
];

export const descriptionIsochrones: Description<IsochronesParams> = {
  id: "isochrones",
  version: 4,
  label: "Isochrones",
  espace: "explorer",
  question: "Jusqu'où va-t-on en tant de minutes autour d'un site, ou de tous ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "nom",
  reseau: true,
  moteurs: "isochrones",
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ genres }) => genres,
};
