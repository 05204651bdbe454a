import type { FeatureCollection } from "geojson";
import type { Issue } from "../../domain/issue";
import { success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import type { Dataset } from "../../domain/ressource";
import { featuresOf } from "../../geo/outlines";
import type { Etendue } from "../files";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { trouverLieu } from "./lieu";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The files of the basemap: the fine ones around Haute-Vienne, the coarse ones for the region. */
const FICHIERS: Record<Etendue, { readonly eauBois: ResourceName; readonly routes: ResourceName }> = {
  "87": { eauBois: "eau-bois-87", routes: "routes-87" },
  tout: { eauBois: "eau-bois-na", routes: "routes-na" },
};

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
