import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import type { FaitsFiche } from "../../src/domain/fiche";
import { NIVEAUX } from "../../src/domain/perimetre";
import type { ReseauImporte } from "../../src/domain/reseau";
import type { Niveau } from "../../src/domain/perimetre";
import { CLES_VITESSE, type KmhParCle } from "../../src/domain/vitesses";
import type { Table } from "../../src/domain/table";
import { createCommands } from "../../src/store/commands/create-commands";
import { createAppStore } from "../../src/store/create-store";
import type { Effects } from "../../src/store/effects";
import type { AskOptions, Client, Reply } from "../../src/workers/client";
import type { Answer, Ask, RequestName } from "../../src/workers/protocol";

const EMPTY = { type: "FeatureCollection" as const, features: [] };

const commune = (code: string) => ({ type: "Feature" as const, properties: { code, nom: `Commune ${code}` }, geometry: { type: "Point" as const, coordinates: [1, 45.5] } });

/** A département whose only communes are 85 and 11: box 0 to 2 E, 45 to 46 N. */
export function territoire(code: string): Answer<"charger-territoire"> {
  return {
    territoire: { genre: "departement", code, nom: `Territoire ${code}` },
    communes: { id: "communes", length: 0, columns: [] },
    contours: { commune: { ...EMPTY, features: [commune(`${code}085`), commune(`${code}011`)] } },
    bbox: [0, 45, 2, 46],
    fond: null,
    issues: [],
  };
}

const TABLE: Table = {
  id: "temps-acces",
  length: 1,
  columns: [
    { name: "code", label: "Code", type: "texte", values: ["87085"] },
    { name: "nom", label: "Nom", type: "texte", values: ["Limoges"] },
    { name: "minutes", label: "Minutes", type: "nombre", unit: "minutes", digits: 1, values: Float64Array.of(4.5) },
  ],
};

const FICHE: FaitsFiche = {
  sujet: { genre: "territoire", niveau: "commune", code: "87085" },
  nom: "Limoges",
  dans: ["Haute-Vienne"],
  faits: [{ cle: "population", valeur: 129_754 }],
  sources: [],
};

/** An imported network, named after its file. */
export function reseau(fichier: string, date = 0): ReseauImporte {
  const lignes = { lues: 3, gardees: 2, sansVoiture: 1, accesInterdit: 0, reparees: 0, pointsManquants: 0 };
  const graphe = { noeuds: 3, troncons: 2, km: 1.5, tronconsIsoles: 0, partUrbaine: 0 };
  return { id: `id-${fichier}`, fichier, format: "osm-pbf", octets: 1000, date, lignes, graphe, garde: true };
}

const KMH = Object.fromEntries(CLES_VITESSE.map((cle) => [cle, 50])) as KmhParCle;

type Answers = { readonly [N in RequestName]: (ask: Ask<N>) => Answer<N> };

const ANSWERS: Answers = {
  "charger-territoire": ({ territoire: code }) => territoire(code),
  "charger-contours": () => Object.fromEntries(NIVEAUX.map((niveau) => [niveau, EMPTY])) as Record<Niveau, typeof EMPTY>,
  "charger-fond": () => ({ eau: EMPTY, bois: EMPTY, rivieres: EMPTY, routes: EMPTY, departements: EMPTY, sources: [], issues: [] }),
  "charger-couche": ({ couche }) => ({ couche, features: EMPTY, count: 1, sources: [], issues: [] }),
  sites: () => ({ ids: ["s"], noms: ["Un site"], communes: [null], lon: Float64Array.of(1), lat: Float64Array.of(45), capacite: Float64Array.of(1) }),
  executer: ({ analyse, params }) => ({
    key: JSON.stringify([analyse, params]),
    output: { table: TABLE, views: [], summary: { id: "pas-de-minutes", params: { territoire: "Haute-Vienne" } }, facts: {}, issues: [], sources: [] },
  }),
  cle: ({ analyse, params }) => ({ cle: JSON.stringify([analyse, params]), listes: [] }),
  "direct-ouvrir": () => ({ session: 1 }),
  "direct-deplacer": ({ lon }) => ({
    lignes: Int32Array.of(0),
    table: { ...TABLE, columns: TABLE.columns.map((column) => (column.type === "nombre" ? { ...column, values: Float64Array.of(lon) } : column)) },
    mailles: new Int32Array(),
    minutes: new Float64Array(),
    summary: { id: "pas-de-minutes", params: { territoire: `déplacé à ${lon}` } },
    facts: {},
    ms: 1,
  }),
  "direct-fermer": () => null,
  vitesses: () => ({ defaut: KMH, supposees: KMH, secondesVille: 25 }),
  profil: () => null,
  chercher: () => [],
  fiche: () => FICHE,
  inventaire: () => [],
  calage: () => ({
    metric: [],
    ecarte: [],
    departements: [],
    aPart: [],
    carte: { largeur: 1, hauteur: 1, classes: [], sansDonnee: { chemin: "", communes: 0 }, limites: "" },
    sources: [],
  }),
  "importer-reseau": ({ fichier, date }) => ({ reseau: reseau(fichier.name, date), issues: [] }),
  reseaux: () => [reseau("creuse.osm.pbf", 5)],
  "importer-table": ({ ressource, fichier, date }) => ({ importee: { ressource, fichier: fichier.name, date, lignes: 2, lues: 3, gardee: true }, issues: [] }),
  tables: () => [],
  "retirer-table": () => ({ retiree: true, tables: [] }),
  "retirer-reseau": () => ({ retire: true, reseaux: [] }),
  "arreter-moteur": () => null,
};

