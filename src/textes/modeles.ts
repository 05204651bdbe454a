import { formatVintage } from "./legende";
import { formatList, formatNumber, formatQuantity, plural } from "./format";

/** What the ready-made presentations are called, and what each is for. */
export const MODELE: Readonly<Record<string, { readonly titre: string; readonly resume: string }>> = {
  "soins-primaires": { titre: "État des soins primaires", resume: "Médecins, maisons de santé, temps d'accès, soins urgents : où en est le territoire." },
  fragiles: { titre: "Zones fragiles et maîtres de stage", resume: "Où le territoire est fragile, où les maîtres de stage manquent, où recruter d'abord." },
  implantation: { titre: "Proposition d'implantation", resume: "Où ouvrir des maisons de santé, ce que cela changerait, et ce que le calcul ne sait pas." },
  plan: { titre: "Suivi du plan d'attractivité", resume: "Les actions du plan de la Haute-Vienne, par axe et par pilote, face aux chiffres du jour." },
};

type Valeur = string | number | boolean | null | undefined;
/** A figure of a result; NaN where it is not known, which is written « pas de donnée ». */
const n = (value: Valeur): number => (typeof value === "number" ? value : Number.NaN);
const part = (value: Valeur): string => formatQuantity(n(value), "part", 1);
const min = (value: Valeur): string => formatQuantity(n(value), "minutes", 1);
const hab = (value: Valeur): string => plural(n(value), "habitant", "habitants");
const lignes = (...textes: readonly string[]): string => textes.join("\n");

type Faits = Readonly<Record<string, Valeur>>;

/** The words of « État des soins primaires ». Figures come from the results, sources stand on each page. */
export const SOINS = {
  titre: (lieu: string) => `Soins primaires : ${lieu}`,
  sousTitre: "Qui soigne, où, et à combien de minutes de chez soi",
  essentiel: "L'essentiel",
  resume: (lieu: string, densite: Faits, acces: Faits, couverture: Faits, urgents: Faits) =>
    lignes(
      `${lieu} compte ${formatNumber(n(densite["nombre"]))} médecins généralistes pour ${hab(densite["habitants"])}, soit ${formatNumber(n(densite["pour_100k"]), 1)} pour 100 000${densite["pour_100k"] === densite["pour_100k_region"] ? "" : `, contre ${formatNumber(n(densite["pour_100k_region"]), 1)} en Nouvelle-Aquitaine`}.`,
      `- Une maison de santé est à ${min(acces["minutes_moyenne"])} en moyenne ; neuf habitants sur dix sont à ${min(acces["minutes_p90"])} au plus.`,
      `- ${part(couverture["part"])} des habitants sont à 20 min au plus d'une maison de santé ; ${hab(couverture["habitants_non_couverts"])} en sont plus loin.`,
      `- Pour les urgences, ${hab(urgents["habitants_loin"])} vivent dans une commune à plus de 30 min d'un service d'urgences.`,
    ),
  medecins: "Combien de médecins généralistes ?",
  medecinsTableau: (lieu: string) => `Les intercommunalités, de la mieux à la moins dotée : ${lieu}`,
  maisons: "À combien de minutes d'une maison de santé ?",
  maisonsChiffres: "Le temps d'accès en quatre chiffres",
  repartition: "Combien d'habitants à chaque distance ?",
  couverture: "Qui est à moins de 20 minutes ?",
  urgents: "Et en cas d'urgence ?",
  apl: "L'accessibilité aux généralistes demain",
  zonage: "Ce que dit le zonage",
  lire: "Comment lire ces pages",
  methode: lignes(
    "Les minutes sont calculées par la route, aux vitesses par défaut, sans bouchon, jusqu'au site le plus proche, y compris hors du territoire.",
    "- Les médecins sont ceux de la Base permanente des équipements : des lieux d'exercice, pas des équivalents temps plein.",
    "- Le répertoire des maisons de santé date de janvier 2021, complété de corrections connues ; il en manque.",
    "- Une carte montre une moyenne ou un chef-lieu, jamais le trajet de chacun.",
    "- Chaque page porte ses sources, ses millésimes et le lien qui rouvre la carte.",
  ),
  notesMedecins: "Comparer d'abord au chiffre de la région, puis nommer les intercommunalités aux deux bouts du tableau. Un taux sur peu d'habitants varie beaucoup d'une année à l'autre.",
  notesAcces: "Montrer la zone la plus foncée, demander à la salle si elle s'y reconnaît, puis passer aux habitants concernés.",
  notesUrgents: "Rappeler que le seuil de 30 minutes est un repère national et que les médecins correspondants du SAMU n'apparaissent pas ici.",
  notesApl: "C'est une hypothèse de départs, pas une prévision : le taux de remplacement se règle sur la carte.",
} as const;

