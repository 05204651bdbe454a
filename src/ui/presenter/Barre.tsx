import { type ReactNode, useRef } from "react";
import { FORMATS_EXPORT, type FormatExport } from "../../documents/formats";
import { PRESENTER } from "../../textes/presenter";
import { formatHeure } from "../../textes/interface";
import { useCommandes } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { type ChoixMenu, Menu } from "../controls/Menu";
import s from "./Barre.module.css";
import { useCommandesPages, usePages } from "./contexte";
import { preparer } from "./materiel";
import { ouvrirFenetre } from "./fenetre";

const EXPORTS: Readonly<Record<FormatExport, { readonly nom: string; readonly aide: string }>> = {
  pdf: { nom: PRESENTER.exportPdf, aide: PRESENTER.exportPdfAide },
  "pdf-a4": { nom: PRESENTER.exportPdfA4, aide: PRESENTER.exportPdfAide },
  pptx: { nom: PRESENTER.exportPptx, aide: PRESENTER.exportPptxAide },
  xlsx: { nom: PRESENTER.exportXlsx, aide: PRESENTER.exportXlsxAide },
};

/** The title and the tools of the presentation. */
export function Barre({ lancer }: { readonly lancer: (fenetre: Window | null) => void }) {
  const titre = usePages((state) => state.presentation.titre);
  const nombre = usePages((state) => state.presentation.pages.length);
  const enregistreLe = usePages((state) => state.enregistreLe);
  const { intituler } = useCommandesPages();
  return (
    <header className={s["barre"]}>
      <div className={s["tete"]}>
        <h1 className={s["nom"]}>{PRESENTER.titre}</h1>
        <input className={s["titre"]} type="text" aria-label={PRESENTER.titrePresentation} placeholder={PRESENTER.sansTitre} value={titre} maxLength={120} onChange={(event) => intituler(event.target.value)} />
        <span className={s["dit"]} role="status">{[PRESENTER.nombre(nombre), enregistreLe === null ? "" : PRESENTER.enregistree(formatHeure(enregistreLe))].filter(Boolean).join(" · ")}</span>
      </div>
      <Outils lancer={lancer} />
      <Exportation />
    </header>
  );
}

function useFichiers(): { readonly choix: readonly ChoixMenu[]; readonly entree: ReactNode; readonly ouvrir: () => void } {
  const vide = usePages((state) => state.presentation.pages.length === 0);
  const { exporter, exporterFichier, importer } = useCommandesPages();
  const fichier = useRef<HTMLInputElement>(null);
  const ouvrir = (): void => fichier.current?.click();
  const choix: readonly ChoixMenu[] = [
    ...FORMATS_EXPORT.map((format): ChoixMenu => ({ id: format, icone: "exporter", ...EXPORTS[format], inactif: vide, faire: () => void exporter(format, preparer) })),
    { id: "fichier", icone: "disque", nom: PRESENTER.exportFichier, aide: PRESENTER.exportFichierAide, inactif: vide, faire: exporterFichier },
  ];
  const entree = (
    <input
      ref={fichier}
      type="file"
      accept=".json,application/json"
      hidden
      aria-label={PRESENTER.importer}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) void importer(file);
        target.value = "";
      }}
    />
  );
  return { choix, entree, ouvrir };
}

function Outils({ lancer }: { readonly lancer: (fenetre: Window | null) => void }) {
  const vide = usePages((state) => state.presentation.pages.length === 0);
  const annulable = usePages((state) => state.passe.length > 0);
  const retablissable = usePages((state) => state.futur.length > 0);
  const perimees = usePages((state) => state.presentation.pages.filter(({ id }) => state.etats[id] === "perime").length);
  const { annuler, retablir, ajouterMots, rafraichir } = useCommandesPages();
  const { noter } = useCommandes();
  const { choix, entree, ouvrir } = useFichiers();
  const toutes = usePages((state) => state.presentation.pages);
  const etats = usePages((state) => state.etats);
  const presenterADeux = (): void => {
    const fenetre = ouvrirFenetre();
    // Refused: the projection starts all the same, and the notice says how to allow the window.
    if (fenetre === null) noter("attention", PRESENTER.fenetreRefusee);
    lancer(fenetre);
  };
  return (
    <div className={s["outils"]}>
      <BoutonIcone icone="annuler" nom={PRESENTER.annuler} raccourci="Ctrl+Z" disabled={!annulable} onClick={annuler} />
      <BoutonIcone icone="retablir" nom={PRESENTER.retablir} raccourci="Ctrl+Maj+Z" disabled={!retablissable} onClick={retablir} />
      {perimees > 0 && (
        <Bouton icone="relancer" onClick={() => void rafraichir(toutes.filter(({ id }) => etats[id] === "perime").map(({ id }) => id))}>
          {PRESENTER.rafraichirTout}
        </Bouton>
      )}
      <Bouton ton="discret" icone="zoomer" onClick={() => ajouterMots("texte")}>
        {PRESENTER.nouvelleTexte}
      </Bouton>
      <Bouton ton="discret" icone="zoomer" onClick={() => ajouterMots("section")}>
        {PRESENTER.nouvelleSection}
      </Bouton>
      <BoutonIcone icone="importer" nom={PRESENTER.importer} onClick={ouvrir} />
      {entree}
      <Menu icone="exporter" nom={PRESENTER.exporter} choix={choix} />
      <Bouton icone="projeter" disabled={vide} onClick={presenterADeux}>
        {PRESENTER.vuePresentateur}
      </Bouton>
      <Bouton ton="principal" icone="projeter" disabled={vide} title={PRESENTER.projeterAide} onClick={() => lancer(null)}>
        {PRESENTER.projeter}
      </Bouton>
    </div>
  );
}

/** How far the export is, and the way to stop it. */
function Exportation() {
  const exportation = usePages((state) => state.exportation);
  const { arreterExport } = useCommandesPages();
  const fichier = usePages((state) => state.dernierFichier);
  if (exportation === null) return fichier === null ? null : <p className={s["fini"]} role="status">{PRESENTER.exportFini(fichier)}</p>;
  const { format, fait, total } = exportation;
  return (
    <div className={s["progres"]} role="status">
      <span>{PRESENTER.exportEnCours(EXPORTS[format].nom, fait, total)}</span>
      <progress max={Math.max(1, total)} value={fait} aria-label={EXPORTS[format].nom} />
      <Bouton icone="fermer" onClick={arreterExport}>
        {PRESENTER.arreter}
      </Bouton>
    </div>
  );
}
