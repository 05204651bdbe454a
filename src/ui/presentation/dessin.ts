import { memoLast } from "../../carto/memo";
import type { SvgMapInput } from "../../documents/svg-map/input";
import { A4_PAYSAGE, svgMapPage } from "../../documents/svg-map/svg-map";
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

/**
 * What the map alone is drawn from, for screens without WebGL: the same object as long as nothing drawn has changed, whatever
 * else the state says (a computation that goes on).
 */
export function contenuSeul(etat: State): SvgMapInput | null {
  const entree = entreeDe(etat, Date.now(), null);
  return entree === null ? null : garder(entree);
}

const garder = memoLast(
  (entree: SvgMapInput): readonly unknown[] => Object.values<unknown>({ ...entree }).flat(),
  (entree) => entree,
);
