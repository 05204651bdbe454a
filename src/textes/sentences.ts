import type { Sentence, SentenceId, SentenceParams } from "../domain/sentence";
import { formatList, formatNumber, formatQuantity, plural } from "./format";

const WORDING: { readonly [S in SentenceId]: (params: SentenceParams[S]) => string } = {
  densite: (p) => {
    const compared = p.comparaison === null ? "" : `, contre ${formatNumber(p.comparaison, 1)} ${p.comparaisonNom}`;
    return p.pour100k === null
      ? `${p.territoire} : pas de donnée sur ${p.offre}.`
      : `${p.territoire} compte ${formatNumber(p.nombre)} ${p.offre} pour ${plural(p.habitants, "habitant", "habitants")}, soit ${formatNumber(p.pour100k, 1)} pour 100 000${compared}.`;
  },
  "temps-acces": (p) =>
    p.communesLoin === 0
      ? `Aucune commune (${p.territoire}) n'est à plus de ${formatQuantity(p.seuil, "minutes")} (${formatList(p.genres, "disjunction")}) ; en moyenne ${formatQuantity(p.moyenne, "minutes", 1)} par habitant.`
      : `${plural(p.communesLoin, "commune", "communes")} (${plural(p.habitantsLoin, "habitant", "habitants")}, ${formatQuantity(p.partLoin, "part", 1)}) ${p.communesLoin > 1 ? "sont" : "est"} à plus de ${formatQuantity(p.seuil, "minutes")} (${formatList(p.genres, "disjunction")}) ; en moyenne ${formatQuantity(p.moyenne, "minutes", 1)} par habitant.`,
  couverture: (p) =>
    `${plural(p.habitants, "habitant", "habitants")} (${formatQuantity(p.part, "part", 1)}) et ${formatNumber(p.communes)} communes sur ${formatNumber(p.communesTotal)} sont à ${formatQuantity(p.seuil, "minutes")} au plus (${formatList(p.genres, "disjunction")}).`,
  "couverture-comparee": (p) =>
    `À ${formatQuantity(p.seuil, "minutes")} : ${plural(p.gagnes, "habitant gagné", "habitants gagnés")}, ${plural(p.perdus, "perdu", "perdus")}, ${plural(p.inchanges, "inchangé", "inchangés")}.`,
  "pas-de-minutes": (p) => `Graphe routier non chargé pour ${p.territoire} : pas de minutes ici pour l'instant.`,
};

/** The result in one French sentence. */
export function sentenceText(sentence: Sentence): string {
  const write = WORDING[sentence.id] as (params: Sentence["params"]) => string;
  return write(sentence.params);
}
