import { GENRES_SITE, LIBELLE_GENRE } from "../../domain/genre-site";
import type { Description, FieldOption } from "../analysis";
import { parseFields } from "../shared/params";
import { AVEC_LISTE, LISTE } from "./choix";
import type { CouvertureParams } from "./compute";

const DEFAULTS: CouvertureParams = { genres: ["msp"], seuil: 20, demande: "cellules", comparaison: "" };

const GENRES: readonly FieldOption[] = GENRES_SITE.map((value) => ({ value, label: LIBELLE_GENRE[value] }));

const FIELDS: Description["fields"] = [
  {
    kind: "choix-multiple",
    name: "genres",
    label: "Être proche de",
    help: "Soins urgents : SMUR ou médecin correspondant, et service d'urgences, 30 min.",
    options: GENRES,
    min: 1,
    max: 4,
  },
  { kind: "curseur", name: "seuil", label: "À", min: 5, max: 60, step: 1, unit: "min au plus" },
  {
    kind: "choix",
    name: "demande",
    label: "Compter les habitants",
    options: [
      { value: "cellules", label: "Là où ils habitent (mailles de 500 m)" },
      { value: "chef-lieu", label: "Au chef-lieu de leur commune" },
    ],
  },
  {
    kind: "choix",
    name: "comparaison",
    label: "Comparer avec",
    help: "Zones gagnées, perdues et inchangées quand on passe à cette seconde situation.",
    options: [
      { value: "", label: "Rien" },
      { value: LISTE, label: "Ma liste de sites" },
      { value: AVEC_LISTE, label: "Les mêmes, plus ma liste de sites" },
      ...GENRES,
    ],
  },
];

export const descriptionCouverture: Description<CouvertureParams> = {
  id: "couverture",
  version: 4,
  label: "Couverture",
  espace: "explorer",
  question: "Qui est à moins de tant de minutes d'un site, et qui ne l'est pas ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "part",
  reseau: true,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ genres }) => genres,
};
