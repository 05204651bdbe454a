import { parseSync, visitorKeys } from "oxc-parser";
import type { ParseResult } from "oxc-parser";

/** Path from the root of the project → text. The checks see nothing else: a bad example is a few lines. */
export type Sources = ReadonlyMap<string, string>;

/** Any node of the syntax tree, as plain data. */
export interface AnyNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const parsed = new Map<string, ParseResult>();

export function parseFile(path: string, text: string): ParseResult {
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const result = parseSync(path, text);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]?.message ?? "unreadable"}`);
  parsed.set(key, result);
  return result;
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|mts)$/.test(path);
}

export function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value;
}

/** Calls `visit(node, parent, key)` on every node, parents first. */
export function walk(node: AnyNode, visit: (node: AnyNode, parent: AnyNode | null, key: string) => void, parent: AnyNode | null = null, key = ""): void {
  visit(node, parent, key);
  for (const name of visitorKeys[node.type] ?? []) {
    const child = node[name];
    const children: readonly unknown[] = Array.isArray(child) ? child : [child];
    for (const each of children) if (isNode(each)) walk(each, visit, node, name);
  }
}

export function program(path: string, text: string): AnyNode {
  return parseFile(path, text).program as unknown as AnyNode;
}

function literal(node: unknown): string | null {
  return isNode(node) && node.type === "Literal" && typeof node["value"] === "string" ? node["value"] : null;
}

/** `import("…").Type` and `new URL("…", import.meta.url)`: imports that the module record does not list. */
function hiddenImports(path: string, text: string): string[] {
  const found: string[] = [];
  walk(program(path, text), (node) => {
    if (node.type === "TSImportType") found.push(literal(node["source"]) ?? "");
    if (node.type !== "NewExpression") return;
    const callee = node["callee"];
    const [first, second] = node["arguments"] as readonly unknown[];
    const isUrl = isNode(callee) && callee.type === "Identifier" && callee["name"] === "URL";
    if (isUrl && isNode(second) && second.type === "MemberExpression" && isNode(second["object"]) && second["object"].type === "MetaProperty") {
      found.push(literal(first) ?? "");
    }
  });
  return found;
}

/** Everything a file imports, types and dynamic imports included, queries (« ?worker ») removed. */
export function importsOf(path: string, text: string): readonly string[] {
  const { module } = parseFile(path, text);
  const requests = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((each) => text.slice(each.moduleRequest.start, each.moduleRequest.end).replaceAll(/^["'`]|["'`]$/g, "")),
    ...hiddenImports(path, text),
  ];
  return [...new Set(requests.map((request) => request.replace(/\?.*$/, "")))];
}

/** The file of the project that a relative import names (or the data folder, for scripts), or null when there is none. */
export function resolveImport(sources: Sources, from: string, request: string): string | null {
  const target = new URL(request, `file:///${from}`).pathname.slice(1);
  if (target === "data") return target;
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`, target.replace(/\.mjs$/, ".d.mts")];
  return candidates.find((candidate) => sources.has(candidate)) ?? null;
}

/** « src/geo/grid.ts » → geo; « scripts/x.ts » → scripts; « src/main.tsx » → main; anything else its first folder. */
export function folderOf(path: string): string {
  if (path === "src/main.tsx") return "main";
  const [first = "", second = ""] = path.split("/");
  return first === "src" && path.split("/").length > 2 ? second : first;
}

/** « @turf/turf/x » → « @turf/turf ». */
export function packageOf(request: string): string {
  return request.split("/").slice(0, request.startsWith("@") ? 2 : 1).join("/");
}
