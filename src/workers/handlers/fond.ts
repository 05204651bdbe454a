import type { FeatureCollection } from "geojson";
import type { FondTuiles } from "../../domain/chargement";
import type { Issue } from "../../domain/issue";
import type { NomFond } from "../../domain/manifeste";
import { success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import type { Dataset } from "../../domain/ressource";
import { featuresOf } from "../../geo/outlines";
import { provenanceOf } from "../../io/load-dataset";
import type { Etendue } from "../files";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { trouverLieu } from "./lieu";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The files of the basemap: the fine ones around Haute-Vienne, the coarse ones for the region. */
const FICHIERS: Record<Etendue, { readonly nom: NomFond; readonly eauBois: ResourceName; readonly routes: ResourceName }> = {
  "87": { nom: "87", eauBois: "eau-bois-87", routes: "routes-87" },
  tout: { nom: "na", eauBois: "eau-bois-na", routes: "routes-na" },
};

/** Where the tiles of the basemap are, and what they are made of. Nothing is read. */
export async function fondTuiles(loader: Loader, etendue: Etendue): Promise<FondTuiles | null> {
  const manifeste = await loader.manifeste();
  const fonds = manifeste.ok ? manifeste.value.fonds : undefined;
  if (!manifeste.ok || fonds === undefined) return null;
  const { nom, eauBois, routes } = FICHIERS[etendue];
  const names: readonly ResourceName[] = [eauBois, routes, "rivieres", "contours-departements"];
  const sources = names.flatMap((name) => manifeste.value.ressources[name] ?? []).map(provenanceOf);
  return { archives: `donnees/fond-${nom}.{z}.bin.gz?v=${fonds[nom]}`, sources };
}

function part(dataset: Dataset | null, object: string): FeatureCollection {
  return dataset?.topologie === undefined ? EMPTY : featuresOf(dataset.topologie, object);
}

/** The embedded basemap. A missing file leaves its part empty and says so: the rest is drawn. */
export const chargerFond =
  (loader: Loader): Handler<"charger-fond"> =>
  async ({ territoire }) => {
    const lieu = await trouverLieu(loader, territoire);
    if (!lieu.ok) return lieu;
    const { eauBois, routes } = FICHIERS[lieu.value.etendue];
    const issues: Issue[] = [];
    const read = async (name: ResourceName): Promise<Dataset | null> => {
      const outcome = await loader.dataset(name, "tout");
      issues.push(...outcome.issues);
      return outcome.ok ? outcome.value : null;
    };
    const [nature, lignes, rivieres, departements] = await Promise.all([read(eauBois), read(routes), read("rivieres"), read("contours-departements")]);
    return success({
      eau: part(nature, "eau"),
      bois: part(nature, "bois"),
      rivieres: part(rivieres, "rivieres"),
      routes: part(lignes, "routes"),
      departements: part(departements, "departements"),
      sources: [nature, lignes, rivieres, departements].flatMap((dataset) => (dataset === null ? [] : [dataset.provenance])),
      issues,
    });
  };
