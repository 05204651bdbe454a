import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/** The map: the page asks for it as soon as it runs, so that it may as well come with it. */
const CARTE = /\/src\/ui\/app\/Carte\.tsx$/;

interface GraphInfo {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/**
 * One file for everything the page needs to run, instead of one for each set of modules that it shares with a lazy part:
 * fifteen files of a kilobyte cost more than their bytes. « null » leaves a module where it falls.
 */
export function socle(main: string): (moduleId: string, graph: GraphInfo) => string | null {
  const known = new Map<string, boolean>();
  const needed = (id: string, graph: GraphInfo): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, id === main);
    const answer = id === main || (graph.getModuleInfo(id)?.importers ?? []).some((importer) => needed(importer, graph));
    known.set(id, answer);
    return answer;
  };
  return (id, graph) => (needed(id, graph) ? "socle" : null);
}

function tags(html: string, bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const amorce = chunks.find(({ name, isEntry }) => isEntry && name === "amorce");
  const carte = chunks.find(({ facadeModuleId }) => CARTE.test(facadeModuleId ?? ""));
  if (amorce === undefined || carte === undefined) throw new Error("first screen: the build has no chunk for the worker's start or for the map");
  const more = [carte.fileName, ...carte.imports].filter((name) => !html.includes(name));
  return [
    // « async »: it does not wait for the page to be parsed, nor the page for it.
    { tag: "script", attrs: { type: "module", async: true, crossorigin: true, src: `./${amorce.fileName}` }, injectTo: "head-prepend" },
    ...more.map((name): HtmlTagDescriptor => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `./${name}` }, injectTo: "head" })),
  ];
}

/** Starts the analysis worker before the page's own code has come, and has the map's code fetched with it. */
export function premierEcran(): Plugin {
  return {
    name: "maillage-premier-ecran",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html, { bundle }) => (bundle === undefined ? [] : tags(html, bundle)) },
  };
}
