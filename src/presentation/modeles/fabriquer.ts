import { DOCUMENT_INITIAL, type Document } from "../../project/document";
import type { Territoire } from "../../domain/perimetre";
import { capturer } from "../capturer";
import type { NouvellePage } from "../edits";
import { type Autour, type Lecteur, lireEcran } from "../lire-ecran";
import type { Capture, EcranPage } from "../page";
import type { EcranVoulu, Lu, Modele, PageVoulue } from "./modele";

export interface Fabriquee {
  readonly pages: readonly NouvellePage[];
  /** Titles of the pages that could not be computed. */
  readonly manquees: readonly string[];
}

function documentDe({ analyse, params, niveau, couches }: EcranVoulu, territoire: Territoire): Document {
  return {
    ...DOCUMENT_INITIAL,
    territoire: territoire.code,
    // Four thousand communes are too many for a page.
    niveau: niveau ?? (territoire.genre === "region" ? "epci" : DOCUMENT_INITIAL.niveau),
    analyse,
    params: params === undefined ? {} : { [analyse]: params },
    couches: couches ?? ["msp"],
  };
}

/** Sources and date of what a page of words cites: no picture, nothing to compute again. */
function citee(captures: readonly Capture[]): Capture | null {
  const [first] = captures;
  if (first === undefined) return null;
  const sources = [...new Map(captures.flatMap((capture) => capture.sources).map((source) => [`${source.resource}${source.title}`, source])).values()];
  const some = (key: "illustratif" | "estimation"): boolean => captures.some((capture) => capture[key]);
  return {
    ...first, sources, dessin: { svg: "<svg></svg>", largeur: 1, hauteur: 1 }, legendes: [], tableau: { entetes: [], lignes: [] }, graphique: null, chiffres: [], fiche: null,
    illustratif: some("illustratif"), estimation: some("estimation"),
  };
}

interface Fait {
  readonly ecran: EcranPage;
  readonly capture: Capture;
}

interface Atelier {
  readonly lus: Record<string, Lu>;
  readonly faits: Map<string, Fait>;
}

/** What a page shows; null when it needs what could not be computed. */
function contenuDe(page: PageVoulue, { faits }: Atelier): { readonly ecran: EcranPage | null; readonly capture: Capture | null } | null {
  if ("contenu" in page) return { ecran: null, capture: page.contenu };
  if ("cite" in page) {
    const cited = page.cite.map((cle) => faits.get(cle)?.capture);
    return cited.some((capture) => capture === undefined) ? null : { ecran: null, capture: citee(cited.filter((capture) => capture !== undefined)) };
  }
  return faits.get("comme" in page ? page.comme : page.cle) ?? null;
}

function composee(page: PageVoulue, atelier: Atelier): NouvellePage | null {
  const contenu = contenuDe(page, atelier);
  if (contenu === null) return null;
  const { lus } = atelier;
  return { genre: page.genre, titre: page.titre(lus), texte: page.texte?.(lus) ?? "", notes: page.notes?.(lus) ?? "", ...contenu };
}

/**
 * Computes every screen of a model, one after the other, then words its pages. A page whose screen cannot be computed is left
 * out, with those that cite it, and named.
 * @param avancer told how many screens are done, of how many
 * @param arrete true once whoever asked has given up
 */
export async function fabriquer(modele: Modele, territoire: Territoire, lecteur: Lecteur, autour: Autour, avancer: (fait: number, total: number) => void, arrete: () => boolean): Promise<Fabriquee> {
  const voulues = await modele.pages(territoire, autour);
  const ecrans = voulues.filter((page) => "ecran" in page);
  const atelier: Atelier = { lus: {}, faits: new Map() };
  const manquees: string[] = [];
  for (const [i, page] of ecrans.entries()) {
    if (arrete()) return { pages: [], manquees: [] };
    const ecran: EcranPage = { document: documentDe(page.ecran, territoire), vue: page.ecran.vue ?? null, avant: null, camera: null, cadre: null, sujet: null };
    const lu = await lireEcran(ecran, lecteur, autour);
    if (lu.ok) {
      const { facts, table, summary } = lu.value.charge.output;
      atelier.lus[page.cle] = { facts, table, summary };
      atelier.faits.set(page.cle, { ecran, capture: capturer(lu.value) });
    } else manquees.push(page.ecran.analyse);
    avancer(i + 1, ecrans.length);
  }
  return { pages: voulues.flatMap((page) => composee(page, atelier) ?? []), manquees };
}
