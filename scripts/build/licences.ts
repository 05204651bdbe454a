import type { Licence } from "./step";

export const LICENCE_OUVERTE: Licence = {
  name: "etalab-2.0",
  title: "Licence Ouverte 2.0",
  path: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
};
export const ODBL: Licence = {
  name: "ODbL-1.0",
  title: "Open Database License 1.0 (© les contributeurs d'OpenStreetMap)",
  path: "https://opendatacommons.org/licenses/odbl/1-0/",
};
export const MIT: Licence = { name: "MIT", title: "Licence MIT (projet Maillage)", path: "https://opensource.org/license/mit" };
export const A_CONFIRMER: Licence = {
  name: "other-open",
  title: "Données ouvertes de l'Assurance maladie, licence à confirmer",
  path: "https://data.ameli.fr/",
};
