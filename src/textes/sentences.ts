import { nomOrigine, type OrigineMinutes } from "../domain/origine-minutes";
import type { MomentSoins } from "../domain/moments";
import type { RaisonSuggestion } from "../domain/phrases-stages";
import type { AgesDits, Hypotheses, Ponderation, Sentence, SentenceId, SentenceParams } from "../domain/sentence";
import { TITRE_IMPORTABLE } from "../domain/table-importee";
import { formatList, formatNumber, formatQuantity, plural } from "./format";
import { deCibles } from "./genres";
import { formatVintage } from "./legende";

/** What a sentence of minutes begins with when they are not those of the road graph: « Estimation à vol d'oiseau. ». */
function prefix(origine: OrigineMinutes): string {
  if (origine.kind === "route") return "";
  if (origine.kind === "estimation") return "Estimation à vol d'oiseau. ";
  const { repondus, total } = origine;
  const part = repondus < total ? ` (résultat partiel, ${formatNumber(repondus)} sur ${formatNumber(total)})` : "";
  return `Minutes depuis les chefs-lieux : ${nomOrigine(origine)}${part}. `;
}

/** « de Bellac », « du Dorat », « des Cars », « d'Ambazac », « de la faculté ». */
function deLieu(nom: string): string {
  if (nom.startsWith("Le ")) return `du ${nom.slice(3)}`;
  if (nom.startsWith("Les ")) return `des ${nom.slice(4)}`;
  return `${/^[aeiouyéèêîïôœh]/i.test(nom) ? "d'" : "de "}${nom.replace(/^La /, "la ")}`;
}

/** Names that a sentence bears: the first ones, then how many more. */
function cites(noms: readonly string[], [one, many]: readonly [string, string] = ["autre commune", "autres communes"]): readonly string[] {
  return noms.length <= 6 ? noms : [...noms.slice(0, 5), plural(noms.length - 5, one, many)];
}

/** « , contre 31 min sans »; nothing where there is no site before. */
function contre(before: string, known: number): string {
  return Number.isNaN(known) ? "" : `, contre ${before} aujourd'hui`;
}

/** What a choice of sites changes, as each model counts it. */
const BUTS: Readonly<Record<SentenceParams["implantation"]["modele"], (p: SentenceParams["implantation"]) => string>> = {
  mclp: (p) => covered(p),
  lscp: (p) => covered(p),
  "p-median": (p) => `les ${COMPTES[p.ponderation][1]} sont à ${formatQuantity(p.moyenneApres, "minutes", 1)} ${deCibles([p.cible])} en moyenne${placees(p)}${contre(formatQuantity(p.moyenneAvant, "minutes", 1), p.moyenneAvant)}`,
  "p-center": (p) => `le lieu ${p.ponderation === "fragiles" ? "fragile " : ""}le plus éloigné est à ${formatQuantity(p.pireApres, "minutes", 1)} ${deCibles([p.cible])}${placees(p)}${contre(formatQuantity(p.pireAvant, "minutes", 1), p.pireAvant)}`,
};

/** Where places are counted, minutes are to where one has a place. */
const placees = ({ capacite }: SentenceParams["implantation"]): string => (capacite === undefined ? "" : `, chacun là où il a une place (${formatNumber(capacite)} par nouveau site)`);

/** Who is counted, one and several. */
const COMPTES: Readonly<Record<Ponderation, readonly [one: string, many: string]>> = {
  habitants: ["habitant", "habitants"],
  fragiles: ["habitant de commune fragile", "habitants de communes fragiles"],
  besoin: ["habitant compté selon son besoin", "habitants comptés selon leur besoin"],
};

function covered({ ponderation, cible, couvertsAvant, couvertsApres, habitants, seuil, capacite }: SentenceParams["implantation"]): string {
  const gained = couvertsApres - couvertsAvant;
  const served = capacite === undefined ? "" : ` avec une place (${formatNumber(capacite)} par nouveau site)`;
  return `${plural(gained, ...COMPTES[ponderation])} de plus${served} à ${formatQuantity(seuil, "minutes")} au plus ${deCibles([cible])}, soit ${formatQuantity(couvertsApres / habitants, "part", 1)} au lieu de ${formatQuantity(couvertsAvant / habitants, "part", 1)}`;
}

