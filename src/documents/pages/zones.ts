import { sourceText } from "../../textes/legende";
import { PAGE } from "../../textes/pages";
import type { Frame } from "../svg-map/projection";
import { textWidth, wrapText, wrapWithin } from "../svg-map/text-fit";
import type { Feuille } from "./feuille";
import type { FormatPage } from "./format-page";

export const MARGE = 36;

/** A line of text and where its baseline starts. */
export interface Ligne {
  readonly x: number;
  readonly y: number;
  readonly texte: string;
}

/** Where each part of a page stands, the same for every writer. Sizes are those of the letters. */
export interface Zones {
  readonly titre: { readonly taille: number; readonly lignes: readonly Ligne[] };
  readonly phrase: { readonly taille: number; readonly lignes: readonly Ligne[] };
  readonly corps: Frame;
  readonly mentions: readonly { readonly x: number; readonly y: number; readonly largeur: number; readonly texte: string }[];
  readonly sources: { readonly taille: number; readonly lignes: readonly Ligne[] };
  /** Baseline of the last line: where the page is from, its number. */
  readonly pied: number;
}

const TITRE = 25;
/** A section is its title. */
const TITRE_SECTION = 34;
const PHRASE = 13.5;
const SOURCE = 7.2;
const MENTION = 9;

/** Each source once, one after the other on full lines. */
function lignesDeSources({ sources }: Feuille, largeur: number): readonly string[] {
  const textes = [...new Set(sources.map((source) => `${sourceText(source)} (${PAGE.qualite[source.quality]})`))];
  return textes.length === 0 ? [] : wrapText(PAGE.sources(textes.join(" · ")), largeur, SOURCE);
}

function mentionsEn(feuille: Feuille, y: number): Zones["mentions"] {
  let x = MARGE;
  return feuille.mentions.map((texte) => {
    const largeur = textWidth(texte, MENTION, true) * 1.06 + 16;
    const here = { x, y, largeur, texte };
    x += largeur + 8;
    return here;
  });
}

/** Lays a page out: title and sentence on top, sources at the foot, the body in what is left. */
export function zonesDe(feuille: Feuille, { largeur, hauteur }: FormatPage): Zones {
  const dedans = largeur - 2 * MARGE;
  const taille = feuille.corps.genre === "section" ? TITRE_SECTION : TITRE;
  const titre = wrapWithin(feuille.titre, dedans, taille * 1.04, 2).map((texte, i) => ({ x: MARGE, y: MARGE + 20 + i * taille * 1.2, texte }));
  const sousTitre = MARGE + 20 + Math.max(0, titre.length - 1) * taille * 1.2;
  const phrase = wrapWithin(feuille.phrase, dedans, PHRASE, 3).map((texte, i) => ({ x: MARGE, y: sousTitre + 24 + i * 18, texte }));
  const apresPhrase = phrase.length === 0 ? sousTitre + 8 : sousTitre + 24 + (phrase.length - 1) * 18 + 8;
  const hautMentions = feuille.mentions.length === 0 ? apresPhrase : apresPhrase + 22;
  const pied = hauteur - 16;
  const lignes = lignesDeSources(feuille, dedans);
  const hautSources = pied - 14 - lignes.length * 9.4;
  const haut = hautMentions + 10;
  return {
    titre: { taille, lignes: titre },
    phrase: { taille: PHRASE, lignes: phrase },
    mentions: mentionsEn(feuille, apresPhrase + 18),
    corps: { x: MARGE, y: haut, width: dedans, height: hautSources - 12 - haut },
    sources: { taille: SOURCE, lignes: lignes.map((texte, i) => ({ x: MARGE, y: hautSources + 8 + i * 9.4, texte })) },
    pied,
  };
}
