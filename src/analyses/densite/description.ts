import type { Description } from "../analysis";
import { parseFields } from "../shared/params";
import type { DensiteParams } from "./compute";
import { findOffre, OFFRES } from "./offres";

const DEFAULTS: DensiteParams = { offre: "medecin", population: "municipale-2023" };

const FIELDS: Description["fields"] = [
  { kind: "choix", name: "offre", label: "Offre de soins", options: OFFRES.map(({ value, label }) => ({ value, label })) },
  {
    kind: "choix",
    name: "population",
    label: "Habitants",
    help: "Celle de la table APL 2021 redonne les densités publiées avec la BPE 2020 (118,2 en Haute-Vienne).",
    options: [
      { value: "municipale-2023", label: "Population municipale 2023" },
      { value: "apl-2021", label: "Population 2021 de la table APL" },
    ],
  },
];

export const descriptionDensite: Description<DensiteParams> = {
  id: "densite",
  version: 3,
  label: "Densité de l'offre",
  espace: "explorer",
  question: "Combien de professionnels ou de structures pour 100 000 habitants ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "pour_100k",
  reseau: false,
  moteurs: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  genres: ({ offre }) => {
    const { genre } = findOffre(offre);
    return genre === null ? [] : [genre];
  },
};
