// Each check is a pure function: sources in, offences out. The test runs it on the project, and on a
// bad example that it must refuse.
import { ARROWS, DRIVER, DRIVER_ONLY, IMPURE_MEMBERS, IMPURE_NAMES, LIBRARIES, MAX_LINES, PURE } from "./rules";
import { folderOf, importsOf, isCode, isNode, packageOf, parseFile, program, resolveImport, walk } from "./parse";
import type { AnyNode, Sources } from "./parse";

type Offences = readonly string[];

function codeIn(sources: Sources, ...roots: readonly string[]): readonly (readonly [path: string, text: string])[] {
  return [...sources].filter(([path]) => isCode(path) && roots.some((root) => path.startsWith(root)));
}

const isRelative = (request: string): boolean => request.startsWith(".");

/** Imports follow the arrows, types included; src/ knows neither scripts/ nor tests/. */
export function checkArrows(sources: Sources): Offences {
  return codeIn(sources, "src/", "scripts/").flatMap(([path, text]) => {
    const folder = folderOf(path);
    const allowed = ARROWS[folder];
    if (allowed === undefined) return [`${path}: no such folder in the architecture`];
    return importsOf(path, text)
      .filter(isRelative)
      .flatMap((request) => {
        const target = resolveImport(sources, path, request);
        if (target === "data" && folder === "scripts") return [];
        if (target === null) return [`${path}: « ${request} » is not there`];
        const to = folderOf(target);
        const known = to === folder || allowed.includes(to) || (folder === "scripts" && target === DRIVER);
        return known || target === "package.json" ? [] : [`${path}: ${folder} may not import ${to} (${target})`];
      });
  });
}

/** Each library stays where the architecture puts it. */
export function checkLibraries(sources: Sources): Offences {
  return codeIn(sources, "src/").flatMap(([path, text]) => {
    const folder = folderOf(path);
    const libraries = importsOf(path, text).filter((request) => !isRelative(request)).map(packageOf);
    return libraries.filter((name) => !(LIBRARIES[name] ?? []).includes(folder)).map((name) => `${path}: ${folder} may not import ${name}`);
  });
}

/** Only the driver knows Playwright. */
export function checkDriver(sources: Sources): Offences {
  return codeIn(sources, "src/", "scripts/", "tests/").flatMap(([path, text]) =>
    importsOf(path, text)
      .filter((request) => path !== DRIVER && DRIVER_ONLY.includes(packageOf(request)))
      .map((request) => `${path}: only ${DRIVER} imports ${request}`),
  );
}

/** True where an identifier only names a property, a key or a label. */
function isName(parent: AnyNode | null, key: string): boolean {
  if (parent === null || parent["computed"] === true) return false;
  return (
    (parent.type === "MemberExpression" && key === "property") ||
    (key === "key" && parent["shorthand"] !== true) ||
    (parent.type === "TSQualifiedName" && key === "right") ||
    parent.type.startsWith("Import") ||
    parent.type.startsWith("Export") ||
    parent.type === "LabeledStatement"
  );
}

/** The names that a pattern declares: `a`, `{ a, b: c }`, `[a, ...b]`, `a = 1`. */
function boundNames(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === "Identifier") return [String(pattern["name"])];
  const inside = ["properties", "elements", "value", "left", "argument", "parameter"].flatMap((key) => pattern[key] ?? []);
  return /Pattern$|^Property$|^RestElement$|^TSParameterProperty$/.test(pattern.type) ? inside.flatMap(boundNames) : [];
}

function declaredNames(node: AnyNode): readonly string[] {
  if (node.type === "VariableDeclarator") return boundNames(node["id"]);
  if (node.type === "ImportSpecifier") return boundNames(node["local"]);
  return Array.isArray(node["params"]) ? node["params"].flatMap(boundNames) : [];
}

/** The impure globals a pure file reads: a name it declares itself (a parameter called `document`) is not one. */
function impurities(path: string, text: string): Offences {
  const own = new Set<string>();
  const seen: string[] = [];
  walk(program(path, text), (node, parent, key) => {
    for (const name of declaredNames(node)) own.add(name);
    const name = node.type === "Identifier" && !isName(parent, key) ? String(node["name"]) : memberName(node);
    if (name !== null && (IMPURE_NAMES.has(name) || IMPURE_MEMBERS.has(name))) seen.push(name);
    const callee = node["callee"];
    const isBareDate = node.type === "NewExpression" && isNode(callee) && callee["name"] === "Date" && (node["arguments"] as readonly unknown[]).length === 0;
    if (isBareDate) seen.push("new Date()");
  });
  return [...new Set(seen)].filter((name) => !own.has(name));
}

function memberName(node: AnyNode): string | null {
  if (node.type !== "MemberExpression" || node["computed"] === true) return null;
  const object = node["object"] as AnyNode;
  return object.type === "Identifier" ? `${String(object["name"])}.${String((node["property"] as AnyNode)["name"])}` : null;
}

/** The pure folders read no clock, no chance, no page, no network, no storage. */
export function checkPurity(sources: Sources): Offences {
  return codeIn(sources, "src/")
    .filter(([path]) => PURE.includes(folderOf(path)))
    .flatMap(([path, text]) => impurities(path, text).map((name) => `${path}: pure, yet reads ${name}`));
}

