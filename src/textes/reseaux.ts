import type { BilanLignes, ReseauImporte } from "../domain/reseau";
import { formatNumber, formatQuantity, plural } from "./format";

/** Every sentence about the road networks that the user imports. */
export const RESEAUX = {
  titre: "Réseau routier",
  chapeau:
    "Les minutes se calculent sur le réseau embarqué (Nouvelle-Aquitaine, et 50 km autour de la Haute-Vienne). Pour un autre territoire, ou des routes plus récentes, importez-les : un extrait OpenStreetMap (.osm.pbf) ou un GeoJSON de lignes.",
  importer: "Importer des routes",
  aide: "Le fichier est lu dans votre navigateur et n'en sort pas. Un .osm.pbf de 15 Mo demande quelques secondes.",
  lecture: (fichier: string) => `Lecture de « ${fichier} »`,
  annuler: "Annuler l'import",
  refuse: (fichier: string) => `« ${fichier} » n'est pas importé`,
  fini: (fichier: string) => `« ${fichier} » est importé`,
  utiliser: "Utiliser ce réseau",
  choix: "Réseau utilisé pour les minutes",
  embarque: "Réseau de Maillage",
  embarqueAide: "OpenStreetMap, août 2021 : Nouvelle-Aquitaine, et 50 km autour de la Haute-Vienne.",
  retirer: (fichier: string) => `Retirer « ${fichier} » de ce navigateur`,
  absent: (fichier: string) => `« ${fichier} », choisi dans ce travail, n'est plus dans ce navigateur.`,
  nonGarde: "Le navigateur refuse de le garder (stockage interdit ou plein) : il sert jusqu'à la fermeture de cette page.",
  pasGarde: "en mémoire seulement",
  estime: "La part en agglomération est estimée d'après les routes voisines ; les vitesses sont celles de Maillage.",
} as const;

/** « 338 887 voies lues, 338 887 ouvertes aux voitures. » and what was left out. */
export function lignesText({ lues, gardees, sansVoiture, accesInterdit }: BilanLignes): string {
  const ecartees = [
    sansVoiture > 0 ? `${formatNumber(sansVoiture)} sans voiture (chemins, services…)` : "",
    accesInterdit > 0 ? `${formatNumber(accesInterdit)} d'accès interdit` : "",
  ].filter(Boolean);
  const reste = ecartees.length === 0 ? "" : ` Écartées : ${ecartees.join(", ")}.`;
  return `${plural(lues, "voie lue", "voies lues")}, ${plural(gardees, "ouverte aux voitures", "ouvertes aux voitures")}.${reste}`;
}

/** « 101 665 km en 337 426 tronçons, 16 % en agglomération (estimé). » and what is cut off from the rest. */
export function grapheText({ graphe }: ReseauImporte): string {
  const { km, troncons, tronconsIsoles, partUrbaine } = graphe;
  const isoles = tronconsIsoles === 0 ? "" : ` ${plural(tronconsIsoles, "tronçon isolé", "tronçons isolés")} du reste, non gardé${tronconsIsoles > 1 ? "s" : ""}.`;
  return `${formatNumber(km)} km en ${plural(troncons, "tronçon", "tronçons")}, ${formatQuantity(partUrbaine, "part")} en agglomération (estimé).${isoles}`;
}
