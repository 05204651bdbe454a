import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { composeStyle } from "../../carto/compose-style";
import type { MapTarget } from "../../carto/map-model";
import { memoLast } from "../../carto/memo";
import type { ScaledView } from "../../carto/marks/mark";
import { COUCHES, type CoucheId } from "../../domain/couche";
import type { SujetFiche } from "../../domain/fiche";
import type { Niveau } from "../../domain/perimetre";
import { indexBy } from "../../domain/table";
import type { LngLat } from "../../domain/units";
import type { svgMapAlone } from "../../documents/svg-map/svg-map";
import type { MapHandle } from "../../map/create-map";
import { APP } from "../../textes/interface";
import { formatVintage } from "../../textes/legende";
import type { contenuSeul } from "../presentation/dessin";
import { BAS, ETROIT, useMedia } from "../controls/use-media";
import { MapView } from "../map/MapView";
import { valeurDe } from "../map/valeur-de";
import type { Description } from "../map/use-curseur";
import { ajouteSurLaCarte, useAnalyse, useCommandes, useEtat, useOutils } from "./context";
import { maillesDe, useMaille } from "./use-maille";
import { usePremierDessin } from "./use-premier-dessin";
import s from "./Carte.module.css";
import { classeEnVue, vuesDe } from "./vues";
import { sceneDe, type Scene } from "./scene";
import { useRecadrage } from "./use-recadrage";

const Epingles = lazy(() => import("../ajouts/Epingles").then((module) => ({ default: module.Epingles })));
const Volet = lazy(() => import("../volet/Volet").then((module) => ({ default: module.Volet })));
const Zones = lazy(() => import("../ajouts/Zones").then((module) => ({ default: module.Zones })));

/** The map wired to the store: what is drawn goes in, what is pointed at comes out. */
export function Carte() {
  const commandes = useCommandes();
  const scene = useEtat(sceneDe);
  const premier = usePremierDessin(scene);
  const modele = useModele(premier.scene);
  const niveau = scene?.base.niveau ?? "commune";
  const bbox = useEtat((etat) => etat.datasets.territoire?.bbox ?? null);
  const lieu = useEtat((etat) => etat.datasets.territoire?.territoire.nom ?? "");
  const camera = useEtat((etat) => etat.session.camera);
  const cible = useEtat((etat) => etat.session.cible);
  const sujet = useEtat((etat) => etat.session.sujet);
  const decrire = useDescription(scene?.vues ?? SANS_VUE);
  const { cadre, noterCamera } = useRecadrage();
  const dessiner = useSecours();
  const principale = scene?.vues[0]?.view.title;
  return (
    <div ref={cadre} className={s["cadre"]}>
      <MapView
        nom={[APP.carte, principale, lieu].filter(Boolean).join(", ")}
        model={modele}
        montrer={premier.montrer}
        camera={camera}
        bbox={bbox}
        cible={cible}
        marges={useMarges()}
        choisi={sujet?.genre === "territoire" ? sujet.code : null}
        decrire={decrire}
        decrireLieu={useMaille(scene?.vues ?? SANS_VUE)}
        dessiner={dessiner}
        onSelect={(target) => commandes.select(target === null ? null : sujetDe(target, niveau))}
        onHover={(target) => commandes.hover(target?.kind === "territoire" ? target.code : null)}
        onMove={(vue) => {
          noterCamera(vue);
          commandes.cameraBougee(vue);
        }}
        onWebgl={commandes.webgl}
        onFond={commandes.tuilesDuFond}
        {...useAjouts()}
      />
    </div>
  );
}

/** What the user lays on the map: sites added, and the click and the key that add one; zones closed to traffic, and the corners of one. */
function useAjouts() {
  const { ajouterSite, ajouterSommet } = useCommandes();
  const { store } = useOutils();
  const { analyse, params } = useAnalyse();
  const sites = ajouteSurLaCarte({ analyse, params });
  const trace = useEtat((etat) => etat.session.trace !== null);
  const epingles = useEtat((etat) => etat.document.courant.selection.ajouts.length > 0) && sites;
  const zones = useEtat((etat) => (etat.document.courant.vitesses?.zones.length ?? 0) > 0 || etat.session.trace !== null) && analyse.reseau;
  const volet = useEtat((etat) => ((etat.results.courant?.output.coteACote?.length ?? 0) > 1 ? etat.session.volet : null));
  const calque = useCallback(
    (carte: MapHandle) => (
      <Suspense>
        {volet !== null && <Volet carte={carte} mode={volet} />}
        {zones && <Zones carte={carte} />}
        {epingles && <Epingles carte={carte} />}
      </Suspense>
    ),
    [zones, epingles, volet],
  );
  const onClic = ([lon, lat]: LngLat): boolean => {
    const { pose, trace: encours } = store.getState().session;
    if (encours !== null) ajouterSommet(lon, lat);
    else if (pose) ajouterSite(lon, lat);
    return pose || encours !== null;
  };
  const ajouter = trace ? ajouterSommet : sites ? ajouterSite : undefined;
  return { onClic, onAjouter: ajouter && (([lon, lat]: LngLat) => ajouter(lon, lat)), calque: zones || epingles || volet !== null ? calque : undefined };
}

