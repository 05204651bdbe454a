import type { Description, Output } from "../analyses/analysis";
import type { CoucheChargee, FondCarte, TerritoireEntier } from "../domain/chargement";
import type { CoucheId } from "../domain/couche";
import type { FaitsFiche, SujetFiche } from "../domain/fiche";
import { issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";
import type { Niveau, Territoire } from "../domain/perimetre";
import type { SuiviPlan } from "../domain/suivi-plan";
import type { Document } from "../project/document";
import { ficheText } from "../textes/fiches";
import type { Donnees, EcranLu } from "./capturer";
import type { EcranPage } from "./page";

/** Whoever loads and computes: the worker behind the page, or the command line. */
export interface Lecteur {
  territoire(code: string, niveau: Niveau): Promise<Outcome<TerritoireEntier>>;
  fond(code: string): Promise<Outcome<FondCarte>>;
  couche(couche: CoucheId, territoire: string, corrections: boolean): Promise<Outcome<CoucheChargee>>;
  donnees(document: Document, territoire: Territoire): Promise<Outcome<Donnees>>;
  resultat(document: Document, territoire: Territoire): Promise<Outcome<Output>>;
  fiche(sujet: SujetFiche, territoire: string): Promise<Outcome<FaitsFiche>>;
}

/** What goes with a screen and is not computed. */
export interface Autour {
  readonly descriptions: readonly Description[];
  /** Epoch milliseconds. */
  readonly date: number;
  /** What the user noted of the plan d'attractivité. */
  readonly suivi: SuiviPlan;
  /** Hash of the address that reopens a screen. */
  lien(ecran: EcranPage): string;
}

async function couchesDe({ document: { couches, territoire, selection } }: EcranPage, lecteur: Lecteur): Promise<readonly CoucheChargee[]> {
  const loaded: CoucheChargee[] = [];
  for (const id of couches) {
    const couche = await lecteur.couche(id, territoire, selection.corrections);
    // A layer that cannot be read leaves the map without it, as on the screen.
    if (couche.ok) loaded.push(couche.value);
  }
  return loaded;
}

/** Loads and computes the screen of a page again. Refused with its issues when its data or its territory are not there any more. */
export async function lireEcran(ecran: EcranPage, lecteur: Lecteur, { descriptions, date, lien }: Autour): Promise<Outcome<EcranLu>> {
  const { document, sujet } = ecran;
  const description = descriptions.find(({ id }) => id === document.analyse);
  if (description === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: document.analyse, attendues: descriptions.map(({ id }) => id).join(", ") }));
  const territoire = await lecteur.territoire(document.territoire, document.niveau);
  if (!territoire.ok) return territoire;
  const donnees = await lecteur.donnees(document, territoire.value.territoire);
  if (!donnees.ok) return donnees;
  const resultat = await lecteur.resultat(document, territoire.value.territoire);
  if (!resultat.ok) return resultat;
  const fond = await lecteur.fond(document.territoire);
  const couches = await couchesDe(ecran, lecteur);
  const faits = sujet === null ? null : await lecteur.fiche(sujet, document.territoire);
  const charge = { territoire: territoire.value, fond: fond.ok ? fond.value : null, couches, output: resultat.value };
  const fiche = faits?.ok === true ? ficheText(faits.value) : null;
  return success({ charge, ecran, description, donnees: donnees.value, fiche, lien: lien(ecran), date });
}
