import { lazy, Suspense, useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { Fiche, GroupeFiche, LigneFiche, SujetFiche } from "../../domain/fiche";
import { numberValues, textValues } from "../../domain/table";
import { PAS_DE_DONNEE } from "../../textes/format";
import { APP, FICHE } from "../../textes/interface";
import { AJOUTS } from "../../textes/vitesses";
import { ajouteSurLaCarte, AVEC_FICHE, useAnalyse, useCommandes, useEtat } from "../app/context";
import { Bouton, BoutonIcone } from "../controls/Bouton";
import { Glose } from "../controls/Glose";
import { Sources } from "../panels/Sources";
import { Composition } from "../parts/Composition";
import { FicheRecrutement } from "./FicheRecrutement";
import s from "./FichePanneau.module.css";
import { Terrain } from "./Terrain";

const AtelierLu = lazy(() => import("./AteliersDuLieu").then((module) => ({ default: module.AtelierLu })));

/** The sheet of what is selected, generated from its groups of figures. */
export function FichePanneau() {
  const sujet = useEtat((etat) => etat.session.sujet);
  const fiche = useEtat((etat) => etat.session.fiche);
  const { select, copierLien } = useCommandes();
  const titre = useFocusEtRetour();
  if (sujet === null) return null;
  const auClavier = (event: KeyboardEvent): void => {
    if (event.key === "Escape") select(null);
  };
  return (
    // Escape closes from anywhere inside: the handler listens to what bubbles, the sheet itself is not a control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={s["fiche"]} aria-label={FICHE.nom} onKeyDown={auClavier}>
      <div className={s["tete"]}>
        <h2 ref={titre} tabIndex={-1}>
          {fiche?.titre ?? FICHE.chargement}
        </h2>
        <BoutonIcone icone="lien" nom={APP.copierLien} onClick={() => void copierLien()} />
        <BoutonIcone icone="fermer" nom={FICHE.fermer} raccourci="Échap" onClick={() => select(null)} />
        {fiche !== null && (
          <p className={s["sous"]}>
            <Glose texte={fiche.sousTitre} />
          </p>
        )}
      </div>
      <div className={s["corps"]}>{fiche === null ? <Squelette /> : <Contenu fiche={fiche} sujet={sujet} />}</div>
    </section>
  );
}

/** The focus goes to the title when the sheet opens, and back where it was when it closes. */
function useFocusEtRetour() {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const avant = document.activeElement;
    titre.current?.focus({ preventScroll: true });
    return () => {
      if (avant instanceof HTMLElement && avant.isConnected) avant.focus({ preventScroll: true });
    };
  }, []);
  return titre;
}

function Squelette() {
  return (
    <div className={s["squelette"]} aria-hidden="true">
      <span />
      <span />
      <span />
      <span />
      <span />
    </div>
  );
}

function Contenu({ fiche, sujet }: { readonly fiche: Fiche; readonly sujet: SujetFiche }) {
  return (
    <>
      <Composition sujet={sujet} />
      <Recruter sujet={sujet} fiche={fiche} />
      {fiche.groupes.map((groupe) => (
        <Groupe key={groupe.titre} groupe={groupe} />
      ))}
      {sujet.genre === "etablissement" && sujet.couche === "ateliers" && (
        <Suspense>
          <AtelierLu id={sujet.id} />
        </Suspense>
      )}
      {sujet.genre === "territoire" && <Terrain key={`${sujet.niveau}:${sujet.code}`} sujet={sujet} />}
      <Entrer sujet={sujet} />
      <AgirSurSites sujet={sujet} />
      <details className={s["sources"]}>
        <summary>{`${FICHE.sources} (${fiche.sources.length})`}</summary>
        <Sources sources={fiche.sources} />
      </details>
    </>
  );
}

function Groupe({ groupe }: { readonly groupe: GroupeFiche }) {
  return (
    <div className={s["groupe"]}>
      <h3>
        <Glose texte={groupe.titre} />
      </h3>
      <dl>
        {groupe.lignes.map((ligne) => (
          <Ligne key={ligne.libelle} ligne={ligne} />
        ))}
      </dl>
    </div>
  );
}

/** Longer than this, a value goes below its label. */
const LONG = 26;

function Ligne({ ligne }: { readonly ligne: LigneFiche }) {
  const { valeur, reperes = [], note } = ligne;
  const noms = [valeur === null && s["rien"], (valeur?.length ?? 0) > LONG && s["longue"]].filter(Boolean).join(" ");
  return (
    <div className={s["ligne"]}>
      <dt>
        <Glose texte={ligne.libelle} />
      </dt>
      <dd className={noms}>{valeur ?? PAS_DE_DONNEE}</dd>
      {reperes.length > 0 && (
        <dd className={s["reperes"]}>
          {reperes.map((repere) => (
            <span key={repere.nom}>{`${repere.nom} : ${repere.valeur ?? PAS_DE_DONNEE}`}</span>
          ))}
        </dd>
      )}
      {note !== undefined && (
        <dd className={s["note"]}>
          <Glose texte={note} />
        </dd>
      )}
    </div>
  );
}

/** The sheet that decides where to recruit; it says nothing of a territory that is no commune. */
function Recruter({ sujet, fiche }: { readonly sujet: SujetFiche; readonly fiche: Fiche }) {
  const { analyse } = useAnalyse();
  if (analyse.id !== AVEC_FICHE || sujet.genre !== "territoire" || sujet.niveau !== "commune") return null;
  return <FicheRecrutement code={sujet.code} fiche={fiche} />;
}

/** An EPCI or a département can be looked at by itself. */
function Entrer({ sujet }: { readonly sujet: SujetFiche }) {
  const territoire = useEtat((etat) => etat.document.courant.territoire);
  const { changeTerritoire } = useCommandes();
  const entrable = sujet.genre === "territoire" && (sujet.niveau === "epci" || sujet.niveau === "departement") && sujet.code !== territoire;
  if (!entrable) return null;
  return (
    <Bouton ton="discret" icone="explorer" onClick={() => changeTerritoire(sujet.code)}>
      {FICHE.ici}
    </Bouton>
  );
}

/** On a commune, a site to add there; on a site the analysis travels to, the way to count it no more. */
function AgirSurSites({ sujet }: { readonly sujet: SujetFiche }) {
  const { analyse, params } = useAnalyse();
  const communes = useEtat((etat) => etat.datasets.territoire?.communes ?? null);
  const sites = useEtat((etat) => etat.datasets.sites);
  const exclus = useEtat((etat) => etat.document.courant.selection.exclus);
  const { ajouterSite, exclureSite } = useCommandes();
  if (sujet.genre === "etablissement") {
    if (sites?.ids.includes(sujet.id) !== true) return null;
    const exclu = exclus.includes(sujet.id);
    return (
      <Bouton ton="discret" icone={exclu ? "retablir" : "retirer"} onClick={() => exclureSite(sujet.id, !exclu)}>
        {exclu ? AJOUTS.rouvrir : AJOUTS.fermer}
      </Bouton>
    );
  }
  const row = communes === null || sujet.niveau !== "commune" ? -1 : textValues(communes, "code").indexOf(sujet.code);
  if (communes === null || row < 0 || !ajouteSurLaCarte({ analyse, params })) return null;
  const ici = (): void => ajouterSite(numberValues(communes, "lon")[row] ?? Number.NaN, numberValues(communes, "lat")[row] ?? Number.NaN);
  return (
    <Bouton ton="discret" icone="site" onClick={ici}>
      {AJOUTS.ici}
    </Bouton>
  );
}
