/** One acronym or term, explained where it stands. */
export interface Terme {
  readonly sigle: string;
  readonly nom: string;
  readonly definition: string;
}

export const GLOSSAIRE: readonly Terme[] = [
  { sigle: "APL", nom: "accessibilité potentielle localisée", definition: "Indicateur de la DREES : consultations de généralistes accessibles par an et par habitant standardisé, en tenant compte de la distance et de l'âge. On parle de sous-densité au-dessous de 2,5." },
  { sigle: "ARS", nom: "agence régionale de santé", definition: "Elle arrête le zonage médecins de la région." },
  { sigle: "BPE", nom: "base permanente des équipements", definition: "Dénombrement de l'INSEE des équipements et des professionnels par commune. Ses effectifs ne se mélangent jamais avec ceux de la CNAM." },
  { sigle: "bassin de vie", nom: "bassin de vie (BV2022)", definition: "Découpage de l'INSEE : le plus petit territoire où les habitants ont accès aux équipements courants. Ce n'est pas un territoire de vie-santé." },
  { sigle: "CNAM", nom: "caisse nationale de l'assurance maladie", definition: "Elle publie les effectifs de professionnels libéraux par département." },
  { sigle: "CPTS", nom: "communauté professionnelle territoriale de santé", definition: "Professionnels d'un territoire qui s'organisent autour d'un projet de santé commun." },
  { sigle: "CSV", nom: "valeurs séparées", definition: "Fichier de tableau que tous les tableurs ouvrent." },
  { sigle: "DREES", nom: "direction de la recherche, des études, de l'évaluation et des statistiques", definition: "Service statistique du ministère de la santé." },
  { sigle: "DUMG", nom: "département universitaire de médecine générale", definition: "Il forme les internes de médecine générale et recrute les maîtres de stage." },
  { sigle: "EHPAD", nom: "établissement d'hébergement pour personnes âgées dépendantes", definition: "Lieu de vie médicalisé." },
  { sigle: "EPCI", nom: "établissement public de coopération intercommunale", definition: "Intercommunalité : communauté de communes, d'agglomération, urbaine ou métropole." },
  { sigle: "FINESS", nom: "fichier national des établissements sanitaires et sociaux", definition: "Répertoire officiel des établissements de santé." },
  { sigle: "HZ", nom: "hors zonage", definition: "Commune qui n'est ni en zone d'intervention prioritaire ni en zone d'action complémentaire." },
  { sigle: "INSEE", nom: "institut national de la statistique et des études économiques", definition: "Producteur des populations, des découpages et de la base permanente des équipements." },
  { sigle: "MCS", nom: "médecin correspondant du SAMU", definition: "Généraliste formé à l'urgence, qui intervient en attendant le SMUR loin des hôpitaux." },
  { sigle: "METRIC", nom: "distancier METRIC", definition: "Distancier de l'INSEE, référence des temps de route de la statistique publique. Les vitesses de Maillage sont calées dessus." },
  { sigle: "MSP", nom: "maison de santé pluriprofessionnelle", definition: "Structure où des professionnels libéraux exercent ensemble autour d'un projet de santé." },
  { sigle: "MSU", nom: "maître de stage universitaire", definition: "Généraliste qui accueille et forme des étudiants dans son cabinet." },
  { sigle: "OSM", nom: "OpenStreetMap", definition: "Carte libre du monde, source du graphe routier et du fond de carte." },
  { sigle: "SAMU", nom: "service d'aide médicale urgente", definition: "Il reçoit les appels au 15 et envoie le moyen adapté." },
  { sigle: "SMUR", nom: "structure mobile d'urgence et de réanimation", definition: "Équipe médicale qui se déplace auprès du patient." },
  { sigle: "ZAC", nom: "zone d'action complémentaire", definition: "Zone fragile, à un degré moindre que la zone d'intervention prioritaire." },
  { sigle: "ZIP", nom: "zone d'intervention prioritaire", definition: "Zone la plus touchée par le manque de médecins, où les aides à l'installation sont les plus fortes." },
];

const PAR_SIGLE = new Map(GLOSSAIRE.map((terme) => [terme.sigle, terme]));
const MOTIF = new RegExp(`(?<![\\p{L}\\d-])(${GLOSSAIRE.map((terme) => terme.sigle).join("|")})(?![\\p{L}\\d])`, "gu");

/** A text cut at the acronyms the glossary knows, first occurrence of each only. */
export function segmenter(texte: string): readonly { readonly texte: string; readonly terme: Terme | null }[] {
  const morceaux: { texte: string; terme: Terme | null }[] = [];
  const vus = new Set<string>();
  let debut = 0;
  for (const trouve of texte.matchAll(MOTIF)) {
    const terme = PAR_SIGLE.get(trouve[0]);
    if (terme === undefined || vus.has(terme.sigle)) continue;
    vus.add(terme.sigle);
    if (trouve.index > debut) morceaux.push({ texte: texte.slice(debut, trouve.index), terme: null });
    morceaux.push({ texte: trouve[0], terme });
    debut = trouve.index + trouve[0].length;
  }
  if (debut < texte.length) morceaux.push({ texte: texte.slice(debut), terme: null });
  return morceaux;
}
