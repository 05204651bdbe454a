/** What the Méthode space says besides the notes of the analyses. */
export interface Repere {
  readonly figure: string;
  readonly valeur: string;
  readonly source: string;
  /** true: computed again from the package and checked by the tests; false: quoted from the source. */
  readonly recalcule: boolean;
}

export const REPERES: readonly Repere[] = [
  { figure: "Zonage médecins de Haute-Vienne, mai 2025", valeur: "54 communes en ZIP, 100 en ZAC, 41 hors zonage ; 8,9 %, 30,6 % et 60,5 % des habitants", source: "arrêté de l'ARS, population municipale 2023 (INSEE)", recalcule: true },
  { figure: "Population 2023", valeur: "Haute-Vienne 373 167 ; Nouvelle-Aquitaine 6 150 451", source: "INSEE", recalcule: true },
  { figure: "Médecins généralistes de Haute-Vienne, BPE 2020", valeur: "440, soit 118,2 pour 100 000 habitants ; 46,8 % à Limoges ; région 100,3 pour 100 000", source: "INSEE, base permanente des équipements", recalcule: true },
  { figure: "Maisons de santé (FINESS 2021)", valeur: "10 en Haute-Vienne, 5 en Creuse, 15 en Corrèze, 21 en Dordogne, 24 dans la Vienne", source: "FINESS", recalcule: true },
  { figure: "APL aux généralistes, Haute-Vienne", valeur: "4,32 en 2021 (3,90 avec les médecins de 65 ans et moins) ; 3,96 en 2024", source: "DREES", recalcule: true },
  { figure: "Généralistes de Haute-Vienne, fin 2021", valeur: "398, dont 45 % à Limoges ; 29,4 % ont plus de 60 ans", source: "plan d'attractivité médicale 87 (14 juin 2024), d'après la CNAM", recalcule: false },
  { figure: "Densité de généralistes", valeur: "109,2 en Haute-Vienne (105 en 2023), 96,1 en Nouvelle-Aquitaine, 84,6 en France, pour 100 000 habitants", source: "plan d'attractivité médicale 87", recalcule: false },
  { figure: "Densité de spécialistes", valeur: "80 en Haute-Vienne, 83,3 en Nouvelle-Aquitaine, 82,2 en France, pour 100 000 habitants", source: "plan d'attractivité médicale 87", recalcule: false },
  { figure: "Maisons de santé fin 2016", valeur: "107 en Nouvelle-Aquitaine, 5 en Haute-Vienne", source: "Pacte territoire-santé, édition régionale (105 dans l'édition nationale)", recalcule: false },
  { figure: "Population sans médecin traitant", valeur: "Limoges 7,5 %, Bessines 5,60 %, Saint-Yrieix 5,5 %, Saint-Junien 5,37 %", source: "CNR Santé 2022", recalcule: false },
];

export const LIMITES: readonly { readonly titre: string; readonly texte: string }[] = [
  { titre: "Les minutes par la route", texte: "Elles couvrent toute la Nouvelle-Aquitaine, et 50 km autour de la Haute-Vienne. Si le graphe ne peut pas être lu, le temps d'accès et la couverture deviennent tout entiers une estimation à vol d'oiseau (écart moyen d'environ 4 min), dite dans la phrase, les titres et les sources, et jamais mêlée à des minutes par la route ; les isochrones et le patient traceur, qui suivent les routes, n'ont alors pas de minutes. Ce sont des temps en heure creuse, calés sur le distancier METRIC de l'INSEE ; la circulation, la neige et le stationnement n'y sont pas." },
  { titre: "Les moteurs extérieurs", texte: "Désactivés au départ. Après votre accord, l'IGN, OSRM, Valhalla ou openrouteservice peuvent donner les minutes depuis les chefs-lieux, vers le plus proche des 5 sites les plus proches à vol d'oiseau ; tous sauf OSRM peuvent tracer leurs isochrones en contour sur les nôtres. Leurs minutes portent leur nom, leur adresse et leur date ; un chef-lieu sans réponse est « pas de donnée »." },
  { titre: "Un temps égal au seuil compte", texte: "Partout, « à 15 min au plus » comprend les points qui sont exactement à 15 min. Les classes de la légende comprennent leur borne supérieure." },
  { titre: "Le bord des données", texte: "On se soigne au-delà des limites du département : les sites de toute la région et des départements voisins comptent. Là où le bord des données est plus proche que le site, les minutes sont marquées « temps peut-être surestimé »." },
  { titre: "Le zonage", texte: "Le millésime affiché est celui de mai 2025, probablement remplacé depuis : vérifiez l'arrêté en vigueur auprès de l'ARS avant toute décision d'aide." },
  { titre: "Deux comptages de médecins", texte: "La BPE (INSEE) compte par commune, la CNAM par département ; leurs définitions diffèrent. Maillage ne les mélange jamais dans un même tableau." },
  { titre: "Les lieux de stage", texte: "Ceux de la carte sont un jeu de démonstration, hachuré et marqué « illustratif ». Importez votre propre liste pour travailler sur des lieux réels." },
  { titre: "Pas de donnée n'est pas zéro", texte: "Une case sans donnée est dite comme telle, sur la carte, dans le tableau et dans les exports ; elle n'entre dans aucune moyenne." },
];

export const LICENCES: readonly { readonly nom: string; readonly texte: string }[] = [
  { nom: "Licence Ouverte 2.0 (Etalab)", texte: "Données de l'INSEE, de la DREES, de la CNAM, du ministère de la santé (FINESS) et de l'ARS : producteur et millésime sont cités sur chaque écran et chaque export." },
  { nom: "Open Database License (ODbL)", texte: "Fond de carte et graphe routier : © les contributeurs d'OpenStreetMap. Les bases dérivées se partagent sous la même licence." },
  { nom: "SIL Open Font License", texte: "Police Noto Sans, embarquée : aucune police n'est demandée à un autre site." },
  { nom: "Licence MIT", texte: "Code de Maillage et de la plupart de ses bibliothèques." },
];