interface Asked {
  readonly name: RequestName;
  readonly ask: Readonly<Record<string, unknown>>;
  readonly options: AskOptions;
  reply(reply: Reply<unknown>): void;
}

export interface Options {
  readonly hash?: string;
  readonly saved?: Readonly<Record<string, string>>;
  readonly refusesWrite?: boolean;
  readonly refusesRead?: boolean;
  readonly refusesCopy?: boolean;
  /** Files of the site, by address; the others are missing. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** How these requests end, instead of their usual answer. */
  readonly replies?: Partial<Record<RequestName, (ask: Readonly<Record<string, unknown>>) => Reply<unknown>>>;
  /** These requests wait for the test to answer. */
  readonly held?: readonly RequestName[];
}

/** What the store did to the world. */
function makeWorld({ hash = "", saved = {} }: Options) {
  return {
    now: 1_000_000,
    timers: [] as { readonly at: number; readonly action: () => void }[],
    saved: new Map(Object.entries(saved)),
    hash,
    entries: [] as string[],
    copied: [] as string[],
    downloads: [] as { readonly nom: string; readonly contenu: string }[],
    marks: [] as boolean[],
    asked: [] as Asked[],
    back: () => undefined as void,
    hide: () => undefined as void,
    crash: (_message: string) => undefined as void,
    closed: false,
  };
}
type World = ReturnType<typeof makeWorld>;

function makeEffects(world: World, options: Options): Effects {
  return {
    now: () => world.now,
    after(ms, action) {
      const timer = { at: world.now + ms, action };
      world.timers.push(timer);
      return () => void (world.timers = world.timers.filter((other) => other !== timer));
    },
    image: (action) => void world.timers.push({ at: world.now + 16, action }),
    stockage: {
      lire(cle) {
        if (options.refusesRead === true) throw new Error("SecurityError");
        return world.saved.get(cle) ?? null;
      },
      ecrire(cle, texte) {
        if (options.refusesWrite === true) throw new Error("QuotaExceededError");
        world.saved.set(cle, texte);
      },
    },
    adresse: {
      hash: () => world.hash,
      lien: (text) => `https://exemple.test/${text}`,
      ecrire(text, entree) {
        world.hash = text;
        if (entree) world.entries.push(text);
      },
      ecouter(listener) {
        world.back = listener;
        return () => void (world.back = () => undefined);
      },
    },
    avantFermeture(listener) {
      world.hide = listener;
      return () => void (world.hide = () => undefined);
    },
    telecharger: (nom, contenu) => void world.downloads.push({ nom, contenu: typeof contenu === "string" ? contenu : new TextDecoder("utf-8", { ignoreBOM: true }).decode(contenu) }),
    lireFichier: (adresse) => Promise.resolve(options.files?.[adresse] ?? null),
    copier: (texte) => (options.refusesCopy === true ? Promise.reject(new Error("NotAllowedError")) : Promise.resolve(void world.copied.push(texte))),
    marquerMinutes: (pretes) => void world.marks.push(pretes),
  };
}

function makeClient(world: World, { replies = {}, held = [] }: Options): Client {
  return {
    ask(name, ask, askOptions = {}) {
      return new Promise((resolve) => {
        const onAbort = (): void => reply({ ok: false, cause: "annulee" });
        const reply = (end: Reply<unknown>): void => {
          askOptions.signal?.removeEventListener("abort", onAbort);
          (resolve as (end: Reply<unknown>) => void)(end);
        };
        const plain = ask as Readonly<Record<string, unknown>>;
        world.asked.push({ name, ask: plain, options: askOptions, reply });
        askOptions.signal?.addEventListener("abort", onAbort);
        if (!held.includes(name)) reply(replies[name]?.(plain) ?? { ok: true, value: ANSWERS[name](ask) });
      });
    },
    onRestart(listener) {
      world.crash = listener;
    },
    close() {
      world.closed = true;
    },
  };
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; i += 1) await Promise.resolve();
}

/** A store in a world without a browser: time moves when told, storage may refuse, the worker answers at once or when told. */
export function open(options: Options = {}) {
  const world = makeWorld(options);
  const store = createAppStore();
  // May be changed on the way: what the worker would answer then.
  const replies: NonNullable<Options["replies"]> = { ...options.replies };
  const contexte = { store, client: makeClient(world, { ...options, replies }), effects: makeEffects(world, options), analyses: DESCRIPTIONS };
  const commands = createCommands(store, contexte.client, contexte.effects, DESCRIPTIONS);
  const wait = async (ms: number): Promise<void> => {
    world.now += ms;
    for (const timer of world.timers.filter(({ at }) => at <= world.now)) {
      world.timers = world.timers.filter((other) => other !== timer);
      timer.action();
    }
    await settled();
  };
  const started = async (): Promise<void> => {
    await commands.demarrer();
    await settled();
  };
  return {
    store,
    commands,
    contexte,
    replies,
    world,
    wait,
    started,
    state: () => store.getState(),
    document: () => store.getState().document.courant,
    texts: () => store.getState().notices.map(({ texte }) => texte),
    asks: (name: RequestName) => world.asked.filter((one) => one.name === name),
  };
}
