import { FORMATS } from "../../documents/formats";
import { ajouter, intituler } from "../../presentation/edits";
import { VERSION_PRESENTATION } from "../../presentation/page";
import { type Lecture, parsePresentation, partageable, serializePresentation } from "../../presentation/parse-presentation";
import { tableauDe } from "../../documents/pages/feuille";
import { PRESENTER } from "../../textes/presenter";
import { foldName } from "../../domain/fold";
import { latest, noter } from "../commands/context";
import type { CommandesPresenter } from "./commands";
import type { EditerPages, OutilsPresenter } from "./outils";

type FichierCommandes = Pick<CommandesPresenter, "exporter" | "arreterExport" | "exporterFichier" | "importer">;

/** « etat-des-soins-primaires-2026-11-26 ». */
function nomDe(titre: string, date: number): string {
  const mots = foldName(titre === "" ? PRESENTER.titre : titre).replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 60);
  return `maillage-${mots}-${new Date(date).toISOString().slice(0, 10)}`;
}

/** What a refused file is said to be. */
export function raisonDe(lecture: Extract<Lecture, { ok: false }>): string {
  return lecture.raison === "version" ? PRESENTER.raisonVersion(lecture.version, VERSION_PRESENTATION) : PRESENTER.raisonJson;
}

/** A presentation from the text of a file. */
export function parseTexte(texte: string): Lecture {
  try {
    return parsePresentation(JSON.parse(texte));
  } catch {
    return { ok: false, raison: "format" };
  }
}

/** Exports and files of presentations. */
export function fichierCommandes({ pages, app, exporter }: OutilsPresenter, editer: EditerPages, feuille: CommandesPresenter["feuille"]): FichierCommandes {
  const { effects } = app;
  const exports = latest();
  const arreter = (): void => {
    if (pages.getState().exportation === null) return;
    exports.cancel();
    pages.setState({ exportation: null });
    noter(app, "info", PRESENTER.exportArrete);
  };
  return {
    async exporter(format, preparer) {
      const { presentation } = pages.getState();
      const { suffixe, type } = FORMATS[format];
      const feuilles = presentation.pages.map((page) => feuille(page));
      if (format === "xlsx" && feuilles.every((one) => tableauDe(one) === null)) return noter(app, "info", PRESENTER.sansTableau);
      const signal = exports.next();
      const total = feuilles.length;
      const montrer = (fait: number): void => void (signal.aborted || pages.setState({ exportation: { format, fait, total }, dernierFichier: null }));
      montrer(0);
      const date = effects.now();
      const titre = presentation.titre === "" ? PRESENTER.sansTitre : presentation.titre;
      const fin = await preparer(feuilles, format, signal).then(
        (materiel) => exporter({ format, dossier: { titre, feuilles, date }, materiel }, signal, montrer),
        (error: unknown) => ({ ok: false as const, message: error instanceof Error ? error.message : String(error) }),
      );
      // Stopped, or replaced by another export: nothing was written.
      if (signal.aborted) return;
      pages.setState({ exportation: null });
      if (!fin.ok) return noter(app, "erreur", PRESENTER.exportRate(fin.message ?? ""));
      const nom = nomDe(presentation.titre, date) + suffixe;
      effects.telecharger(nom, fin.octets, type);
      pages.setState({ dernierFichier: nom });
    },
    arreterExport: arreter,
    exporterFichier() {
      const { presentation } = pages.getState();
      effects.telecharger(`${nomDe(presentation.titre, effects.now())}.maillage.json`, serializePresentation(partageable(presentation)), "application/json");
    },
    async importer(fichier) {
      const octets = await fichier.arrayBuffer().catch(() => null);
      if (octets === null) return noter(app, "erreur", PRESENTER.fichierIllisible(fichier.name));
      const lecture = parseTexte(new TextDecoder().decode(octets));
      if (!lecture.ok) return noter(app, "erreur", PRESENTER.illisible(fichier.name, raisonDe(lecture)));
      const { presentation, ecartees, sansEcran } = lecture;
      const vide = pages.getState().presentation.pages.length === 0;
      editer((before) => {
        const after = ajouter(presentation.pages, null)(before);
        return vide && before.titre === "" ? intituler(presentation.titre)(after) : after;
      });
      noter(app, "info", PRESENTER.importee(presentation.pages.length, fichier.name));
      if (ecartees > 0) noter(app, "attention", PRESENTER.pagesEcartees(ecartees));
      if (sansEcran > 0) noter(app, "attention", PRESENTER.ecranPerdu(sansEcran));
    },
  };
}
