import type { Unit } from "../domain/units";
import { formatQuantity } from "./format";

/** A named scalar of an analysis as a figure on a page. */
interface Figure {
  readonly fait: string;
  readonly libelle: string;
  readonly unite: Unit;
  readonly decimales?: number;
}

/** The figures worth a page, by analysis, the first one first. An analysis that is not here has none. */
const FIGURES: Readonly<Record<string, readonly Figure[]>> = {
  "temps-acces": [
    { fait: "minutes_moyenne", libelle: "par la route, en moyenne par habitant, jusqu'au site le plus proche", unite: "minutes", decimales: 1 },
    { fait: "habitants_loin", libelle: "au-delà du seuil choisi", unite: "habitants" },
    { fait: "communes_loin", libelle: "communes au-delà du seuil choisi", unite: "nombre" },
    { fait: "minutes_p90", libelle: "au plus pour neuf habitants sur dix", unite: "minutes", decimales: 1 },
  ],
  densite: [
    { fait: "nombre", libelle: "professionnels ou sites comptés dans le territoire", unite: "nombre" },
    { fait: "pour_100k", libelle: "pour 100 000 habitants", unite: "nombre", decimales: 1 },
    { fait: "pour_100k_region", libelle: "pour 100 000 habitants en Nouvelle-Aquitaine", unite: "nombre", decimales: 1 },
    { fait: "habitants", libelle: "dans le territoire", unite: "habitants" },
  ],
  couverture: [
    { fait: "part", libelle: "des habitants dans la limite de temps choisie", unite: "part", decimales: 1 },
    { fait: "habitants_non_couverts", libelle: "au-delà de cette limite", unite: "habitants" },
    { fait: "communes_couvertes", libelle: "communes dans la limite", unite: "nombre" },
    { fait: "sites", libelle: "sites comptés, voisins compris", unite: "nombre" },
  ],
  fragilite: [
    { fait: "fragiles", libelle: "territoires fragiles", unite: "nombre" },
    { fait: "habitants_fragiles", libelle: "dans un territoire fragile", unite: "habitants" },
    { fait: "surs", libelle: "territoires fragiles presque quels que soient les poids", unite: "nombre" },
  ],
  zonage: [
    { fait: "part_zip", libelle: "des habitants en ZIP", unite: "part", decimales: 1 },
    { fait: "part_zac", libelle: "des habitants en ZAC", unite: "part", decimales: 1 },
    { fait: "hors_zonage_fragiles", libelle: "territoires hors zonage mais fragiles", unite: "nombre" },
    { fait: "zip_bien_dotes", libelle: "territoires en ZIP mais bien dotés", unite: "nombre" },
  ],
  departs: [
    { fait: "apl_2021", libelle: "consultations par an et par habitant en 2021 (APL)", unite: "nombre", decimales: 2 },
    { fait: "apl_projetee", libelle: "l'année choisie, si l'hypothèse se vérifie", unite: "nombre", decimales: 2 },
    { fait: "zones_a_risque", libelle: "territoires qui passeraient sous le seuil", unite: "nombre" },
    { fait: "habitants_a_risque", libelle: "dans ces territoires", unite: "habitants" },
  ],
  apl: [
    { fait: "apl_estimee", libelle: "consultations par an et par habitant, estimées ici", unite: "nombre", decimales: 2 },
    { fait: "apl_officielle_2021", libelle: "consultations, APL officielle 2021 de la DREES", unite: "nombre", decimales: 2 },
  ],
  "maitrise-de-stage": [
    { fait: "communes_fragiles", libelle: "communes fragiles", unite: "nombre" },
    { fait: "habitants_fragiles_loin", libelle: "de communes fragiles, loin d'un maître de stage", unite: "habitants" },
    { fait: "minutes", libelle: "jusqu'au maître de stage le plus proche, en moyenne", unite: "minutes", decimales: 1 },
  ],
  recrutement: [
    { fait: "recrutements", libelle: "recrutements utiles", unite: "nombre" },
    { fait: "habitants_fragiles_loin", libelle: "de communes fragiles, loin d'un maître de stage aujourd'hui", unite: "habitants" },
  ],
  comparaison: [
    { fait: "etat_2_habitants_gagnes", libelle: "gagnés par le premier scénario, à la limite choisie", unite: "habitants" },
    { fait: "etat_2_habitants_perdus", libelle: "perdus par ce scénario", unite: "habitants" },
    { fait: "etat_2_minutes_moyenne", libelle: "en moyenne avec ce scénario", unite: "minutes", decimales: 1 },
    { fait: "etat_1_minutes_moyenne", libelle: "en moyenne dans l'état de référence", unite: "minutes", decimales: 1 },
  ],
  tournee: [
    { fait: "arrets", libelle: "arrêts", unite: "nombre" },
    { fait: "habitants_proches", libelle: "éloignés aujourd'hui, près d'un arrêt", unite: "habitants" },
    { fait: "minutes_route", libelle: "de route en tout", unite: "minutes" },
    { fait: "km", libelle: "de route en tout", unite: "km" },
  ],
  "ou-vivre": [
    { fait: "restants", libelle: "communes qui répondent à tout ce qui est demandé", unite: "nombre" },
    { fait: "communes", libelle: "communes regardées", unite: "nombre" },
    { fait: "meilleur_score", libelle: "points sur 100, le meilleur score parmi elles", unite: "nombre" },
    { fait: "minutes_meilleure", libelle: "de la mieux notée au point de départ", unite: "minutes" },
  ],
  implantation: [
    { fait: "habitants_gagnes", libelle: "de plus dans la limite de temps", unite: "habitants" },
    { fait: "part", libelle: "des habitants dans la limite, après", unite: "part", decimales: 1 },
    { fait: "part_avant", libelle: "des habitants dans la limite, aujourd'hui", unite: "part", decimales: 1 },
    { fait: "minutes_moyenne", libelle: "en moyenne, après", unite: "minutes", decimales: 1 },
  ],
};

/** The figures of a result, worded; those it does not know are left out. A fact that is a text (« < 5 ») is shown as it is. */
export function chiffresDe(analyse: string, facts: Readonly<Record<string, string | number | boolean | null>>): readonly { readonly valeur: string; readonly libelle: string }[] {
  return (FIGURES[analyse] ?? []).flatMap(({ fait, libelle, unite, decimales = 0 }) => {
    const value = facts[fait];
    if (typeof value === "number" && Number.isFinite(value)) return [{ valeur: formatQuantity(value, unite, decimales), libelle }];
    return typeof value === "string" ? [{ valeur: value, libelle }] : [];
  });
}
