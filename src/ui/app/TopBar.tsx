import { APP, TABLEAU } from "../../textes/interface";
import { BoutonIcone } from "../controls/Bouton";
import { Menu, type ChoixMenu } from "../controls/Menu";
import { ETROIT, useMedia } from "../controls/use-media";
import { Recherche } from "../search/Recherche";
import { EXPORT } from "../../textes/interface";
import { useCommandes, useEtat, useOutils } from "./context";
import s from "./TopBar.module.css";
import { useExportMailles } from "../table/use-export-mailles";
import { useDessin } from "./use-dessin";

/** One search and the tools of the document, laid on the top of the map. */
export function TopBar() {
  const etroit = useMedia(ETROIT);
  const panneauOuvert = useEtat((etat) => etat.session.panneauOuvert);
  const { basculer } = useCommandes();
  return (
    <div className={s["barre"]}>
      {!panneauOuvert && !etroit && <BoutonIcone icone="droite" className={s["rouvrir"]} nom={APP.afficherPanneau} onClick={() => basculer("panneau", true)} />}
      <Recherche />
      {etroit ? <OutilsEtroits /> : <OutilsLarges />}
    </div>
  );
}

interface Historique {
  readonly annulable: boolean;
  readonly retablissable: boolean;
}

function useHistorique(): Historique {
  const annulable = useEtat((etat) => etat.document.passe.length > 0);
  const retablissable = useEtat((etat) => etat.document.futur.length > 0);
  return { annulable, retablissable };
}

function useExports(): readonly ChoixMenu[] {
  const { exporterCsv, exporterGeoJson } = useCommandes();
  const inactif = useEtat((etat) => etat.results.courant === null);
  const mailles = useExportMailles();
  const { exporterSvg, exporterPng } = useDessin();
  return [
    { id: "csv", icone: "tableau", nom: EXPORT.csv, aide: EXPORT.csvAide, inactif, faire: exporterCsv },
    ...mailles,
    { id: "geojson", icone: "explorer", nom: EXPORT.geojson, aide: EXPORT.geojsonAide, inactif, faire: exporterGeoJson },
    { id: "svg", icone: "exporter", nom: EXPORT.svg, aide: EXPORT.svgAide, inactif, faire: exporterSvg },
    { id: "png", icone: "exporter", nom: EXPORT.png, aide: EXPORT.pngAide, inactif, faire: exporterPng },
  ];
}

/** The screen as a page of the presentation: by code that is fetched when first asked for. */
function useAjouterPage(): () => void {
  const outils = useOutils();
  return () => {
    void import("../presenter/ajouter").then(({ ajouterEcran }) => ajouterEcran(outils)).catch(() => outils.commands.noter("erreur", APP.presenterRate));
  };
}

function OutilsLarges() {
  const { undo, redo, copierLien, basculer } = useCommandes();
  const { annulable, retablissable } = useHistorique();
  const tiroir = useEtat((etat) => etat.session.tiroirOuvert);
  const { imprimer } = useDessin();
  const choix = useExports();
  const ajouterPage = useAjouterPage();
  return (
    <div className={s["outils"]} role="group" aria-label={APP.outils} data-visite="outils">
      <BoutonIcone icone="annuler" nom={APP.annuler} raccourci="Ctrl+Z" disabled={!annulable} onClick={undo} />
      <BoutonIcone icone="retablir" nom={APP.retablir} raccourci="Ctrl+Maj+Z" disabled={!retablissable} onClick={redo} />
      <span className={s["trait"]} />
      <BoutonIcone icone="tableau" nom={tiroir ? TABLEAU.fermer : TABLEAU.ouvrir} aria-pressed={tiroir} onClick={() => basculer("tiroir")} />
      <BoutonIcone icone="lien" nom={APP.copierLien} onClick={() => void copierLien()} />
      <BoutonIcone icone="imprimer" nom={APP.imprimer} onClick={imprimer} />
      <BoutonIcone icone="ajouter" nom={APP.ajouterPage} onClick={ajouterPage} />
      <Menu icone="exporter" nom={APP.exporter} choix={choix} />
    </div>
  );
}

/** The same tools in one menu: a phone has no room for more. */
function OutilsEtroits() {
  const { undo, redo, copierLien, basculer } = useCommandes();
  const { annulable, retablissable } = useHistorique();
  const { imprimer } = useDessin();
  const exports = useExports();
  const ajouterPage = useAjouterPage();
  const choix: readonly ChoixMenu[] = [
    { id: "tableau", icone: "tableau", nom: TABLEAU.ouvrir, faire: () => basculer("tiroir", true) },
    { id: "annuler", icone: "annuler", nom: APP.annuler, inactif: !annulable, faire: undo },
    { id: "retablir", icone: "retablir", nom: APP.retablir, inactif: !retablissable, faire: redo },
    { id: "lien", icone: "lien", nom: APP.copierLien, faire: () => void copierLien() },
    { id: "page", icone: "ajouter", nom: APP.ajouterPage, faire: ajouterPage },
    { id: "imprimer", icone: "imprimer", nom: APP.imprimer, faire: imprimer },
    ...exports,
  ];
  return (
    <div className={s["outils"]} data-visite="outils">
      <Menu icone="plus" nom={APP.plus} choix={choix} />
    </div>
  );
}
