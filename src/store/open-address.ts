import { applyLink } from "../project/apply-link";
import { decodeLink } from "../project/read-link";
import { issue } from "../domain/issue";
import { NOTICE } from "../textes/notices";
import { noter, noterIssues, patch } from "./commands/context";
import type { Contexte } from "./commands/context";
import type { Editer } from "./commands/edit";
import { hashDe, vocabulaireDe } from "./commands/export-commands";
import type { Commands } from "./commands/commands";
import { accorderEspace, ouvrirEspace } from "./espaces";
import { ONGLETS_TERRAIN } from "./onglets";
import { ESPACES } from "./state";

/** Opens the screen an address names. What cannot be read is said; the rest is applied. True when it names a place. */
export function ouvrir(contexte: Contexte, editer: Editer, commands: Pick<Commands, "select" | "commanderCamera">): boolean {
  const { lien, issues } = decodeLink(contexte.effects.adresse.hash(), vocabulaireDe(contexte));
  noterIssues(contexte, issues);
  if (lien.sitesPersonnels > 0 && contexte.store.getState().document.courant.sites === null) noter(contexte, "info", NOTICE.lienAutresSites(lien.sitesPersonnels));
  const state = contexte.store.getState();
  const asked = applyLink(lien)(state.document.courant);
  // The address of the screen as it is (a reload, a step back to another space) changes nothing, and adds no undo.
  const same = hashDe(contexte, { ...state, document: { ...state.document, courant: asked } }) === hashDe(contexte, state);
  if (!same) editer(() => asked);
  const espace = ESPACES.find((known) => known === lien.espace);
  // The analysis that a link names decides of the space; a space alone opens on an analysis of its own.
  if (espace !== undefined && lien.analyse === undefined) ouvrirEspace(contexte, editer, espace);
  else if (espace !== undefined) patch(contexte, "session", { espace });
  accorderEspace(contexte);
  if (lien.camera !== undefined) {
    patch(contexte, "session", { camera: lien.camera });
    commands.commanderCamera({ kind: "point", ...lien.camera });
  }
  const onglet = ONGLETS_TERRAIN.find((known) => known === lien.onglet);
  if (lien.onglet !== undefined && onglet === undefined) noterIssues(contexte, [issue("lien-illisible", "avertissement", { partie: "onglet", valeur: lien.onglet })]);
  else if (espace === "terrain") patch(contexte, "session", { onglet: onglet ?? "" });
  if (lien.sujet !== undefined) commands.select(lien.sujet);
  return lien.camera !== undefined;
}
