import { success } from "../../domain/outcome";
import { provenanceOf } from "../../io/load-dataset";
import type { Loader } from "../loader";
import type { Handler } from "../server";

/** What the package holds, in the order of its manifest. */
export const inventaire =
  (loader: Loader): Handler<"inventaire"> =>
  async () => {
    const manifeste = await loader.manifeste();
    if (!manifeste.ok) return manifeste;
    return success(
      Object.values(manifeste.value.ressources).map((ressource) => ({
        ...provenanceOf(ressource),
        resource: ressource.name,
        rows: ressource.rows,
        bytes: ressource.parts.reduce((sum, part) => sum + part.bytes, 0),
      })),
    );
  };
