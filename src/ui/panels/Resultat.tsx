import { lazy, Suspense } from "react";
import type { Output } from "../../analyses/analysis";
import type { Issue } from "../../domain/issue";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import type { EtatCalcul } from "../../store/state";
import { formatQuantity } from "../../textes/format";
import { RESULTAT } from "../../textes/interface";
import { badgeOrigine, MOTEUR_TEXTE } from "../../textes/moteurs";
import { sentenceText } from "../../textes/sentences";
import { insecable } from "../../textes/typographie";
import { useCommandes, useEtat } from "../app/context";
import { Bouton } from "../controls/Bouton";
import { Glose } from "../controls/Glose";
import { ETROIT, useMedia } from "../controls/use-media";
import { Icone, type NomIcone } from "../controls/Icone";
import { LegendeBreve } from "../legend/LegendeBreve";
import { Legendes } from "../legend/Legendes";
import { Problemes } from "./Problemes";
import s from "./Resultat.module.css";
import { Sources } from "./Sources";

const Actions = lazy(() => import("../rapport/Actions").then((module) => ({ default: module.Actions })));
const Annexes = lazy(() => import("../annexes/Annexes").then((module) => ({ default: module.Annexes })));
// Loaded late: an analysis of the user's own tables before they are there.
const AImporter = lazy(() => import("./AImporter").then((module) => ({ default: module.AImporter })));

const BADGE: Record<EtatCalcul, { readonly texte: string; readonly icone: NomIcone }> = {
  attente: { texte: RESULTAT.attente, icone: "relancer" },
  calcul: { texte: RESULTAT.calcul, icone: "relancer" },
  "a-jour": { texte: RESULTAT.aJour, icone: "coche" },
  perime: { texte: RESULTAT.perime, icone: "alerte" },
  echec: { texte: RESULTAT.echec, icone: "alerte" },
};

/** The answer: its sentence, how fresh it is, its legend, what limits it and where it comes from. */
export function Resultat() {
  const etroit = useMedia(ETROIT);
  const etat = useEtat((e) => e.results.etat);
  const courant = useEtat((e) => e.results.courant);
  const output = courant?.output ?? null;
  const { texte, icone } = BADGE[etat];
  return (
    <section className={s["bloc"]} aria-label={RESULTAT.titre} data-visite="resultat">
      <div className={s["tete"]}>
        <h2>{RESULTAT.titre}</h2>
        <span role="status" className={`${s["badge"]} ${s[etat]}`}>
          <Icone nom={icone} taille={14} />
          {texte}
        </span>
      </div>
      <Avancement etat={etat} />
      {output?.origine !== undefined && <Origine origine={output.origine} />}
      {etroit && <LegendeBreve />}
      {output === null ? <SansResultat etat={etat} /> : <Phrase texte={sentenceText(output.summary)} ancien={etat !== "a-jour"} />}
      <Echecs etat={etat} />
      {output !== null && <Imports issues={output.issues} />}
      {output !== null && (
        <>
          <Legendes />
          <Suite output={output} />
          {/* What stopped the computation, and how to mend it, is read at once. */}
          {output.issues.length > 0 && (
            <details className={s["details"]} open={(output.origine?.kind ?? "route") !== "route" || output.issues.some(({ severity }) => severity === "erreur")}>
              <summary>{`${RESULTAT.limites} (${output.issues.length})`}</summary>
              <Problemes issues={output.issues} />
            </details>
          )}
          <details className={s["details"]}>
            <summary>{`${RESULTAT.sources} (${output.sources.length})`}</summary>
            <Sources sources={output.sources} />
          </details>
        </>
      )}
    </section>
  );
}

/** What is made of a result that compares a before and an after, and what any result says besides its sentence. */
function Suite({ output }: { readonly output: Output }) {
  const { annexes = [], details = [], coteACote } = output;
  if (coteACote === undefined && annexes.length + details.length === 0) return null;
  return (
    <Suspense>
      {coteACote !== undefined && <Actions />}
      <Annexes output={output} />
    </Suspense>
  );
}

/** Minutes that are not those of the road graph say it above the sentence. */
function Origine({ origine }: { readonly origine: OrigineMinutes }) {
  const texte = badgeOrigine(origine);
  if (texte === null) return null;
  return (
    <p className={s["origine"]}>
      <Icone nom="info" taille={16} />
      <span>{insecable(texte)}</span>
    </p>
  );
}

/** Why the last computation gave nothing; those of a result stand with it. */
function Echecs({ etat }: { readonly etat: EtatCalcul }) {
  const issues = useEtat((e) => e.results.issues);
  return etat === "echec" ? (
    <>
      <Problemes issues={issues} />
      <Imports issues={issues} />
    </>
  ) : null;
}

/** The tables that only the user can bring, and that this result waits for. */
function Imports({ issues }: { readonly issues: readonly Issue[] }) {
  return issues.map((un) => un.code === "table-a-importer" && (
    <Suspense key={un.params.ressource} fallback={null}>
      <AImporter ressource={un.params.ressource} />
    </Suspense>
  ));
}

function Phrase({ texte, ancien }: { readonly texte: string; readonly ancien: boolean }) {
  return (
    <p className={ancien ? `${s["phrase"]} ${s["vieux"]}` : s["phrase"]} aria-live="polite">
      <Glose texte={texte} />
    </p>
  );
}

function SansResultat({ etat }: { readonly etat: EtatCalcul }) {
  // The bar above says it, with the way to start again.
  if (etat === "echec" || etat === "perime") return null;
  return (
    <>
      <p className={s["note"]}>{RESULTAT.rien}</p>
      <div className={s["squelette"]} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </>
  );
}

function Avancement({ etat }: { readonly etat: EtatCalcul }) {
  const part = useEtat((e) => e.results.part);
  const compte = useEtat((e) => e.results.compte);
  const { annulerCalcul, arreterMoteur, recalculer } = useCommandes();
  if (etat === "calcul" && compte !== null) {
    const texte = MOTEUR_TEXTE.compte(compte.fait, compte.total);
    return (
      <div className={s["avance"]}>
        <progress value={part} max={1} aria-label={RESULTAT.calcul} aria-valuetext={texte} />
        <span>{texte}</span>
        <Bouton ton="discret" onClick={arreterMoteur}>
          {MOTEUR_TEXTE.arreter}
        </Bouton>
      </div>
    );
  }
  if (etat === "calcul") {
    return (
      <div className={s["avance"]}>
        <progress value={part} max={1} aria-label={RESULTAT.calcul} aria-valuetext={formatQuantity(part, "part")} />
        <Bouton ton="discret" onClick={annulerCalcul}>
          {RESULTAT.annuler}
        </Bouton>
      </div>
    );
  }
  if (etat !== "perime" && etat !== "echec") return null;
  return (
    <div className={s["avance"]}>
      <p className={s["note"]}>{etat === "perime" ? RESULTAT.perimeAide : RESULTAT.echecAide}</p>
      <Bouton icone="relancer" onClick={recalculer}>
        {RESULTAT.relancer}
      </Bouton>
    </div>
  );
}