/** Fetches the drawing code when WebGL is missing; the map's stand-in follows what it draws, and nothing else of the state. */
function useSecours(): () => string | null {
  const { chargerFond } = useCommandes();
  const absent = useEtat((etat) => etat.session.webgl !== "ok");
  const territoire = useEtat(({ datasets }) => datasets.territoire?.territoire);
  const [dessin, setDessin] = useState<Dessin | null>(null);
  const contenu = useEtat((etat) => (absent ? (dessin?.contenuSeul(etat) ?? null) : null));
  useEffect(() => {
    if (!absent) return;
    void Promise.all([import("../presentation/dessin"), import("../../documents/svg-map/svg-map")]).then(([dessins, cartes]) => setDessin({ contenuSeul: dessins.contenuSeul, svgMapAlone: cartes.svgMapAlone }));
  }, [absent]);
  useEffect(() => {
    if (absent && territoire !== undefined) void chargerFond();
  }, [absent, territoire, chargerFond]);
  return useMemo(() => {
    const svg = contenu === null || dessin === null ? null : dessin.svgMapAlone(contenu, TAILLE_SECOURS);
    return () => svg;
  }, [contenu, dessin]);
}

interface Dessin {
  readonly contenuSeul: typeof contenuSeul;
  readonly svgMapAlone: typeof svgMapAlone;
}

/** Wide as the map of a laptop; the drawing scales. */
const TAILLE_SECOURS = { width: 960, height: 720 };

const SANS_VUE: readonly ScaledView[] = [];

function useModele(scene: Scene | null) {
  const sujet = useEtat((etat) => etat.session.sujet);
  const survol = useEtat((etat) => etat.session.survol);
  const classeSurvolee = useEtat(classeEnVue);
  return useMemo(() => {
    if (scene === null) return null;
    const modele = composeStyle(scene.base, scene.vues, scene.couches, { sujet, survol, classeSurvolee });
    return { ...modele, attributions: enFrancais(modele.attributions) };
  }, [scene, sujet, survol, classeSurvolee]);
}

/**
 * OpenStreetMap first, whose licence asks to be seen; dates in words. One text: MapLibre sorts several by length.
 * The same array as long as the sources are the same.
 */
const enFrancais = memoLast(
  (attributions: readonly string[]) => [attributions],
  (attributions): readonly string[] => [
    attributions
      .toSorted((a, b) => Number(b.startsWith("©")) - Number(a.startsWith("©")))
      .map((attribution) => attribution.replace(/\d{4}-\d{2}-\d{2}/, formatVintage))
      .join(" · "),
  ],
);

/** What the sheets cover, in pixels; the map keeps what matters out of it. */
function useMarges() {
  const etroit = useMedia(ETROIT);
  const bas = useMedia(BAS);
  const couverte = useEtat(({ session }) => session.sujet !== null || session.visite !== null);
  return useMemo(
    () => (etroit ? { top: 68, right: 12, bottom: bas ? 96 : 266, left: 12 } : { top: 68, right: couverte ? 424 : 16, bottom: 12, left: 16 }),
    [etroit, bas, couverte],
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

const deTerritoires = ({ view }: ScaledView): boolean => view.geometry.kind === "territoires";

/**
 * What is said of a territory: its value on the view that colours it. Over cells, those of the result's first view, by its name: the
 * keyboard goes from territory to territory, and some ground has no cell.
 */
function useDescription(vues: readonly ScaledView[]): (target: MapTarget) => Description {
  const toutes = useEtat(vuesDe);
  return useMemo(() => {
    const coloree = vues.findLast(deTerritoires);
    const vue = coloree ?? (maillesDe(vues) === undefined ? undefined : toutes.find(deTerritoires));
    const lignes = vue === undefined ? null : indexBy(vue.view.table, "code");
    return (target) => {
      const row = target.kind === "territoire" ? lignes?.get(target.code) : undefined;
      if (vue === undefined || row === undefined) return { nom: target.nom, valeur: null, qualite: null };
      const dite = { nom: target.nom, valeur: valeurDe(vue, row), qualite: vue.view.quality };
      return coloree === undefined ? { ...dite, precision: vue.view.title } : dite;
    };
  }, [vues, toutes]);
}
