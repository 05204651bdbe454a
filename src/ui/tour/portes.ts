import type { Params } from "../../analyses/analysis";
import type { CoucheId } from "../../domain/couche";
import type { Niveau } from "../../domain/perimetre";
import type { Commands } from "../../store/commands/commands";
import { surLaCarte } from "../../store/espaces";
import type { State } from "../../store/state";
import type { PorteId } from "../../textes/visite";

/** A screen set up for one of the four readers. */
interface Porte {
  readonly niveau: Niveau;
  readonly analyse: string;
  readonly params: Params;
  readonly couches: readonly CoucheId[];
  readonly tableau: boolean;
}

export const REGLAGES: Record<PorteId, Porte> = {
  dumg: { niveau: "commune", analyse: "recrutement", params: {}, couches: ["stages", "msp"], tableau: true },
  commune: { niveau: "commune", analyse: "implantation", params: {}, couches: ["msp", "limites-epci"], tableau: true },
  etudiant: { niveau: "commune", analyse: "ou-vivre", params: {}, couches: ["stages", "msp"], tableau: false },
  conseil: { niveau: "epci", analyse: "densite", params: { offre: "medecin" }, couches: ["medecins", "limites-departement"], tableau: true },
};

/** Opens a door: each change is one the user could have made, and can undo. */
export function ouvrirPorte(id: PorteId, etat: State, commandes: Commands): void {
  const { niveau, analyse, params, couches, tableau } = REGLAGES[id];
  const { courant } = etat.document;
  if (!surLaCarte(etat.session.espace)) commandes.ouvrirEspace("explorer");
  if (courant.territoire !== "87") commandes.changeTerritoire("87");
  if (courant.niveau !== niveau) commandes.changeNiveau(niveau);
  if (courant.analyse !== analyse) commandes.changeAnalyse(analyse);
  commandes.changeParams(params);
  const voulues = new Set<CoucheId>(couches);
  for (const couche of new Set([...courant.couches, ...couches])) {
    if (courant.couches.includes(couche) !== voulues.has(couche)) commandes.toggleCouche(couche);
  }
  commandes.basculer("tiroir", tableau);
}
