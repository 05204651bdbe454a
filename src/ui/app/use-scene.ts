import texte from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import gras from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import { useMemo } from "react";
import type { BaseCarte } from "../../carto/compose-style";
import type { ScaledView } from "../../carto/marks/mark";
import type { CoucheChargee } from "../../domain/chargement";
import { COUCHES } from "../../domain/couche";
import type { SiteList } from "../../domain/genre-site";
import type { Niveau } from "../../domain/perimetre";
import type { Provenance } from "../../domain/provenance";
import type { State } from "../../store/state";
import { useEtat } from "./context";
import { resoudre, useVuesResolues } from "./vues";

/** What is drawn, on the map as in a document: the ground, the views, the layers. */
export interface Scene {
  readonly base: BaseCarte;
  readonly vues: readonly ScaledView[];
  readonly couches: readonly CoucheChargee[];
}

const SANS_SOURCE: readonly Provenance[] = [];
const POLICES = { texte, gras };

/** The level drawn is that of the result on screen, which may be older than the one asked for. */
function niveauDessine(vues: readonly ScaledView[], voulu: Niveau): Niveau {
  for (const { view } of vues) if (view.geometry.kind === "territoires") return view.geometry.niveau;
  return voulu;
}

function useBase(niveau: Niveau): BaseCarte | null {
  const charge = useEtat((etat) => etat.datasets.territoire);
  const fond = useEtat((etat) => etat.datasets.fond);
  const sources = useEtat((etat) => etat.results.courant?.output.sources ?? SANS_SOURCE);
  return useMemo(
    () => charge && { niveau, territoires: charge.contours[niveau], communes: charge.communes, fond, polices: POLICES, sources },
    [charge, niveau, fond, sources],
  );
}

/** The user's own sites, as a view of points: they belong to no layer of the package. */
export function vueDesSites(sites: SiteList): ScaledView {
  const texteDe = (name: string, values: readonly (string | null)[]) => ({ name, label: name, type: "texte" as const, values });
  const nombreDe = (name: "lon" | "lat") => ({ name, label: name, type: "nombre" as const, values: sites[name], unit: "degres" as const, digits: 5 });
  const colonnes = [texteDe("code", sites.ids), texteDe("nom", sites.noms), texteDe("genre", sites.ids.map(() => "site")), nombreDe("lon"), nombreDe("lat")];
  return resoudre(
    {
      id: "mes-sites",
      title: "",
      table: { id: "mes-sites", length: sites.ids.length, columns: colonnes },
      geometry: { kind: "points" },
      mark: "symbol",
      column: "genre",
      unit: "nombre",
      digits: 0,
      scale: { kind: "categories", categories: [{ value: "site", label: "", color: "#37424d", pattern: "plein" }] },
      quality: "derive",
    },
    undefined,
  );
}

/** The layers asked for that are loaded, in drawing order. */
function couchesDessinees(voulues: State["document"]["courant"]["couches"], chargees: State["datasets"]["couches"]): readonly CoucheChargee[] {
  return COUCHES.filter((couche) => voulues.includes(couche)).flatMap((couche) => chargees[couche] ?? []);
}

/** null until the territory is loaded. */
export function useScene(): Scene | null {
  const resolues = useVuesResolues();
  const niveau = useEtat((etat) => etat.document.courant.niveau);
  const miens = useEtat((etat) => etat.document.courant.sites);
  const voulues = useEtat((etat) => etat.document.courant.couches);
  const chargees = useEtat((etat) => etat.datasets.couches);
  const base = useBase(niveauDessine(resolues, niveau));
  const vueMiens = useMemo(() => miens && vueDesSites(miens), [miens]);
  return useMemo(
    () => base && { base, vues: vueMiens === null ? resolues : [...resolues, vueMiens], couches: couchesDessinees(voulues, chargees) },
    [base, resolues, vueMiens, voulues, chargees],
  );
}
