import type { CauseImpossible, Issue, IssueCode, IssueParams, LieuxCandidats, RegleCandidat } from "../domain/issue";
import type { MomentSoins } from "../domain/moments";
import type { RessourceImportee } from "../domain/ressource";
import { TITRE_IMPORTABLE } from "../domain/table-importee";
import { formatNumber, formatQuantity, plural } from "./format";

/** « d'OSRM », « de Valhalla ». */
const de = (nom: string): string => (/^[aeiouy]/i.test(nom) ? `d'${nom}` : `de ${nom}`);

const estVide = (cellule: string): boolean => cellule.trim() === "";

/** A cell of a file as it is quoted. */
const cite = (cellule: string): string => (estVide(cellule) ? "case vide" : `« ${cellule} »`);

/** Thousands of euros. */
const kilo = (value: number): string => `${formatNumber(value)}\u00a0k€`;

const REGLES: Readonly<Record<RegleCandidat, string>> = {
  maille: "habitants de la maille",
  territoire: "hors du territoire",
  doublon: "même lieu qu'un point précédent",
  reseau: "chef-lieu hors du réseau routier",
  interdite: "commune écartée",
  habitants: "habitants autour",
  medecins: "généralistes autour",
  eloignement: "loin d'un site existant",
  zonage: "zonage",
  services: "services déjà dans la commune",
};

/** What a point's own place, and no figure of a rule, is to blame for. */
const SUR_PLACE: ReadonlySet<RegleCandidat> = new Set(["territoire", "doublon", "reseau"]);

const regle = (nom: RegleCandidat, lieux: LieuxCandidats): string => (lieux !== "communes" && nom === "reseau" ? "hors du réseau routier" : lieux === "cellules" && nom === "interdite" ? "commune ou maille écartée" : REGLES[nom]);

/** How the places that stand for a choice are called: left out, none left, the last ones, and what the rest of a list is. */
const LIEUX: Readonly<Record<LieuxCandidats, { readonly ecarte: readonly [string, string]; readonly aucun: string; readonly dernier: readonly [string, string]; readonly autre: readonly [string, string] }>> = {
  communes: { ecarte: ["commune écartée", "communes écartées"], aucun: "Aucune commune candidate", dernier: ["la dernière", "dernières"], autre: ["autre", "autres"] },
  cellules: { ecarte: ["maille écartée", "mailles écartées"], aucun: "Aucune maille candidate", dernier: ["la dernière", "dernières"], autre: ["autre commune", "autres communes"] },
  points: { ecarte: ["point écarté", "points écartés"], aucun: "Aucun point candidat", dernier: ["le dernier", "derniers"], autre: ["autre", "autres"] },
};

/** How a list that a rule emptied is filled again. */
function relacher(p: IssueParams["aucun-candidat"]): string {
  if (p.possible !== null) return `Baissez-la à ${formatNumber(p.possible)} ou moins.`;
  return p.lieux === "points" && SUR_PLACE.has(p.regle) ? "Vérifiez leurs coordonnées, ou changez de territoire." : "Élargissez-la.";
}