/** « en ouvrant à Ambazac et Bellac », « « Grange » », « dans la maille de 500 m « Ambazac n° 3 » ». */
function ouvertures({ noms, lieux }: SentenceParams["implantation"]): string {
  if (lieux === undefined) return `à ${formatList(cites(noms))}`;
  const entre = noms.map((nom) => `« ${nom} »`);
  if (lieux === "points") return formatList(cites(entre, ["autre point", "autres points"]));
  return `dans ${noms.length > 1 ? "les mailles" : "la maille"} de 500 m ${formatList(cites(entre, ["autre maille", "autres mailles"]))}`;
}

function preuve(ecart: number | null): string {
  if (ecart === null) return "meilleur choix trouvé, sans preuve";
  return ecart === 0 ? "optimum prouvé" : `écart au meilleur choix possible ≤ ${formatQuantity(Math.ceil(1000 * ecart) / 1000, "part", 1)}`;
}

/** « aucun habitant », « 12 habitants ». */
const count = (number: number, one: string, many: string): string => (Math.round(number) === 0 ? `aucun ${one}` : plural(number, one, many));

const RAISONS: Readonly<Record<RaisonSuggestion, (km: number) => string>> = {
  score: () => "le meilleur score",
  "autre-profil": (km) => `le meilleur score à ${km} km ou plus, et d'autres qualités`,
  ailleurs: (km) => `le meilleur score à ${km} km ou plus`,
  suivante: () => "le score suivant, rien de plus différent ne reste",
};

/** « , départs d'après les âges importés (2026) ». */
const selonAges = (annee: AgesDits): string => (annee === null ? "" : `, d'après les âges importés (${annee})`);

const MOMENT: Readonly<Record<MomentSoins, string>> = { jour: "le jour", soir: "le soir", nuit: "la nuit", week_end: "le week-end" };

