import { issue } from "../../domain/issue";
import { DOCUMENT_INITIAL } from "../../project/document";
import {
  excludeSite,
  resetSelection,
  setAnalyse,
  setClasses,
  setCorrections,
  setNiveau,
  setParams,
  setSites,
  setTerritoire,
  toggleCouche,
} from "../../project/edits";
import { issueText } from "../../textes/issues";
import { NOTICE } from "../../textes/notices";
import { redo, undo } from "../history";
import type { Commands, FichierLu } from "./commands";
import { noter, noterIssues } from "./context";
import type { Contexte } from "./context";
import type { Editer } from "./edit";

type DocumentCommands = Pick<
  Commands,
  | "changeTerritoire"
  | "changeNiveau"
  | "changeAnalyse"
  | "changeParams"
  | "changeClasses"
  | "toggleCouche"
  | "exclureSite"
  | "changeCorrections"
  | "retablirSites"
  | "importerSites"
  | "retirerSites"
  | "recommencer"
  | "undo"
  | "redo"
>;

async function readSites(contexte: Contexte, editer: Editer, fichier: FichierLu): Promise<void> {
  const bytes = await fichier.arrayBuffer().catch(() => null);
  if (bytes === null) return noter(contexte, "erreur", NOTICE.fichierIllisible(fichier.name));
  // Loaded on first use: the CSV reader is not needed for the first screen.
  const { parseSitesCsv } = await import("../../io/sites-csv");
  const parsed = parseSitesCsv(new Uint8Array(bytes), fichier.name);
  const errors = parsed.issues.filter(({ severity }) => severity === "erreur");
  const first = errors[0] === undefined ? "" : issueText(errors[0]);
  if (!parsed.ok) return noter(contexte, "erreur", NOTICE.sitesRefuses(fichier.name, first));
  editer(setSites(parsed.value));
  noter(contexte, "info", NOTICE.sitesImportes(parsed.value.ids.length, fichier.name));
  if (errors.length > 0) noter(contexte, "attention", NOTICE.sitesRejetes(errors.length, first));
  noterIssues(contexte, parsed.issues.filter(({ severity }) => severity !== "erreur"));
}

export function documentCommands(contexte: Contexte, editer: Editer): DocumentCommands {
  const { store, analyses } = contexte;
  const analyse = (): string => store.getState().document.courant.analyse;
  return {
    changeTerritoire: (code) => editer(setTerritoire(code)),
    changeNiveau: (niveau) => editer(setNiveau(niveau)),
    changeAnalyse(id) {
      if (analyses.some((known) => known.id === id)) editer(setAnalyse(id));
      else noterIssues(contexte, [issue("analyse-inconnue", "erreur", { analyse: id, attendues: analyses.map((known) => known.id).join(", ") })]);
    },
    changeParams: (change) => editer(setParams(analyse(), change), `params/${analyse()}/${Object.keys(change).join(",")}`),
    changeClasses: (vue, classes) => editer(setClasses(`${analyse()}/${vue}`, classes), `classes/${analyse()}/${vue}/${classes?.method ?? ""}`),
    toggleCouche: (couche) => editer(toggleCouche(couche)),
    exclureSite: (id, exclu) => editer(excludeSite(id, exclu)),
    changeCorrections: (comptees) => editer(setCorrections(comptees)),
    retablirSites: () => editer(resetSelection),
    importerSites: (fichier) => readSites(contexte, editer, fichier),
    retirerSites: () => editer(setSites(null)),
    // The named work is kept: only the screen starts again.
    recommencer: () => editer((document) => (document.scenarios.length === 0 ? DOCUMENT_INITIAL : { ...DOCUMENT_INITIAL, scenarios: document.scenarios })),
    undo: () => store.setState(({ document }) => ({ document: undo(document) })),
    redo: () => store.setState(({ document }) => ({ document: redo(document) })),
  };
}
