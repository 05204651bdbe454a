import { NOM_MAX } from "./changements";
import { foldName } from "./fold";
import type { SiteAjoute } from "./genre-site";

/** Why a site cannot be called so: nothing is written, or another added site has that name already. */
export type RefusNom = "vide" | "pris";

/** A name as it is kept: on one line, without blanks around it, NOM_MAX characters at most. */
export const nomPropre = (texte: string): string => texte.trim().replaceAll(/\s+/g, " ").slice(0, NOM_MAX).trim();

/** Names that a reader would take for one another; those without any Latin letter or digit are compared as they are. */
const confondus = (a: string, b: string): boolean => foldName(a) === foldName(b) && (foldName(a) !== "" || a === b);

/** Why an added site cannot take a name; null when it can. */
export function refusNom(texte: string, id: string, ajouts: readonly SiteAjoute[]): RefusNom | null {
  const nom = nomPropre(texte);
  if (nom === "") return "vide";
  return ajouts.some((site) => site.id !== id && confondus(site.nom, nom)) ? "pris" : null;
}

/** A name that no added site has: the one given, else followed by « (2) », « (3) »… */
export function nomLibre(nom: string, id: string, ajouts: readonly SiteAjoute[]): string {
  let [libre, rang] = [nom, 1];
  while (refusNom(libre, id, ajouts) === "pris") {
    rang += 1;
    const suite = ` (${rang})`;
    libre = `${nom.slice(0, NOM_MAX - suite.length)}${suite}`;
  }
  return libre;
}