const IMPOSSIBLE: Readonly<Record<CauseImpossible, (p: IssueParams["implantation-impossible"]) => string>> = {
  "imposes-trop": (p) => `${plural(p.nombre, "commune imposée", "communes imposées")}, plus que de nouveaux sites : augmentez leur nombre.`,
  "imposes-proches": (p) => `Deux communes imposées, ${p.noms.join(" et ")}, sont plus proches que l'espacement demandé : réduisez-le, ou n'en imposez qu'une.`,
  "imposes-budget": (p) => `Les communes imposées coûtent ${kilo(p.nombre)}, plus que le budget : augmentez-le.`,
  budget: (p) => (p.nombre > 0 ? `Le budget ne paie aucun site (le moins cher : ${kilo(p.nombre)}) : augmentez-le.` : "Aucun choix ne tient dans ce budget avec ces règles : augmentez-le, ou demandez moins."),
  places: (p) => `Pas assez de places : même avec un site dans chaque candidate, ${formatQuantity(p.part, "part", 1)} des habitants servis au plus. Augmentez-les, ou demandez une part moindre.`,
  "places-manquent": (p) => `Pas assez de places pour que chacun ait la sienne : il en manque ${formatNumber(Math.ceil(p.nombre))}. ${p.sites === null ? "Un site dans chaque candidate n'y suffirait pas : augmentez les places par site." : `Augmentez les places par site, ou ouvrez ${plural(p.sites, "nouveau site", "nouveaux sites")} au moins.`}`,
  "budget-court": (p) => `Ce budget n'y suffit pas : il faut ${kilo(p.nombre)}${p.prouve ? "" : " au plus"}, pour ${plural(p.sites ?? 0, "nouveau site", "nouveaux sites")}. Augmentez-le, demandez une part moindre, ou allongez le seuil.`,
  part: (p) => `Aucun choix ne couvre cette part : même avec un site dans chaque candidate, ${formatQuantity(p.part, "part", 1)} au plus. Demandez moins, allongez le seuil, ou élargissez les règles des candidates.`,
  "hors-atteinte": (p) => `${plural(p.nombre, "habitant n'est", "habitants ne sont")} à portée d'aucun site, existant ou possible : ce but n'a pas de sens ici. Élargissez les règles des candidates.`,
  "aucun-choix": () => "Aucun choix de sites ne respecte à la fois l'espacement, les communes imposées et ce but : réduisez l'espacement, augmentez le nombre de sites, ou demandez une part moindre.",
  "sans-reponse": () => "Aucun choix trouvé dans le temps donné : donnez plus de temps, ou réduisez l'espacement.",
};

const MOMENT: Readonly<Record<MomentSoins, string>> = { jour: "de jour", soir: "de soir", nuit: "de nuit", week_end: "le week-end" };

/** What each table that only the user has must hold. */
const COLONNES: Readonly<Record<RessourceImportee, string>> = {
  "zonage-compare": "code_insee;zone",
  "ages-medecins": "code_insee;age, ou code_insee;tranche;effectif",
  cpts: "code_insee;cpts, ou un GeoJSON de surfaces nommées",
  "soins-non-programmes": "lon;lat (ou code_insee);nom;genre;horaires",
  "secteurs-garde": "code_insee;secteur",
  hebergements: "lon;lat (ou code_insee);places",
  consultations: "lon;lat (ou code_insee);specialite",
};

