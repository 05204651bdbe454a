import type { Description } from "../analysis";

/** How a fragility score is made and from where it is fragile: the same of every analysis that scores. */
export const CHAMPS_NOTE: Description["fields"] = [
  {
    kind: "choix",
    name: "normalisation",
    avance: true,
    label: "Noter de 0 à 100",
    options: [
      { value: "rang", label: "Par rang parmi les territoires affichés" },
      { value: "seuils", label: "Par seuils fixes" },
    ],
  },
  { kind: "curseur", name: "seuil", label: "Fragile à partir de", help: "Bien doté : à 100 moins autant.", min: 50, max: 95, step: 1, unit: "sur 100" },
];
