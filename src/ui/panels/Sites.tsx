import { lazy, Suspense, useId, useState } from "react";
import { foldName } from "../../domain/fold";
import { ID_AJOUT, type SiteList } from "../../domain/genre-site";
import { COUCHES_TEXTE, SITES } from "../../textes/interface";
import { AVEC_AJOUTS, useAnalyse, useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { Case, Filtre } from "../controls/Champs";
import { ChoixFichier } from "../controls/ChoixFichier";
import { Repli } from "../controls/Repli";
import s from "./Sites.module.css";

const SitesAjoutes = lazy(() => import("../ajouts/SitesAjoutes").then((module) => ({ default: module.SitesAjoutes })));

/** The sites the analysis travels to: leave some out, count the corrections, or bring one's own list. */
export function Sites() {
  const sites = useEtat((etat) => etat.datasets.sites);
  const selection = useEtat((etat) => etat.document.courant.selection);
  const miens = useEtat((etat) => etat.document.courant.sites);
  const { changeCorrections, retablirSites, retirerSites } = useCommandes();
  const liste = miens ?? sites;
  const exclus = new Set(selection.exclus);
  const total = liste?.ids.length ?? 0;
  const gardes = liste?.ids.filter((id) => !exclus.has(id)).length ?? 0;
  return (
    <Repli titre={SITES.titre} cote={total > 0 ? SITES.compte(gardes, total) : undefined}>
      <div className={s["outils"]}>
        {miens !== null && <p className={s["note"]}>{SITES.miens(miens.ids.length)}</p>}
        {miens === null && (
          <div>
            <Case cochee={selection.corrections} changer={changeCorrections}>
              {COUCHES_TEXTE.corrections}
            </Case>
            <p className={s["note"]}>{COUCHES_TEXTE.correctionsAide}</p>
          </div>
        )}
      </div>
      {selection.ajouts.length > 0 && (
        <Suspense>
          <SitesAjoutes ajouts={selection.ajouts} />
        </Suspense>
      )}
      {liste === null || total === 0 ? <p className={s["note"]}>{SITES.aucun}</p> : <ListeSites liste={liste} exclus={exclus} />}
      <div className={s["rang"]}>
        <Import />
        {miens === null && selection.exclus.length > 0 && (
          <Bouton icone="annuler" ton="discret" onClick={retablirSites}>
            {SITES.retablir}
          </Bouton>
        )}
        {miens !== null && (
          <Bouton icone="retirer" ton="discret" onClick={retirerSites}>
            {SITES.retirer}
          </Bouton>
        )}
      </div>
    </Repli>
  );
}

interface ListeProps {
  readonly liste: SiteList;
  readonly exclus: ReadonlySet<string>;
}

/** Rows drawn at once; the filter finds the others. */
const MAX_LIGNES = 120;

function ListeSites({ liste, exclus }: ListeProps) {
  const [texte, setTexte] = useState("");
  const commandes = useCommandes();
  const { analyse } = useAnalyse();
  const cherche = foldName(texte);
  const lignes = liste.ids
    .map((id, rang) => ({ id, nom: liste.noms[rang] ?? id }))
    .filter(({ nom }) => foldName(nom).includes(cherche))
    .slice(0, MAX_LIGNES);
  return (
    <>
      <div className={s["outils"]}>
        <p className={s["note"]}>{SITES.aide}</p>
        {liste.ids.length > 12 && <Filtre libelle={SITES.chercher} valeur={texte} changer={setTexte} />}
      </div>
      <ul className={s["liste"]}>
        {lignes.map(({ id, nom }) => (
          <li key={id}>
            <Case cochee={!exclus.has(id)} changer={(coche) => commandes.exclureSite(id, !coche)}>
              <span className={exclus.has(id) ? s["exclu"] : undefined}>{nom}</span>
            </Case>
            {AVEC_AJOUTS.has(analyse.id) && !exclus.has(id) && !id.startsWith(ID_AJOUT) && <BoutonIcone icone="site" nom={SITES.deplacer(nom)} onClick={() => void commandes.scenarios().then(({ deplacerExistant }) => deplacerExistant(id))} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Import() {
  const { importerSites } = useCommandes();
  const id = useId();
  return (
    <>
      <ChoixFichier accepte=".csv,.txt,text/csv" texte={SITES.importer} decritPar={id} lire={(fichier) => void importerSites(fichier)} />
      <p id={id} className={s["note"]}>
        {SITES.importerAide}
      </p>
    </>
  );
}
