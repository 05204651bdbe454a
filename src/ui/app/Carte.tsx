import { useMemo } from "react";
import { composeStyle } from "../../carto/compose-style";
import type { MapTarget } from "../../carto/map-model";
import { viewValues } from "../../carto/resolve-scale";
import type { ScaledView } from "../../carto/marks/mark";
import { COUCHES, type CoucheId } from "../../domain/couche";
import type { SujetFiche } from "../../domain/fiche";
import type { Niveau } from "../../domain/perimetre";
import { indexBy } from "../../domain/table";
import { formatQuantity } from "../../textes/format";
import { APP } from "../../textes/interface";
import { ETROIT, useMedia } from "../controls/use-media";
import { MapView } from "../map/MapView";
import type { Description } from "../map/use-curseur";
import { useCommandes, useEtat } from "./context";
import { sceneDe, type Scene } from "./scene";

/** The map wired to the store: what is drawn goes in, what is pointed at comes out. */
export function Carte() {
  const commandes = useCommandes();
  const scene = useEtat(sceneDe);
  const modele = useModele(scene);
  const niveau = scene?.base.niveau ?? "commune";
  const bbox = useEtat((etat) => etat.datasets.territoire?.bbox ?? null);
  const lieu = useEtat((etat) => etat.datasets.territoire?.territoire.nom ?? "");
  const camera = useEtat((etat) => etat.session.camera);
  const cible = useEtat((etat) => etat.session.cible);
  const sujet = useEtat((etat) => etat.session.sujet);
  const decrire = useDescription(scene?.vues ?? SANS_VUE);
  const principale = scene?.vues[0]?.view.title;
  return (
    <MapView
      nom={[APP.carte, principale, lieu].filter(Boolean).join(", ")}
      model={modele}
      camera={camera}
      bbox={bbox}
      cible={cible}
      marges={useMarges()}
      choisi={sujet?.genre === "territoire" ? sujet.code : null}
      decrire={decrire}
      dessiner={() => null}
      onSelect={(target) => commandes.select(target === null ? null : sujetDe(target, niveau))}
      onHover={(target) => commandes.hover(target?.kind === "territoire" ? target.code : null)}
      onMove={commandes.cameraBougee}
      onWebgl={commandes.webgl}
    />
  );
}

const SANS_VUE: readonly ScaledView[] = [];

function useModele(scene: Scene | null) {
  const sujet = useEtat((etat) => etat.session.sujet);
  const survol = useEtat((etat) => etat.session.survol);
  const classeSurvolee = useEtat((etat) => etat.session.classeSurvolee);
  return useMemo(
    () => scene && composeStyle(scene.base, scene.vues, scene.couches, { sujet, survol, classeSurvolee }),
    [scene, sujet, survol, classeSurvolee],
  );
}

/** What the sheets cover, in pixels; the map keeps what matters out of it. */
function useMarges() {
  const etroit = useMedia(ETROIT);
  const fiche = useEtat((etat) => etat.session.sujet !== null);
  return useMemo(
    () => (etroit ? { top: 68, right: 12, bottom: 266, left: 12 } : { top: 68, right: fiche ? 424 : 16, bottom: 12, left: 16 }),
    [etroit, fiche],
  );
}

function estCouche(id: string): id is CoucheId {
  return COUCHES.includes(id as CoucheId);
}

/** A circle of GPs is its commune; the user's own sites have no sheet. */
function sujetDe(target: MapTarget, niveau: Niveau): SujetFiche | null {
  if (target.kind === "territoire") return { genre: "territoire", niveau, code: target.code };
  if (target.couche === "medecins") return { genre: "territoire", niveau: "commune", code: target.id };
  return estCouche(target.couche) ? { genre: "etablissement", couche: target.couche, id: target.id } : null;
}

/** What is said of a territory: its value on the view that colours it. */
function useDescription(vues: readonly ScaledView[]): (target: MapTarget) => Description {
  return useMemo(() => {
    const vue = vues.findLast(({ view }) => view.mark === "fill") ?? vues[0];
    const lignes = vue === undefined ? null : indexBy(vue.view.table, "code");
    return (target) => {
      const row = target.kind === "territoire" ? lignes?.get(target.code) : undefined;
      if (vue === undefined || row === undefined) return { nom: target.nom, valeur: null, qualite: null };
      return { nom: target.nom, valeur: valeurDe(vue, row), qualite: vue.view.quality };
    };
  }, [vues]);
}

function valeurDe({ view, scale }: ScaledView, row: number): string | null {
  const valeur = viewValues(view)[row] ?? null;
  if (typeof valeur === "number") return formatQuantity(valeur, view.unit, view.digits);
  if (scale.kind !== "categories") return valeur;
  return scale.categories.find((categorie) => categorie.value === valeur)?.label ?? null;
}
