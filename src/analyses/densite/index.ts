import type { Analysis, Besoin } from "../analysis";
import { parseFields } from "../shared/params";
import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { ResourceName } from "../../domain/ressource";
import { contoursDe } from "./communes-des-sites";
import { computeDensite, type DensiteParams } from "./compute";
import { findOffre, OFFRES } from "./offres";

const DEFAULTS: DensiteParams = { offre: "medecin", population: "municipale-2023" };

const FIELDS: Analysis["fields"] = [
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

const whole = (ressource: ResourceName): Besoin => ({ ressource, etendue: "tout" });

export const densite: Analysis<DensiteParams> = {
  id: "densite",
  version: 1,
  label: "Densité de l'offre",
  question: "Combien de professionnels ou de structures pour 100 000 habitants ?",
  defaults: DEFAULTS,
  fields: FIELDS,
  mainColumn: "pour_100k",
  reseau: false,
  parseParams: (raw) => parseFields(FIELDS, DEFAULTS, raw),
  needs({ offre, population }, perimetre, liste) {
    const chosen = findOffre(offre);
    const own = liste && chosen.genre !== null;
    return [
      { ressource: "communes", etendue: "territoire" },
      whole("territoires"),
      ...(own ? [whole(contoursDe(perimetre))] : chosen.ressources(SELECTION_PAR_DEFAUT).map(whole)),
      ...(population === "apl-2021" ? [whole("apl")] : []),
    ];
  },
  genres: ({ offre }) => {
    const { genre } = findOffre(offre);
    return genre === null ? [] : [genre];
  },
  compute: computeDensite,
};
