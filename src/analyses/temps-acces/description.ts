import { GENRES_SITE, LIBELLE_GENRE } from "../../domain/genre-site";
import type { Description } from "../analysis";
import { parseFields } from "../shared/params";
import type { TempsParams } from "./compute";

const DEFAULTS: TempsParams = { genres: ["msp"], seuil: 20 };

const FIELDS: Description["fields"] = [
  {
    kind: "choix-multiple",
    name: "genres",
    label: "Rejoindre",
    help: "Avec plusieurs genres, on va au plus proche de n'importe lequel d'entre eux.",
    options: GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] })),
    min: 1,
    max: 4,
  },
  { kind: "curseur", name: "seuil", label: "Loin à partir de plus de", help: "Pour la phrase de résultat.", min: 5, max: 60, step: 1, unit: "min" },
];

export const descriptionTempsAcces: Description<TempsParams> = {
  id: "temps-acces",
  version: 4,
  label: "Temps d'accès",
  espace: "explorer",
  question: "Combien de minutes par la route jusqu'au site le plus proche ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "minutes",
  reseau: true,
  moteurs: "minutes",
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ genres }) => genres,
};