/** No file imports itself through others, types included. One offence a cycle found. */
export function checkCycles(sources: Sources): Offences {
  const graph = new Map(
    codeIn(sources, "src/", "scripts/").map(([path, text]) => [
      path,
      importsOf(path, text).filter(isRelative).flatMap((request) => resolveImport(sources, path, request) ?? []),
    ]),
  );
  const state = new Map<string, "open" | "done">();
  const offences: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      offences.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    state.set(path, "open");
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of graph.keys()) visit(path, []);
  return offences;
}

/** A module exports what it makes: no re-export, hence no barrel; no default export. */
export function checkExports(sources: Sources): Offences {
  return codeIn(sources, "src/").flatMap(([path, text]) => {
    const entries = parseFile(path, text).module.staticExports.flatMap((each) => each.entries);
    return [
      ...(entries.some((entry) => entry.moduleRequest !== null) ? [`${path}: re-exports another module`] : []),
      ...(entries.some((entry) => entry.exportName.kind === "Default") ? [`${path}: default export`] : []),
    ];
  });
}

export function checkLength(sources: Sources): Offences {
  return codeIn(sources, "src/", "scripts/", "tests/").flatMap(([path, text]) => {
    const lines = text.trimEnd().split("\n").length;
    return lines > MAX_LINES ? [`${path}: ${lines} lines, ${MAX_LINES} at most`] : [];
  });
}

/** Files are kebab-case, components PascalCase. */
export function checkNames(sources: Sources): Offences {
  return codeIn(sources, "src/").flatMap(([path]) => {
    const name = path.split("/").at(-1) ?? "";
    if (path === "src/main.tsx") return [];
    const good = name.endsWith(".tsx") ? /^[A-Z][A-Za-z0-9]*\.tsx$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.(worker|d))?\.ts$/;
    return good.test(name) ? [] : [`${path}: badly named`];
  });
}

/** Every analysis has its entry, its description, its method note, and its line in both lists. */
export function checkRegistry(sources: Sources): Offences {
  // `shared` holds what several analyses have in common: it is not one of them.
  const folders = new Set([...sources.keys()].flatMap((path) => /^src\/analyses\/(?!shared\/)([^/]+)\//.exec(path)?.[1] ?? []));
  const listed = (list: string, file: string): Offences => {
    const path = `src/analyses/${list}.ts`;
    const text = sources.get(path);
    if (text === undefined) return [`${path} is missing`];
    const known = new Set(importsOf(path, text).map((request) => resolveImport(sources, path, request)));
    return [...folders].filter((folder) => !known.has(`src/analyses/${folder}/${file}.ts`)).map((folder) => `${folder}: not in ${path}`);
  };
  const notes = [...folders].filter((folder) => !sources.has(`src/analyses/${folder}/README.md`));
  return [...listed("registry", "index"), ...listed("descriptions", "description"), ...notes.map((folder) => `${folder}: no method note (README.md)`)];
}

const NPM_BUILTIN = new Set(["ci", "install", "run", "i"]);

/** Every npm command that a document shows exists, and so does every script file it starts. */
export function checkCommands(sources: Sources): Offences {
  const { scripts } = JSON.parse(sources.get("package.json") ?? "{}") as { readonly scripts: Readonly<Record<string, string>> };
  const shown = [...sources].filter(([path]) => path.endsWith(".md")).flatMap(([path, text]) =>
    [...text.matchAll(/\bnpm (?:run (?:-s )?)?([a-z][a-z:-]*)/g)].map(([, name = ""]) => [path, name] as const),
  );
  return [
    ...shown.filter(([, name]) => !NPM_BUILTIN.has(name) && !(name in scripts)).map(([path, name]) => `${path}: npm has no script « ${name} »`),
    ...Object.entries(scripts).flatMap(([name, command]) => {
      const file = /(?:tsx|node) (\S+)/.exec(command)?.[1];
      return file !== undefined && !sources.has(file) ? [`package.json: « ${name} » starts ${file}, which is not there`] : [];
    }),
  ];
}

const MACHINE = /(?<![\w.~-])\/(?:work|tmp|home|root|Users)\//;
const REGISTRY = /registry\.(?:npmjs|yarnpkg|npmmirror)/;
const SHARED = /\.\.\/shared\/(?:data|design|seeds)\b/;

/** Nothing that only exists on one machine; the sources' folder is named in scripts/ only. */
export function checkPlaces(sources: Sources): Offences {
  return [...sources].flatMap(([path, text]) => [
    ...(MACHINE.test(text) ? [`${path}: names a folder of one machine`] : []),
    ...(REGISTRY.test(text) ? [`${path}: names a package registry`] : []),
    ...(SHARED.test(text) && !path.startsWith("scripts/") ? [`${path}: names the sources' folder`] : []),
  ]);
}

/** ARCHITECTURE.md shows the same arrows as those that are checked. */
export function checkDocumented(sources: Sources): Offences {
  const page = sources.get("ARCHITECTURE.md") ?? "";
  const rows = new Map([...page.matchAll(/^\| `([a-z]+)` \|[^|]*\|([^|]*)\|$/gm)].map(([, folder = "", list = ""]) => [folder, list.trim()]));
  return Object.entries(ARROWS)
    .filter(([folder]) => folder !== "main" && folder !== "scripts")
    .flatMap(([folder, allowed]) => {
      const wanted = allowed.length === 0 ? "rien" : allowed.join(", ");
      const shown = rows.get(folder);
      return shown === wanted ? [] : [`ARCHITECTURE.md: ${folder} may import « ${wanted} », the page says « ${shown ?? "nothing of it"} »`];
    });
}
