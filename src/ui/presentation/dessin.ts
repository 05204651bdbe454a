import { A4_PAYSAGE, svgMapAlone, svgMapPage, type PageSize } from "../../documents/svg-map/svg-map";
import type { State } from "../../store/state";
import { POLICES } from "../app/scene";
import { entreeDe } from "./entree";
import { blobSvg, peindrePng, telecharger } from "./fichiers";

async function enDonnees(adresse: string): Promise<string> {
  const octets = new Uint8Array(await (await fetch(adresse)).arrayBuffer());
  return `data:font/woff2;base64,${btoa(Array.from(octets, (octet) => String.fromCodePoint(octet)).join(""))}`;
}

/** The page a slide or a report takes: title, sentence, map, legend, scale, north, sources. */
async function page(etat: State): Promise<string> {
  const [texte, gras] = await Promise.all([enDonnees(POLICES.texte), enDonnees(POLICES.gras)]);
  const entree = entreeDe(etat, Date.now(), { texte, gras });
  if (entree === null) throw new Error("nothing to draw: the territory is not loaded");
  return svgMapPage(entree, A4_PAYSAGE);
}

function nom({ document: { courant } }: State, extension: string): string {
  return `maillage-${courant.analyse}-${courant.territoire}-${courant.niveau}.${extension}`;
}

export async function exporterSvg(etat: State): Promise<void> {
  telecharger(nom(etat, "svg"), blobSvg(await page(etat)));
}

export async function exporterPng(etat: State): Promise<void> {
  telecharger(nom(etat, "png"), await peindrePng(await page(etat)));
}

/** The map alone, for screens without WebGL. */
export function dessinerCarte(etat: State, taille: PageSize): string | null {
  const entree = entreeDe(etat, Date.now(), null);
  return entree === null ? null : svgMapAlone(entree, taille);
}