const WORDING: { readonly [S in SentenceId]: (params: SentenceParams[S]) => string } = {
  densite: (p) => {
    const compared = p.comparaison === null ? "" : `, contre ${formatNumber(p.comparaison, 1)} ${p.comparaisonNom}`;
    return p.pour100k === null
      ? `${p.territoire} : pas de donnée sur le nombre de ${p.offre[1]}.`
      : `${p.territoire} compte ${plural(p.nombre, ...p.offre)} pour ${plural(p.habitants, "habitant", "habitants")}, soit ${formatNumber(p.pour100k, 1)} pour 100 000${compared}.`;
  },
  "temps-acces": (p) => {
    const who = `${plural(p.communesLoin, "commune", "communes")} (${plural(p.habitantsLoin, "habitant", "habitants")}, ${formatQuantity(p.partLoin, "part", 1)})`;
    const far = p.communesLoin === 0 ? `${p.territoire} : aucune commune n'est` : `${p.territoire} : ${who} ${p.communesLoin > 1 ? "sont" : "est"}`;
    const times = `les habitants en sont à ${formatQuantity(p.moyenne, "minutes", 1)} en moyenne, la moitié d'entre eux à ${formatQuantity(p.mediane, "minutes", 1)} au plus`;
    return `${prefix(p.origine)}${far} à plus de ${formatQuantity(p.seuil, "minutes")} ${deCibles(p.genres)} ; ${times}.`;
  },
  couverture: (p) => {
    const surface = p.surface === "habites" ? `${formatQuantity(p.km2, "km2")} habités` : formatQuantity(p.km2, "km2");
    return `${prefix(p.origine)}${p.territoire} : ${plural(p.habitants, "habitant", "habitants")} (${formatQuantity(p.part, "part", 1)}), ${plural(p.communes, "commune", "communes")} sur ${formatNumber(p.communesTotal)} et ${surface} sont à ${formatQuantity(p.seuil, "minutes")} au plus ${deCibles(p.genres)}.`;
  },
  "couverture-comparee": (p) =>
    `${prefix(p.origine)}${p.territoire}, à ${formatQuantity(p.seuil, "minutes")} au plus, ${deCibles(p.comparaison)} au lieu ${deCibles(p.genres)} : ${plural(p.gagnes, "habitant gagné", "habitants gagnés")}, ${plural(p.perdus, "perdu", "perdus")}, ${plural(p.inchanges, "inchangé", "inchangés")}.`,
  "maitrise-de-stage": (p) =>
    p.communes === 0
      ? `${p.territoire} : aucune commune fragile n'est à plus de ${formatQuantity(p.seuil, "minutes")} d'un maître de stage${selonAges(p.ages)}.`
      : `${p.territoire} : ${plural(p.communes, "commune fragile", "communes fragiles")} (${plural(p.habitants, "habitant", "habitants")}, sur ${formatNumber(p.fragiles)} en commune fragile) ${p.communes > 1 ? "sont" : "est"} à plus de ${formatQuantity(p.seuil, "minutes")} d'un maître de stage${selonAges(p.ages)}.`,
  recrutement: (p) =>
    p.noms.length === 0
      ? `${p.territoire} : aucun recrutement ne rapprocherait d'habitant de commune fragile (${plural(p.loin, "habitant", "habitants")} à plus de ${formatQuantity(p.seuil, "minutes")} d'un maître de stage${selonAges(p.ages)}).`
      : `${p.territoire} : recruter à ${formatList(p.noms, "conjunction")}, dans cet ordre, mettrait ${plural(p.gain, "habitant", "habitants")} de communes fragiles à ${formatQuantity(p.seuil, "minutes")} au plus d'un maître de stage, sur ${formatNumber(p.loin)} qui en sont loin${selonAges(p.ages)}.`,
  isochrones: (p) => {
    const longest = p.zones.at(-1);
    const target = p.site === null ? deCibles(p.genres) : `de « ${p.site} »`;
    const way = p.direction === "vers" ? "en allant vers le site" : "en partant du site";
    const shorter = p.zones.slice(0, -1).map(({ limite, part }) => `${formatQuantity(part, "part", 1)} à ${formatQuantity(limite, "minutes")}`);
    const rest = shorter.length === 0 ? "" : ` ; ${formatList(shorter, "conjunction")}`;
    return longest === undefined
      ? `${p.territoire} : aucune limite de temps choisie.`
      : `${p.territoire} : ${plural(longest.habitants, "habitant", "habitants")} (${formatQuantity(longest.part, "part", 1)}) et ${plural(longest.communes, "commune", "communes")} sur ${formatNumber(p.communesTotal)} sont à ${formatQuantity(longest.limite, "minutes")} au plus ${target}, ${way}${rest}.`;
  },
  "isochrones-moteur": (p) => {
    const both = Number.isNaN(p.communs) ? "" : ` ; ${plural(p.communs, "habitant est", "habitants sont")} dans sa zone et dans la nôtre`;
    return `La même question à ${p.moteur}, le ${formatVintage(p.date)}, autour de ${plural(p.sites, "site", "sites")} : ${plural(p.habitants, "habitant", "habitants")} (${formatQuantity(p.part, "part", 1)}) et ${plural(p.communes, "commune", "communes")} sur ${formatNumber(p.communesTotal)} sont dans sa zone de ${formatQuantity(p.limite, "minutes")}${both}.`;
  },
  parcours: (p) => {
    const steps = `${plural(p.etapes, "étape", "étapes")}${p.retour ? " et le retour" : ""}`;
    const known = p.patients.map((patient) => {
      const { nom, depart, minutes, km, inconnues, avecMsp } = patient;
      const missing = inconnues === 0 ? "" : ` (${plural(inconnues, "trajet inconnu, non compté", "trajets inconnus, non comptés")})`;
      const gain = avecMsp === null || p.msp === null ? "" : ` ; ${withMsp(p.msp, minutes, avecMsp)}`;
      return `${nom}, ${deLieu(depart)} : ${formatQuantity(minutes, "minutes")} et ${formatQuantity(km, "km")} pour ${steps}${missing}${gain}`;
    });
    return known.length === 0 ? `${p.territoire} : aucun patient à suivre, choisissez la commune où il habite.` : `${known.join(". ")}.`;
  },
  fragilite: (p) => {
    if (p.premier === null) return `${p.territoire} : pas de donnée pour noter la fragilité.`;
    if (p.notes < 2) return `${prefix(p.origine)}${p.territoire} : un seul territoire à ce niveau, il n'y a pas de classement à lire ; choisissez un niveau plus fin.`;
    const list = p.premiers >= p.notes ? `la liste des ${formatNumber(p.premiers)} premiers les compte tous` : `parmi les ${plural(p.premiers, "premier", "premiers")}, ${p.surs === 0 ? "aucun n'y reste" : `${formatNumber(p.surs)} y ${p.surs > 1 ? "restent" : "reste"}`} presque quels que soient les poids`;
    return `${prefix(p.origine)}${p.territoire} : ${plural(p.fragiles, "territoire fragile", "territoires fragiles")} (score de ${formatNumber(p.seuil)} ou plus) sur ${formatNumber(p.notes)}, ${plural(p.habitants, "habitant", "habitants")} ; le plus fragile est ${p.premier} ; ${list}${selonAges(p.ages)}.`;
  },
  zonage: (p) => {
    const pairs = p.paires === null ? "" : ` ; ${plural(p.paires, "paire de communes voisines", "paires de communes voisines")} semblables et classées autrement`;
    return `${prefix(p.origine)}${p.territoire} : ${plural(p.fragiles, "territoire hors zonage mais fragile", "territoires hors zonage mais fragiles")} (${plural(p.habitants, "habitant", "habitants")}), ${plural(p.dotes, "territoire en ZIP mais bien doté", "territoires en ZIP mais bien dotés")}${pairs} ; ${formatQuantity(p.partZip, "part", 1)} des habitants en ZIP, ${formatQuantity(p.partZac, "part", 1)} en ZAC.${p.comparaison === null ? "" : zonages(p.comparaison)}`;
  },
  departs: (p) =>
    `${p.territoire}, hypothèse et non prévision : si ${formatQuantity(p.remplacement, "part")} des départs sont remplacés, l'APL passe de ${formatNumber(p.depart, 2)} en 2021 à ${formatNumber(p.arrivee, 2)} en ${p.annee}${p.ecoulee ? " (année écoulée)" : ""}${selonAges(p.ages)} ; ${plural(p.risques, "territoire passe", "territoires passent")} sous ${formatNumber(p.seuil, 1)} consultations (${plural(p.habitants, "habitant", "habitants")}).`,
  apl: (p) => {
    const near = p.correlation === null ? "" : ` ; corrélation de ${formatNumber(p.correlation, 2)} entre les deux sur ${plural(p.communes, "commune", "communes")}`;
    return `${prefix(p.origine)}${p.territoire} : accessibilité estimée à ${formatNumber(p.estimee, 2)} consultations par an et par habitant (estimation, ce n'est pas l'APL de la DREES), contre ${formatNumber(p.officielle, 2)} pour l'APL officielle 2021${near}.`;
  },
  implantation: (p) => {
    const what = p.noms.length === 0 ? `${p.territoire}, sans site de plus` : `${p.territoire}, en ouvrant ${ouvertures(p)}`;
    const cost = p.budget === undefined ? "" : `, pour ${formatNumber(p.budget.cout)} k€ sur ${formatNumber(p.budget.most)}`;
    return `${what}${cost} : ${BUTS[p.modele](p)} (${preuve(p.ecart)}).`;
  },
  cpts: (p) => {
    const several = p.plusieurs === 0 ? "aucune n'est dans plusieurs" : `${plural(p.plusieurs, "commune est", "communes sont")} dans plusieurs (${plural(p.habitantsPlusieurs, "habitant", "habitants")})`;
    const none = p.hors === 0 ? `les ${formatNumber(p.communes)} communes sont toutes dans une CPTS` : `${plural(p.hors, "commune", "communes")} sur ${formatNumber(p.communes)} ${p.hors > 1 ? "ne sont" : "n'est"} dans aucune CPTS (${plural(p.habitantsHors, "habitant", "habitants")}, ${formatQuantity(p.part, "part", 1)})`;
    return `${p.territoire} : ${none} ; ${several} ; ${plural(p.cpts, "CPTS", "CPTS")} dans le territoire.`;
  },
  "soins-non-programmes": (p) => {
    const each = p.moments.map(({ moment, lieux, communes, habitants, part }) => `${plural(habitants, "habitant", "habitants")} (${formatQuantity(part, "part", 1)}, ${plural(communes, "commune", "communes")}) ${MOMENT[moment]} (${plural(lieux, "lieu ouvert", "lieux ouverts")})`);
    return `${prefix(p.origine)}${p.territoire} : à plus de ${formatQuantity(p.seuil, "minutes")} d'un lieu de soins non programmés, ${each.join(", ")}.`;
  },
  "ou-vivre": (p) => {
    const where = `${prefix(p.origine)}${p.territoire}, au départ ${formatList(p.ancres.map(deLieu), "conjunction")}`;
    if (p.relacher !== null) return `${where} : aucune commune ne reste après ${plural(p.filtres, "filtre", "filtres")} ; sans ${formatList(p.relacher.noms.map((nom) => `« ${nom} »`), "conjunction")}, il en resterait ${formatNumber(p.relacher.restants)}.`;
    const left = p.filtres === 0 ? plural(p.communes, "commune", "communes") : `${plural(p.restants, "commune", "communes")} sur ${formatNumber(p.communes)} ${p.restants > 1 ? "restent" : "reste"} après ${plural(p.filtres, "filtre", "filtres")}`;
    return `${where} : ${left}${p.suggestions.length === 0 ? "" : ` ; à regarder d'abord : ${formatList(p.suggestions, "conjunction")}`}.`;
  },
  "ou-vivre-suggestion": (p) => {
    const strong = p.atouts.length === 0 ? "" : ` Ses atouts : ${formatList(p.atouts.map(({ nom, points }) => `${nom.charAt(0).toLowerCase()}${nom.slice(1)} (${plural(Math.round(points), "point", "points")})`), "conjunction")}.`;
    return `${p.nom}, score ${formatNumber(p.score)} sur 100, à ${formatQuantity(p.minutes, "minutes")} ${p.origine.kind === "route" ? "" : "(estimation) "}de ${p.ancres} : ${RAISONS[p.raison](p.km)}.${strong}`;
  },
  "table-a-importer": (p) => `${p.territoire} : rien à montrer pour l'instant, importez d'abord ${formatList(p.tables.map((table) => `« ${TITRE_IMPORTABLE[table]} »`), "conjunction")} (espace Données).`,
  "implantation-impossible": (p) => `${p.territoire} : aucun choix de sites possible avec ces règles.`,
  "implantation-sans-point": (p) => `${p.territoire} : aucun choix de sites possible, faute de point candidat. Ajoutez-en sur la carte, ou dans « Mes points ».`,
  comparaison: (p) => {
    const where = `${prefix(p.origine)}${p.territoire}, à ${formatQuantity(p.seuil, "minutes")} au plus ${deCibles(p.genres)}`;
    if (p.etats.length === 0) return `${where} : ${formatQuantity(p.part, "part", 1)} des habitants, ${formatQuantity(p.moyenne, "minutes", 1)} en moyenne ; aucun scénario à comparer.`;
    const each = p.etats.map(({ nom, gagnes, perdus, part }) => `« ${nom} » ${Math.round(gagnes) === 0 ? "ne gagne aucun habitant" : `gagne ${plural(gagnes, "habitant", "habitants")}`} et ${Math.round(perdus) === 0 ? "n'en perd aucun" : `en perd ${formatNumber(perdus)}`} (${formatQuantity(part, "part", 1)})`);
    return `${where}, par rapport à « ${p.reference} » (${formatQuantity(p.part, "part", 1)}) : ${each.join(" ; ")}.`;
  },
  "comparaison-etat": (p) => {
    const who = (number: number, list: typeof p.premiersGagnants, sign: string): string =>
      number === 0 ? "aucun territoire" : `${plural(number, "territoire", "territoires")} (d'abord ${formatList(list.map(({ nom, minutes }) => `${nom}, ${sign}${formatNumber(minutes, 1)} min`))})`;
    const fragile = Math.round(p.fragiles) === 0 ? "" : `, ${plural(Math.abs(p.fragiles), "habitant", "habitants")} de ${p.fragiles > 0 ? "plus" : "moins"} en commune fragile`;
    const apl = !(Math.abs(p.aplApres - p.aplAvant) >= 0.005) ? "" : ` ; accessibilité estimée (pas l'APL de la DREES) ${formatNumber(p.aplApres, 2)} au lieu de ${formatNumber(p.aplAvant, 2)}`;
    return `« ${p.nom} » : ${count(p.gagnes, "habitant gagné", "habitants gagnés")} à ${formatQuantity(p.seuil, "minutes")} au plus, ${count(p.perdus, "perdu", "perdus")}${fragile} ; ${formatQuantity(p.moyenneApres, "minutes", 1)} en moyenne au lieu de ${formatNumber(p.moyenneAvant, 1)}${apl} ; plus près : ${who(p.gagnants, p.premiersGagnants, "−")} ; plus loin : ${who(p.perdants, p.premiersPerdants, "+")}.`;
  },
  tournee: (p) => {
    const far = `à ${formatQuantity(p.seuil, "minutes")} ou plus ${deCibles(p.genres)}`;
    if (p.noms.length === 0) return `${p.territoire} : aucune commune où s'arrêter ${far}.`;
    return `${p.territoire}, au départ de ${p.depart} : ${formatList(p.noms)}, dans cet ordre${p.retour ? " et retour" : ""}, ${formatQuantity(p.route.minutes, "minutes")} et ${formatQuantity(p.route.km, "km")} de route, ${formatNumber(p.route.total / 60, 1)} h avec ${formatQuantity(p.duree, "minutes")} par arrêt ; ${plural(p.proches, "habitant", "habitants")} à ${formatQuantity(p.rayon, "minutes")} au plus d'un arrêt, sur ${formatNumber(p.loin)} ${far}.`;
  },
  "tournee-impossible": (p) => `${p.territoire} : aucune tournée possible avec ces choix.`,
  "pas-de-site": (p) => `${p.territoire} : aucun site à rejoindre, donc pas de minutes à proximité ${deCibles(p.genres)}.`,
  "pas-de-minutes": (p) => `Graphe routier non chargé pour ${p.territoire} : pas de minutes ici pour l'instant.`,
};

