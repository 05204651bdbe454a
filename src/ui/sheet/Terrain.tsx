import { lazy, Suspense, useState } from "react";
import type { ReactNode, SyntheticEvent } from "react";
import type { SujetTerritoire } from "../../domain/fiche";
import { clesDuNiveau } from "../../domain/cles-niveau";
import { DEPARTEMENT_PLAN } from "../../domain/plan";
import { textValues } from "../../domain/table";
import { ATELIERS } from "../../textes/ateliers";
import { PROFIL } from "../../textes/profil";
import { useEtat } from "../app/context";
import s from "./Terrain.module.css";

const AteliersDuLieu = lazy(() => import("./AteliersDuLieu").then((module) => ({ default: module.AteliersDuLieu })));
const PlanIci = lazy(() => import("./PlanIci").then((module) => ({ default: module.PlanIci })));
const Profil = lazy(() => import("./Profil").then((module) => ({ default: module.Profil })));

/** What takes a reading or a computation of its own: done when the reader opens it. */
export function Terrain({ sujet }: { readonly sujet: SujetTerritoire }) {
  const communes = useEtat((etat) => etat.datasets.territoire?.communes ?? null);
  // The region is not the plan's, though its first commune might be.
  const row = communes === null || sujet.niveau === "region" ? -1 : clesDuNiveau(communes, sujet.niveau).indexOf(sujet.code);
  const dep = communes === null ? null : (textValues(communes, "dep")[row] ?? null);
  return (
    <div className={s["terrain"]}>
      <Volet titre={PROFIL.titre} attente={PROFIL.chargement}>
        <Profil sujet={sujet} />
      </Volet>
      <Volet titre={ATELIERS.titre} attente={ATELIERS.chargement}>
        <AteliersDuLieu sujet={sujet} />
      </Volet>
      {dep === DEPARTEMENT_PLAN && (
        <Volet titre={ATELIERS.plan} attente={ATELIERS.chargement}>
          <PlanIci sujet={sujet} />
        </Volet>
      )}
    </div>
  );
}

function Volet({ titre, attente, children }: { readonly titre: string; readonly attente: string; readonly children: ReactNode }) {
  const [lu, setLu] = useState(false);
  const ouvrir = (event: SyntheticEvent<HTMLDetailsElement>): void => {
    if (event.currentTarget.open) setLu(true);
  };
  return (
    <details className={s["volet"]} onToggle={ouvrir}>
      <summary>{titre}</summary>
      {lu && <Suspense fallback={<p role="status">{attente}</p>}>{children}</Suspense>}
    </details>
  );
}