/** What happened, where, how to mend it. Exhaustive: a new code without its sentence does not compile. */
const SENTENCES: { readonly [C in IssueCode]: (params: IssueParams[C]) => string } = {
  "ressource-absente": (p) => `Le fichier de données « ${p.ressource} » est introuvable : ce qui en dépend n'est pas affiché. Rechargez la page ou réinstallez le dossier « donnees ».`,
  "ressource-illisible": (p) => `Le fichier de données « ${p.ressource} » est illisible (${p.raison}) : ce qui en dépend n'est pas affiché. Remplacez-le par une copie complète.`,
  "ressource-version": (p) => `Le fichier « ${p.ressource} » est de la version ${p.trouvee}, la version ${p.attendue} est attendue. Rechargez la page pour obtenir une version cohérente.`,
  "colonne-absente": (p) => `Le fichier « ${p.ressource} » n'a pas de colonne « ${p.colonne} ». Ajoutez-la ou renommez la colonne correspondante.`,
  "valeur-illisible": (p) => (estVide(p.valeur) ? `Colonne « ${p.colonne} » : case vide ; il faut ${p.attendu}.` : `Colonne « ${p.colonne} » : « ${p.valeur} » n'est pas ${p.attendu}.`),
  "ressource-inconnue": (p) => `Aucune ressource ne s'appelle « ${p.nom} ».${p.proches ? ` Vouliez-vous dire : ${p.proches} ?` : ""}`,
  "territoire-inconnu": (p) => `Aucun territoire ne porte le code « ${p.code} ».${p.proches ? ` Les plus proches : ${p.proches}.` : ""}`,
  "niveau-inconnu": (p) => `Le niveau « ${p.niveau} » n'existe pas. Niveaux possibles : ${p.attendus}.`,
  "analyse-inconnue": (p) => `L'analyse « ${p.analyse} » n'existe pas. Analyses possibles : ${p.attendues}.`,
  "parametre-inconnu": (p) => `Le paramètre « ${p.parametre} » n'existe pas. Paramètres possibles : ${p.attendus}.`,
  "parametre-invalide": (p) => `Le paramètre « ${p.parametre} » vaut « ${p.valeur} » ; il faut ${p.attendu}.`,
  "graphe-non-charge": (p) => `Graphe routier non chargé pour ${p.territoire} : les minutes n'y sont pas calculées. Rechargez la page ; si rien ne change, vérifiez les fichiers « graphe-… » du dossier « donnees ».`,
  "estimation-vol-oiseau": (p) => `Aucun graphe routier pour ${p.territoire} : toutes les minutes de ce résultat sont une estimation à vol d'oiseau (3,1 min + 1,28 min par kilomètre, écart moyen d'environ 4 min), sans aucune minute par la route.`,
  "moteur-adresse": (p) => `« ${p.adresse} » n'est pas une adresse de moteur : il faut https://…, ou http://localhost ou http://127.0.0.1 pour un moteur sur cet appareil, sans identifiant ni « ? ».`,
  "moteur-sans-accord": (p) => `Rien n'a été envoyé à ${p.moteur} (${p.hote}) : votre accord ne porte pas sur cette adresse.`,
  "moteur-injoignable": (p) => `${p.moteur} ne répond pas à ${p.hote} : moteur arrêté, adresse inexacte, accès refusé aux pages d'un autre site (CORS), ou adresse que ce site n'autorise pas. Vérifiez l'adresse, ou revenez au calcul local.`,
  "moteur-delai": (p) => `${p.moteur} n'a pas répondu en ${plural(p.secondes, "seconde", "secondes")}. Réessayez, ou revenez au calcul local.`,
  "moteur-debit": (p) => `${p.moteur} refuse d'aller plus vite (trop de requêtes, 429), même après l'attente demandée. Réessayez plus tard.`,
  "moteur-panne": (p) => `${p.moteur} est en panne (erreur ${p.statut}), même après plusieurs essais. Réessayez plus tard, ou revenez au calcul local.`,
  "moteur-sans-cle": (p) => `${p.moteur} demande une clé personnelle : tapez la vôtre. Elle ne sera gardée que le temps de cette page.`,
  "moteur-cle": (p) => `${p.moteur} refuse l'accès${p.message ? ` (« ${p.message} »)` : ""} : vérifiez votre clé et ses droits.`,
  "moteur-refus": (p) => `${p.moteur} refuse la demande (${p.statut}${p.message ? `, « ${p.message} »` : ""}).`,
  "moteur-illisible": (p) => `La réponse ${de(p.moteur)} est illisible : ${p.raison}. Vérifiez que l'adresse est bien celle de ce moteur.`,
  "moteur-trop": (p) => `Il faudrait ${plural(p.requetes, "requête", "requêtes")} à ${p.moteur}, ${formatNumber(p.max)} au plus en une fois : choisissez un territoire plus petit, ou moins de sites. Rien n'a été envoyé.`,
  "moteur-partiel": (p) => `Résultat partiel : ${plural(p.sans, "chef-lieu", "chefs-lieux")} sur ${formatNumber(p.total)} sans réponse ${de(p.moteur)}${p.arrete ? " (demande arrêtée)" : ""}, montré${p.sans > 1 ? "s" : ""} « pas de donnée ».`,
  "moteur-zones-partielles": (p) => (p.sans === p.total ? `${p.moteur} n'a tracé aucune zone${p.arrete ? " (demande arrêtée)" : ""} : seules celles de Maillage sont affichées.` : `Zones partielles : ${plural(p.sans, "site", "sites")} sur ${formatNumber(p.total)} sans réponse ${de(p.moteur)}${p.arrete ? " (demande arrêtée)" : ""}. Ses zones et leurs chiffres ne portent que sur ${p.total - p.sans === 1 ? "celui qui a répondu" : "les autres"} ; recalculez pour demander le reste.`),
  "moteur-sans-isochrones": (p) => `${p.moteur} ne trace pas d'isochrones : rien ne lui a été envoyé, seules celles de Maillage sont affichées.`,
  "moteur-sans-chemin": (p) => `${p.moteur} ne trouve aucun chemin depuis ${plural(p.nombre, "chef-lieu", "chefs-lieux")} : « pas de donnée ».`,
  "aucun-site": (p) => `Aucun site à rejoindre (${p.genre}) : choisissez un autre genre de site ou rétablissez des sites exclus.`,
  "apl-reseau-proche": () => "L'accessibilité estimée est lue ici sur le réseau de 50 km autour de la Haute-Vienne : près de la limite du département, une commune peut s'écarter de l'analyse « Accessibilité (APL) », qui lit toute la région, de 0,13 consultation au plus.",
  "rien-a-comparer": () => "Aucun scénario à comparer à l'état présent : créez-en un dans le panneau « Scénarios », ou d'un résultat d'« Implanter ».",
  "candidats-ecartes": (p) => `${plural(p.nombre, ...LIEUX[p.lieux].ecarte)} : ${regle(p.regle, p.lieux)}${p.seuil === undefined ? "" : `, moins de ${formatNumber(p.seuil)}`} — ${p.noms}${p.autres > 0 ? ` et ${plural(p.autres, ...LIEUX[p.lieux].autre)}` : ""}.`,
  "aucun-candidat": (p) => `${LIEUX[p.lieux].aucun} : la règle « ${regle(p.regle, p.lieux)} » a écarté ${p.nombre > 1 ? `les ${formatNumber(p.nombre)} ${LIEUX[p.lieux].dernier[1]}` : LIEUX[p.lieux].dernier[0]}. ${relacher(p)}`,
  "trop-de-mailles": (p) => `${plural(p.nombre, "maille candidate", "mailles candidates")}, plus que les ${formatNumber(p.max)} que l'on peut comparer ici${p.places ? " en comptant les places" : ""} : portez « Habitants de la maille, au moins » à ${formatNumber(p.possible)}, ou prenez un territoire plus petit.`,
  "trop-de-trajets": (p) => `${plural(p.candidats, "lieu candidat", "lieux candidats")} pour ${plural(p.points, "point de demande", "points de demande")} : plus de ${formatNumber(p.millions)} millions de trajets à garder, ${p.places ? "trop pour y compter les places" : "ce qu'un navigateur ne tient pas"}. ${p.possible === null ? "Serrez les règles des candidats" : `Portez « Habitants de la maille, au moins » à ${formatNumber(p.possible)}`}, ${p.cellules ? "comptez les habitants au chef-lieu de leur commune, " : ""}${p.existants ? "" : "gardez les sites existants, "}ou prenez un territoire plus petit.`,
  "candidate-inconnue": (p) => `« ${p.code} » n'est pas un lieu candidat : ${p.lieux === "cellules" ? `${p.commune} a ${plural(p.nombre, "maille habitée", "mailles habitées")}, de « ${p.code.slice(0, 5)}_1 » à « ${p.code.slice(0, 5)}_${p.nombre} »` : "aucun de vos points n'a ce code"}.`,
  "imposee-par-maille": (p) => `Une commune imposée l'est par sa maille la plus peuplée : ${p.noms}. Donnez le code d'une autre maille pour imposer celle-là.`,
  "rangs-ignores": (p) => `Les communes sont les candidates : ${p.codes} (maille ou point d'une commune) est laissé de côté.`,
  "programme-trop-grand": (p) => `${plural(p.candidats, "lieu candidat", "lieux candidats")} pour ${plural(p.points, "point de demande", "points de demande")} : le programme exact serait trop grand pour être résolu ici. Le choix vient de méthodes rapides (gloutonne, puis par prix) ; ${p.ecart === null ? "on ne sait pas s'il existe mieux" : `aucun autre ne fait mieux de plus de ${formatNumber(Math.ceil(1000 * p.ecart) / 10, 1)} %`}. Pour une preuve, serrez les règles des candidats, ou comptez les habitants au chef-lieu de leur commune.`,
  "aucun-point": () => "Aucun point candidat : ajoutez des sites sur la carte, ou donnez-les dans « Mes points » (« points » en ligne de commande).",
  "points-ignores": (p) => `${plural(p.nombre, "point donné n'est pas candidat", "points donnés ne sont pas candidats")} : choisissez « Mes points » comme lieux candidats ("candidats": "points" en ligne de commande).`,
  "trop-de-points": (p) => `${plural(p.nombre, "point candidat", "points candidats")}, sites ajoutés sur la carte compris : ${formatNumber(p.max)} au plus.`,
  "points-loin-route": (p) => `${plural(p.nombre, "point candidat est", "points candidats sont")} à plus de 1 km de la route la plus proche (jusqu'à ${formatNumber(p.metres)} m à vol d'oiseau) : ${p.noms}. Vérifiez leur place.`,
  "commune-sans-point": (p) => `${p.commune} est imposée, mais aucun de vos points n'y est : retirez-la des communes imposées, ou donnez-y un point.`,
  "commune-imposee-ecartee": (p) => `${p.commune} est à la fois imposée et écartée : retirez-la de l'une des deux listes.`,
  "commune-hors-territoire": (p) => `La commune « ${p.commune} » n'est pas dans ${p.territoire} : choisissez-en une du territoire.`,
  "implantation-impossible": (p) => IMPOSSIBLE[p.cause](p),
  "hors-atteinte": (p) => `${plural(p.habitants, "habitant est", "habitants sont")} à plus de ${formatNumber(p.minutes)} min de tout site, existant ou possible : ${p.habitants > 1 ? "ils ne sont pas comptés" : "il n'est pas compté"} parmi ceux à couvrir.`,
  "msp-sans-medecins": (p) => `Une maison de santé suppose au moins deux médecins généralistes : il y en a moins à ${formatNumber(p.minutes)} min de ${p.noms} (BPE 2020). La règle « généralistes autour » écarte ces communes.`,
  "sans-place": (p) => `${plural(p.habitants, "habitant est", "habitants sont")} à ${formatNumber(p.minutes)} min au plus d'un site sans y trouver de place. Les cartes comptent les minutes, pas les places.`,
  "sites-inutiles": (p) => `${plural(p.demandes, "site demandé", "sites demandés")}, ${formatNumber(p.utiles)} ${p.utiles > 1 ? "retenus" : "retenu"} : ${p.toutes ? "il n'y a pas d'autre candidate. Élargissez les règles des candidates, ou le territoire." : p.tropProches > 0 ? `un de plus ne changerait rien à ce but, ou serait trop proche d'un autre (${plural(p.tropProches, "candidate écartée", "candidates écartées")} par l'espacement). Réduisez l'espacement pour en placer davantage.` : "un de plus ne changerait rien à ce but."}`,
  "arrets-inutiles": (p) => `${plural(p.demandes, "arrêt demandé", "arrêts demandés")}, ${formatNumber(p.utiles)} ${p.utiles > 1 ? "utiles" : "utile"} : un de plus ne rapprocherait personne.`,
  "tournee-sans-chemin": (p) => `Aucune route ne relie tous les arrêts au départ de ${p.depart} : écartez des communes, ou partez d'ailleurs.`,
  "ages-par-commune": () => "L'âge des habitants n'est connu que par département : la population standardisée de la DREES (2021, par commune) en tient lieu.",
  "preuve-inachevee": (p) => `Le solveur s'est arrêté avant la preuve : ${p.ecart === null ? "on ne sait pas s'il existe mieux" : `aucun choix ne fait mieux de plus de ${formatNumber(Math.ceil(1000 * p.ecart) / 10, 1)} %`}. Donnez-lui plus de temps, ou réduisez le nombre de sites.`,
  "sans-mailles": (p) => `Ce résultat de « ${p.analyse} » n'a pas de mailles habitées : le format « mailles » n'a rien à écrire (l'analyse « temps-acces » en a).`,
  "sans-programme": (p) => `L'analyse « ${p.analyse} » n'a pas ${p.ici === true ? "ici " : ""}de programme linéaire${p.ici === true ? " (chaque choix a été essayé, ou il serait trop grand pour être résolu)" : ""} : le format « lp » n'a rien à écrire.`,
  "site-inconnu": (p) => `Aucun site choisi ne porte l'identifiant « ${p.site} ».${p.proches ? ` Les plus proches : ${p.proches}.` : ""} Choisissez-en un autre, ou tous les sites.`,
  "zone-au-bord": (p) => `À ${formatNumber(p.limite)} min, la zone atteint le bord des données routières : elle continue peut-être au-delà, et sa surface est alors sous-estimée.`,
  "site-hors-graphe": (p) => `${plural(p.nombre, "site est", "sites sont")} hors du graphe routier et n'entre${p.nombre > 1 ? "nt" : ""} pas dans le calcul${p.nom ? ` (${p.nom})` : ""}.`,
  "point-eloigne": (p) => `${plural(p.nombre, "point est", "points sont")} à plus de 1 km de la route la plus proche (jusqu'à ${formatNumber(p.metres)} m à vol d'oiseau).`,
  "etape-au-bord": (p) => `${plural(p.nombre, "étape", "étapes")} : le bord des données routières est plus proche que le lieu retenu ; un lieu plus proche existe peut-être au-delà.`,
  "donnee-illustrative": (p) => `« ${p.ressource} » est un jeu de démonstration : ses chiffres sont illustratifs.`,
  "composantes-manquantes": (p) => `${plural(p.nombre, "territoire manque", "territoires manquent")} d'une composante au moins (${p.composantes}) : son poids y est reporté sur les autres, en proportion, et elle ne compte pas pour 0.`,
  "composantes-constantes": (p) => `Ces composantes ont partout la même valeur et ne départagent aucun territoire : ${p.composantes}.`,
  "limite-donnees": (p) => `${plural(p.nombre, "territoire est plus proche", "territoires sont plus proches")} du bord des données que du site : temps peut-être surestimé.`,
  "communes-coupees": (p) => `${plural(p.nombre, "commune n'a plus de route ouverte", "communes n'ont plus de route ouverte")} vers un site : pas de minutes pour ${p.nombre > 1 ? "elles" : "elle"}, qui ${p.nombre > 1 ? "ne comptent" : "ne compte"} ni parmi les proches ni parmi les lointaines.`,
  "code-commune-inconnu": (p) => (estVide(p.code) ? "Case vide : il faut le code INSEE d'une commune." : `Le code commune « ${p.code} » n'existe pas au 1er janvier 2026.`),
  "commune-fusionnee": (p) => `${p.nom} (${p.code}) fait aujourd'hui partie d'une autre commune : la ligne est reportée sur ${p.vers}.`,
  "table-non-reconnue": (p) => `Les colonnes du fichier « ${p.fichier} » ne disent pas quelle table c'est : nommez-la avec --table (${p.tables}).`,
  "lignes-hors-region": (p) => `${plural(p.nombre, "ligne porte", "lignes portent")} sur une commune hors de Nouvelle-Aquitaine (la première : « ${p.code} ») : ${p.nombre > 1 ? "elles ne servent" : "elle ne sert"} pas ici.`,
  "valeurs-contraires": (p) => (p.gardee === null ? `Les communes réunies dans ${p.code} ne disent pas la même chose (ici ${cite(p.valeur)}) et le fichier n'a pas de ligne pour elle : ajoutez une ligne « ${p.code} ».` : `Une commune aujourd'hui réunie dans ${p.code} dit autre chose (${cite(p.valeur)}) que la ligne de ${p.code} (${cite(p.gardee)}), qui est gardée.`),
  "perimetres-par-chef-lieu": (p) => `${plural(p.nombre, "surface lue", "surfaces lues")} : une commune est dans un périmètre quand son chef-lieu y est (${plural(p.communes, "commune", "communes")}).`,
  "cpts-chevauchement": (p) => `${plural(p.nombre, "commune est", "communes sont")} dans plusieurs CPTS : à ce niveau, ${p.nombre > 1 ? "chacune compte" : "elle compte"} dans la première que dit le fichier.`,
  "perimetre-sans-commune": (p) => `Aucun chef-lieu de la région n'est dans la surface « ${p.nom} » : vérifiez ses coordonnées (degrés, WGS84).`,
  "filtres-vides": (p) => `Aucune commune ne passe tous les filtres. À relâcher d'abord : ${p.filtres.map((nom) => `« ${nom} »`).join(" et ")}, ${plural(p.restants, "commune resterait", "communes resteraient")} sans ${p.filtres.length > 1 ? "eux" : "lui"}${p.suffit === null ? "" : ` ; « ${p.suffit} » suffirait pour une au moins`}.`,
  "services-trop": (p) => `Il faut ${plural(p.demandes, "service", "services")} de la vie quotidienne, mais ${plural(p.choisis, "seul est choisi", "seulement sont choisis")} : choisissez-en d'autres ou demandez-en moins.`,
  "services-inegaux": (p) => `Les services de la vie quotidienne viennent d'OpenStreetMap (2021), relevé inégal${p.partiels.length === 0 ? "" : ` et incomplet pour : ${p.partiels.join(", ").toLowerCase()}`}. Une absence n'y est pas une preuve.`,
  "table-a-importer": (p) => `« ${TITRE_IMPORTABLE[p.ressource]} » reste à importer, dans l'espace Données. Colonnes : ${COLONNES[p.ressource]}.`,
  "zonage-importe": (p) => `Le zonage importé (millésime ${p.millesime}) est pris comme ${p.avant ? "plus ancien" : "plus récent"} que celui de mai 2025. Une colonne « millesime » dans le fichier, ou le réglage « Zonage importé », le fixe.`,
  "zonage-incomplet": (p) => `${plural(p.nombre, "commune n'a de zone", "communes n'ont de zone")} que dans un seul des deux zonages : « pas de donnée » pour ${p.nombre > 1 ? "elles" : "elle"}.`,
  "ages-importes": (p) => `Les départs suivent la table d'âges importée ; ces âges sont pris pour ceux de ${p.annee}${p.dite ? "" : " (elle ne donne pas de millésime : ajoutez-y une colonne « millesime » ; « Départs » a aussi son réglage « Année des âges importés »)"} : personne ne part avant.`,
  "ages-absents": (p) => `${plural(p.nombre, "commune n'a", "communes n'ont")} aucun médecin de la table d'âges à 20 min : les âges que l'APL de 2021 laisse deviner y servent.`,
  "aucun-lieu-ouvert": (p) => `Aucun lieu choisi n'est ouvert ${MOMENT[p.moment]} : tous les habitants de ${p.territoire} comptent comme non couverts.`,
  "table-facultative": (p) => `« ${TITRE_IMPORTABLE[p.ressource]} » peut s'ajouter, dans l'espace Données.`,
  "lieu-absent": () => "Ni code de commune, ni longitude et latitude : indiquez l'un ou l'autre.",
  "code-en-double": (p) => (estVide(p.valeur) ? `Plusieurs cases vides dans la colonne « ${p.colonne} » : gardez une seule ligne.` : `« ${p.valeur} » figure plusieurs fois dans la colonne « ${p.colonne} » : gardez une seule ligne.`),
  "coordonnees-inversees": (p) => `Longitude (${p.lon}) et latitude (${p.lat}) semblent inversées : échangez les deux colonnes.`,
  "coordonnees-projetees": (p) => `« ${p.lon} ; ${p.lat} » sont des mètres (Lambert-93 ?) : il faut une longitude et une latitude en degrés (WGS84).`,
  "coordonnees-hors-zone": (p) => `Le point « ${p.lon} ; ${p.lat} » n'est pas en France métropolitaine : vérifiez sa longitude et sa latitude.`,
  "fichier-absent": (p) => `Le fichier « ${p.fichier} » est introuvable.`,
  "fichier-vide": (p) => `Le fichier « ${p.fichier} » ne contient aucune ligne de données.`,
  "fichier-illisible": (p) => `Le fichier « ${p.fichier} » est illisible : ${p.raison}.`,
  "reseau-sans-route": (p) =>
    p.lues === 0
      ? `Le fichier « ${p.fichier} » ne contient aucune route : choisissez un extrait qui garde les objets « highway ».`
      : `Le fichier « ${p.fichier} » ne contient aucune route ouverte aux voitures (${plural(p.lues, "voie lue", "voies lues")}, toutes écartées) : choisissez un extrait qui garde les rues et les routes.`,
  "reseau-sans-ligne": (p) =>
    p.genres === ""
      ? `Le fichier « ${p.fichier} » est vide : il faut des lignes (LineString).`
      : `Le fichier « ${p.fichier} » ne contient aucune ligne (${p.genres}) : il faut des routes dessinées en lignes (LineString).`,
  "reseau-classe-supposee": (p) => `${plural(p.nombre, "route n'indique", "routes n'indiquent")} pas de classe (colonne « highway » ou « classe ») : comptée${p.nombre > 1 ? "s" : ""} comme mineure${p.nombre > 1 ? "s" : ""}, la plus lente.`,
  "reseau-en-morceaux": (p) => `Les routes du fichier « ${p.fichier} » ne se rejoignent pas : vérifiez que leurs extrémités ont les mêmes coordonnées et que les sens uniques ne sont pas tous dans le même sens.`,
  "reseau-inconnu": (p) => `Le réseau importé « ${p.fichier} » n'est plus dans ce navigateur : importez-le de nouveau, ou revenez au réseau de Maillage (espace Données).`,
  "reseau-hors-territoire": (p) => `Le réseau importé « ${p.fichier} » ne couvre pas tout ${p.territoire} : les minutes n'y sont pas calculées. Importez un réseau plus large, ou revenez au réseau de Maillage (espace Données).`,
  "reseau-importe": (p) => `Réseau importé : fichier « ${p.fichier} ». Vitesses par défaut de Maillage ; la part de chaque route en agglomération y est estimée d'après les routes voisines.`,
  "reseau-repare": (p) => `${plural(p.routes, "route coupée", "routes coupées")} là où un point manque ou n'a pas de position lisible (${plural(p.points, "point", "points")}).`,
  "fichier-trop-gros": (p) => `Le fichier « ${p.fichier} » pèse ${formatNumber(p.octets / 1e6)} Mo ; la limite est de ${formatNumber(p.limite / 1e6)} Mo pour ce format. Découpez-le, ou importez un .osm.pbf.`,
  "reseau-trop-grand": (p) => `Le fichier « ${p.fichier} » contient plus de ${formatNumber(p.points)} points de route, la limite d'un navigateur : découpez un extrait plus petit.`,
  "encodage-suppose": (p) => `Le fichier n'est pas en UTF-8 : il a été lu en ${p.encodage}. Vérifiez les accents.`,
  "autres-problemes": (p) => `${plural(p.nombre, "autre problème", "autres problèmes")} du même fichier, non détaillé${p.nombre > 1 ? "s" : ""}.`,
  "option-inconnue": (p) => `L'option « ${p.option} » n'existe pas. Options possibles : ${p.attendues}.`,
  "option-sans-valeur": (p) => `L'option « ${p.option} » attend une valeur.`,
  "format-inconnu": (p) => `Le format « ${p.format} » n'existe pas. Formats possibles : ${p.attendus}.`,
  "offre-par-departement": (p) => `« ${p.offre} » n'est connu que par département entier : pas de donnée pour les territoires plus petits ou partiels.`,
  "sites-hors-communes": (p) => `${plural(p.nombre, "site n'est", "sites ne sont")} dans aucune commune de Nouvelle-Aquitaine et n'entre${p.nombre > 1 ? "nt" : ""} pas dans le décompte.`,
  "document-illisible": (p) => `Le travail enregistré est illisible (${p.raison}) : l'écran de départ le remplace.`,
  "document-version": (p) => `Le travail enregistré est de la version ${p.version} ; cette application lit jusqu'à la version ${p.connue}. Rechargez la page pour mettre l'application à jour.`,
  "document-champ": (p) => `Une partie du travail enregistré est illisible (« ${p.champ} ») : sa valeur de départ la remplace, le reste est conservé.`,
  "couche-inconnue": (p) => `Aucune couche ne s'appelle « ${p.couche} ».${p.proches ? ` Vouliez-vous dire : ${p.proches} ?` : ""}`,
  "lien-illisible": (p) => `Une partie du lien est illisible et n'est pas appliquée : ${p.partie} « ${p.valeur} ».`,
};

/** The French sentence of an issue, with file, row and column when known. */
export function issueText(issue: Issue): string {
  const write = SENTENCES[issue.code] as (params: Issue["params"]) => string;
  const { file, row, column } = issue.where ?? {};
  const place = [file && `fichier ${file}`, row !== undefined && `ligne ${formatNumber(row)}`, column && `colonne ${column}`].filter(Boolean);
  return place.length > 0 ? `${write(issue.params)} (${place.join(", ")})` : write(issue.params);
}
