import * as v from "valibot";
import { issue } from "../domain/issue";
import type { Manifeste, ManifesteRessource } from "../domain/manifeste";
import { failure, type Outcome, success } from "../domain/outcome";
import { RESSOURCES } from "../domain/ressource";

const quality = v.picklist(["officiel", "derive", "illustratif"]);
const fields = v.array(v.object({ name: v.string(), type: v.string() }));
const common = {
  name: v.picklist(RESSOURCES),
  title: v.string(),
  publisher: v.string(),
  vintage: v.string(),
  quality,
  note: v.optional(v.string()),
  rows: v.number(),
};

const packageResource = v.object({
  ...common,
  path: v.string(),
  licenses: v.pipe(v.array(v.object({ title: v.string() })), v.minLength(1)),
  bytes: v.number(),
  sha256: v.string(),
  schema: v.optional(v.object({ fields: v.optional(fields) })),
});

const servedResource = v.object({
  ...common,
  licence: v.string(),
  fields: v.optional(fields),
  parts: v.array(v.object({ path: v.string(), part: v.picklist(["87", "reste", "tout"]), bytes: v.number(), sha256: v.string() })),
});

const datapackage = v.object({ resources: v.array(packageResource) });
const manifeste = v.object({ version: v.string(), ressources: v.record(v.string(), servedResource), fonds: v.optional(v.object({ "87": v.string(), na: v.string() })) });

/** Under exactOptionalPropertyTypes an absent note is a missing key, never `undefined`. */
function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

function toRessource({ licenses, schema, path, bytes, sha256, ...head }: v.InferOutput<typeof packageResource>): ManifesteRessource {
  const part = { path, part: "tout" as const, bytes, sha256 };
  const licence = licenses.map(({ title }) => title).join(" ; ");
  return withoutUndefined({ ...head, licence, fields: schema?.fields, parts: [part] }) as ManifesteRessource;
}

function refuse(ressource: string, found: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): Outcome<never> {
  const raison = `« ${v.getDotPath(found[0]) ?? "racine"} » vaut ${found[0].received}, attendu : ${found[0].expected ?? "autre chose"}`;
  return failure(issue("ressource-illisible", "erreur", { ressource, raison }));
}

/** `data/datapackage.json` (parsed JSON) as the app's manifest: every resource in one whole part. */
export function parseDatapackage(raw: unknown): Outcome<Manifeste> {
  const parsed = v.safeParse(datapackage, raw);
  if (!parsed.success) return refuse("datapackage.json", parsed.issues);
  const ressources = parsed.output.resources.map(toRessource);
  return success({ version: "", ressources: Object.fromEntries(ressources.map((ressource) => [ressource.name, ressource])) });
}

/** `donnees/index.json` (parsed JSON), as the build serves it. */
export function parseManifeste(raw: unknown): Outcome<Manifeste> {
  const parsed = v.safeParse(manifeste, raw);
  if (!parsed.success) return refuse("index.json", parsed.issues);
  const entries = Object.entries(parsed.output.ressources).map(([name, ressource]) => [name, withoutUndefined(ressource)] as const);
  const { version, fonds } = parsed.output;
  return success(withoutUndefined({ version, ressources: Object.fromEntries(entries), fonds }) as Manifeste);
}