/** « ZIP 9,0 % puis 12,1 % des habitants ». */
function puis(zone: string, [avant, apres]: readonly [number, number], plafond: number | undefined): string {
  return `${zone} ${formatQuantity(avant, "part", 1)} puis ${formatQuantity(apres, "part", 1)} des habitants${plafond === undefined ? "" : ` (plafond ${formatQuantity(plafond, "part", 1)})`}`;
}

function zonages({ entrees, habitantsEntrees, sorties, habitantsSorties, classes, inchangees, zip, zac, plafonds }: NonNullable<SentenceParams["zonage"]["comparaison"]>): string {
  return ` D'un zonage à l'autre : ${plural(entrees, "commune entrée", "communes entrées")} (${plural(habitantsEntrees, "habitant", "habitants")}), ${plural(sorties, "sortie", "sorties")} (${plural(habitantsSorties, "habitant", "habitants")}), ${plural(classes, "passée", "passées")} de ZIP à ZAC ou l'inverse, ${plural(inchangees, "inchangée", "inchangées")} ; ${puis("ZIP", zip, plafonds?.[0])}, ${puis("ZAC", zac, plafonds?.[1])}.`;
}

function withMsp(msp: string, before: number, after: number): string {
  const saved = Math.round(before) - Math.round(after);
  const change = saved === 0 ? "rien de changé" : saved > 0 ? `${formatNumber(saved)} min de moins` : `${formatNumber(-saved)} min de plus`;
  return `avec une maison de santé à ${msp}, ${formatQuantity(after, "minutes")} (${change})`;
}

function hypothesesText({ vitesses, ajouts, medecins, illustratif }: Hypotheses): string {
  const added = ajouts === 0 ? [] : [`avec ${plural(ajouts, "site ajouté", "sites ajoutés")} sur la carte`];
  const doctors = medecins === 0 ? [] : [`généralistes supposés dans ${plural(medecins, "commune", "communes")}`];
  const said = [...added, ...doctors, ...(vitesses === null ? [] : [`vitesses modifiées : ${vitesses}`])];
  const supposed = said.length === 0 ? "" : ` Hypothèse : ${said.join(" ; ")}.`;
  return illustratif ? `${supposed} Données illustratives : jeu de démonstration.` : supposed;
}

/** The result in one French sentence, and what was supposed in another. */
export function sentenceText(sentence: Sentence): string {
  const write = WORDING[sentence.id] as (params: Sentence["params"]) => string;
  return write(sentence.params) + (sentence.hypotheses === undefined ? "" : hypothesesText(sentence.hypotheses));
}