export const FRAGILES = {
  titre: (lieu: string) => `Zones fragiles et maîtres de stage : ${lieu}`,
  sousTitre: "Où former les internes là où l'on manque de médecins",
  essentiel: "L'essentiel",
  resume: (fragilite: Faits, stages: Faits, recrutement: Faits, noms: readonly string[]) =>
    lignes(
      `${plural(n(fragilite["fragiles"]), "territoire est fragile", "territoires sont fragiles")} sur ${formatNumber(n(fragilite["territoires"]))}, où vivent ${hab(fragilite["habitants_fragiles"])}.`,
      `- ${formatNumber(n(fragilite["surs"]))} le restent presque quels que soient les poids donnés aux indicateurs.`,
      `- ${hab(stages["habitants_fragiles_loin"])} de communes fragiles sont à plus de 20 min d'un maître de stage.`,
      noms.length === 0
        ? "- Aucun recrutement de plus n'en rapprocherait."
        : `- Recruter d'abord à ${formatList(noms)} : ${plural(n(recrutement["recrutements"]), "recrutement utile", "recrutements utiles")} au total.`,
    ),
  fragilite: "Quels territoires sont fragiles ?",
  plusFragiles: "Les territoires les plus fragiles",
  zonage: "Le zonage et les indicateurs disent-ils la même chose ?",
  stages: "Où sont les maîtres de stage ?",
  croisement: "Fragile et loin d'un maître de stage",
  recrutement: "Où recruter d'abord ?",
  recrutementTableau: "L'ordre proposé",
  agir: "Ce qui dépend de qui",
  leviers: lignes(
    "- Département universitaire de médecine générale : proposer la maîtrise de stage aux médecins des communes citées, maisons de santé d'abord.",
    "- Communes et intercommunalités : un logement et une arrivée préparée pour les internes.",
    "- Médecins en place : une demi-journée d'échange avec un maître de stage voisin.",
    "- Agence régionale de santé : confronter la liste des communes fragiles hors zonage à ce que l'on sait sur place.",
  ),
  avertissement: "La liste des maîtres de stage est un jeu de démonstration tant que celle du département universitaire n'est pas importée dans l'espace Données.",
  notesFragilite: "Le score additionne des rangs : il dit qui est plus fragile que qui, pas combien il manque de médecins.",
  notesRecrutement: "Dire que l'ordre change si l'on compte les habitants rapprochés plutôt que les maisons de santé d'abord.",
} as const;

export const IMPLANTER = {
  titre: (lieu: string) => `Proposition d'implantation : ${lieu}`,
  sousTitre: "Où ouvrir une maison de santé, et ce que cela changerait",
  proposition: "La proposition",
  resume: (noms: readonly string[], siting: Faits) =>
    noms.length === 0
      ? "Aucune ouverture ne rapprocherait d'habitant d'une maison de santé à 15 min au plus."
      : lignes(
          `Ouvrir à ${formatList(noms)}.`,
          `- ${hab(siting["habitants_gagnes"])} de plus seraient à 15 min au plus d'une maison de santé : ${part(siting["part"])} au lieu de ${part(siting["part_avant"])}.`,
          `- Le temps moyen passerait de ${min(siting["minutes_moyenne_avant"])} à ${min(siting["minutes_moyenne"])}.`,
          `- ${siting["ecart"] === 0 ? "C'est le meilleur choix possible de deux sites parmi toutes les communes : l'optimum est prouvé." : "Le calcul n'a pas prouvé qu'aucun autre choix ne ferait mieux."}`,
        ),
  aujourdhui: "Aujourd'hui : qui est loin d'une maison de santé ?",
  demain: "Ce que deux ouvertures changeraient",
  chiffres: "Le gain en chiffres",
  candidates: "Les territoires qui gagneraient le plus",
  seuils: "À 15 minutes, aujourd'hui",
  limites: "Ce que le calcul ne sait pas",
  reserves: lignes(
    "Le calcul place des bâtiments, pas des équipes. Avant de choisir, vérifier sur place :",
    "- qu'au moins deux médecins généralistes veulent porter le projet ;",
    "- que la communauté professionnelle territoriale de santé l'a inscrit dans son projet ;",
    "- qu'aucune ouverture connue depuis janvier 2021 ne manque au répertoire ;",
    "- le foncier, le financement, et les trajets que les habitants font déjà.",
  ),
  suite: "Décisions à prendre",
  questions: lignes("- Retenir, écarter ou déplacer chacune des communes proposées.", "- Désigner qui rencontre les médecins de chaque secteur, et pour quand.", "- Fixer la date à laquelle ces cartes seront refaites avec les choix de l'assemblée."),
  notes: "La carte vivante permet de déplacer un site en séance : les minutes suivent.",
} as const;

export const PLAN = {
  titre: "Plan d'attractivité médicale de la Haute-Vienne",
  sousTitre: "Suivi des actions et chiffres du jour",
  essentiel: "Le plan en bref",
  resume: (axes: readonly string[], objectifs: number, actions: number, pilotes: number, etats: readonly (readonly [etat: string, actions: number])[]) =>
    lignes(
      `Daté du 14 juin 2024, le plan réunit ${plural(axes.length, "axe", "axes")}, ${plural(objectifs, "objectif", "objectifs")} et ${plural(actions, "action", "actions")}, confiées à ${plural(pilotes, "pilote", "pilotes")}.`,
      ...axes.map((axe) => `- ${axe}`),
      etats[0]?.[1] === actions
        ? "L'avancement de chaque action n'est pas repris du document, qui le donnait par une couleur : il reste à dire en séance, et à noter dans l'espace Terrain."
        : `Où en sont les actions : ${formatList(etats.filter(([, combien]) => combien > 0).map(([etat, combien]) => `${formatNumber(combien)} « ${etat} »`))}.`,
    ),
  axe: (intitule: string, rang: number, total: number) => (total === 1 ? intitule : `${intitule} (${rang}/${total})`),
  action: "Action",
  objectif: "Objectif",
  pilotes: "Pilotes",
  calendrier: "Calendrier",
  etat: "État",
  etatDit: (etat: string, date: string | null) => (date === null ? etat : `${etat} (${formatVintage(date)})`),
  avancement: "Où en sont les actions ?",
  uniteEtat: "Actions, selon l'état noté dans l'espace Terrain",
  nonIndique: "non indiqué",
  parPilote: "Qui pilote le plus d'actions ?",
  uniteActions: "Actions pilotées, seul ou à plusieurs",
  uniteObjectif: "Actions",
  parObjectif: "Combien d'actions par objectif ?",
  chiffresPlan: "Les chiffres que cite le plan",
  densitePlan: (annee: string) => `Médecins généralistes pour 100 000 habitants, ${annee} (Assurance maladie, cité par le plan)`,
  lieux: { "87": "Haute-Vienne", NA: "Nouvelle-Aquitaine", FR: "France" } as Readonly<Record<string, string>>,
  aujourdhui: "L'offre, avec les données embarquées",
  aujourdhuiTexte: "La Base permanente des équipements compte autrement que l'Assurance maladie : ces deux séries ne se comparent pas l'une à l'autre.",
  stages: "Objectif : des maîtres de stage en zone fragile",
  msp: "Objectif : l'exercice coordonné là où il est pertinent",
  suite: "Pour la prochaine réunion",
  questions: lignes("- Dire l'état de chaque action : faite, en cours, à démarrer.", "- Pour les actions en retard sur leur calendrier, dire ce qui manque et qui l'apporte.", "- Remplacer le jeu de démonstration des maîtres de stage par la liste du département universitaire.", "- Choisir trois chiffres à suivre d'une réunion à l'autre."),
  notes: "Faire dire l'état par le pilote de chaque action ; le noter dans l'espace Terrain, puis refaire ces pages.",
} as const;
