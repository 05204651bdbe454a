import { access, constants, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { reglagesEnMots } from "../../src/analyses/shared/reglages";
import { resolveScale } from "../../src/carto/resolve-scale";
import { cadrerSur } from "../../src/documents/recrutement/cadre";
import { ficheRecrutementPage, fichierRecrutement } from "../../src/documents/recrutement/fiche-recrutement";
import type { SvgMapInput } from "../../src/documents/svg-map/input";
import type { CoucheChargee } from "../../src/domain/chargement";
import { issue } from "../../src/domain/issue";
import { NOMS_DEPARTEMENT, type Tuile } from "../../src/domain/perimetre";
import { indexBy, numberValues, type Table, textValues } from "../../src/domain/table";
import { ECRIRE } from "../../src/textes/fiche-recrutement";
import { sentenceText } from "../../src/textes/sentences";
import { chargerCouche } from "../../src/workers/handlers/couche";
import { chargerFond } from "../../src/workers/handlers/fond";
import { territoires as lireTerritoires } from "../../src/workers/handlers/territoire";
import type { Loader } from "../../src/workers/loader";
import type { Job } from "../../src/workers/server";
import { readOptions, splitReplacement } from "./arguments";
import { writing } from "./fiches/ecrire";
import { openLoader } from "./fiches/lecture";
import { BadCall, badCall } from "./outcome-error";
import { accepted, Package, readReplacements } from "./package";
import { resultOf } from "./run-analysis";
import type { Result } from "./write-result";

export const RECRUTEMENT_USAGE = "Usage : npm run -s fiches-recrutement -- [--territoire 87] [--params fichier.json] [--donnees stages=msu.csv] [--commune 87005]… --sortie dossier";

const OPTIONS = ["--territoire", "--params", "--donnees", "--commune", "--sortie"] as const;

interface Appel {
  readonly territoire: string;
  readonly params: string | null;
  readonly donnees: readonly (readonly [nom: string, fichier: string])[];
  /** Communes asked for; those of the sequence when there is none. */
  readonly communes: readonly string[];
  readonly sortie: string;
}

function parseAppel(args: readonly string[]): Appel {
  const { values, others } = readOptions(args, OPTIONS);
  const last = (option: (typeof OPTIONS)[number]): string | undefined => values.get(option)?.at(-1);
  if (others[0] !== undefined) throw badCall([issue("option-inconnue", "erreur", { option: others[0], attendues: OPTIONS.join(", ") })]);
  const sortie = last("--sortie");
  if (sortie === undefined) throw new BadCall(ECRIRE.sansSortie(RECRUTEMENT_USAGE));
  return { territoire: last("--territoire") ?? "87", params: last("--params") ?? null, donnees: (values.get("--donnees") ?? []).map(splitReplacement), communes: values.get("--commune") ?? [], sortie };
}

const JOB: Job = { signal: new AbortController().signal, progress: () => undefined, transfer: () => undefined };

/** The package of the disk, with the user's own list of maîtres de stage in its place. */
async function loaderOf(folder: string, donnees: Appel["donnees"]): Promise<Loader> {
  const loader = await openLoader(folder);
  if (!donnees.some(([nom]) => nom === "stages")) return loader;
  const given = await (await Package.open(folder, await readReplacements(donnees))).dataset("stages");
  return { ...loader, dataset: (name, etendue) => (name === "stages" ? Promise.resolve(given) : loader.dataset(name, etendue)) };
}

/** The map of the whole territory: each sheet shows a part of it. */
async function carteDe(loader: Loader, { output, perimetre: { territoire } }: Result): Promise<SvgMapInput> {
  const lire = lireTerritoires(loader);
  const { communes, contours, bbox } = accepted(await lire(territoire.code));
  const fond = accepted(await chargerFond(loader)({ territoire: territoire.code }, JOB));
  const couches: CoucheChargee[] = [];
  for (const couche of ["msp", "stages"] as const) couches.push(accepted(await chargerCouche(loader, lire)({ couche, territoire: territoire.code, corrections: true }, JOB)));
  const views = output.views.slice(0, 1).map((view) => ({ view, scale: resolveScale(view) }));
  return { titre: territoire.nom, phrase: "", niveau: "commune", territoires: contours("commune"), communes, fond, views, couches, sources: output.sources, bbox, date: null, choisi: null, polices: null };
}

/** The communes to write: those asked for, else those of the sequence in their order. */
function choisir({ output: { table }, perimetre: { territoire } }: Result, communes: readonly string[]): readonly string[] {
  const [codes, rangs] = [textValues(table, "code"), numberValues(table, "rang")];
  const stray = communes.find((code) => !codes.includes(code));
  if (stray !== undefined) throw new BadCall(ECRIRE.communeAilleurs(stray, territoire.nom));
  if (communes.length > 0) return [...new Set(communes)];
  const chosen = Array.from(rangs.keys()).filter((row) => !Number.isNaN(rangs[row])).toSorted((a, b) => rangs[a]! - rangs[b]!);
  return chosen.map((row) => codes[row] ?? "");
}

/** Names of the EPCI and of the département of each commune. */
function situer(communes: Table, territoires: Table): (code: string) => readonly string[] {
  const [rows, groups] = [indexBy(communes, "code"), indexBy(territoires, "code")];
  const [epcis, deps, noms] = [textValues(communes, "epci"), textValues(communes, "dep"), textValues(territoires, "nom")];
  return (code) => {
    const row = rows.get(code) ?? -1;
    return [noms[groups.get(epcis[row] ?? "") ?? -1], NOMS_DEPARTEMENT[deps[row] as Tuile]].filter((nom) => typeof nom === "string");
  };
}

/** Writes the sheets in a folder; says what was written. Throws BadCall or RefusedInput. */
export async function writeRecrutement(args: readonly string[], folder: string): Promise<string> {
  const { territoire, params, donnees, communes, sortie } = parseAppel(args);
  const result = await resultOf({ analyse: "recrutement", territoire, niveau: "commune", params, sites: null, donnees, format: "json" }, folder);
  const codes = choisir(result, communes);
  if (codes.length === 0) return `${ECRIRE.aucune(result.perimetre.territoire.nom)}\n`;
  await writing(sortie, async () => {
    await mkdir(sortie, { recursive: true });
    await access(sortie, constants.W_OK);
  });
  const loader = await loaderOf(folder, donnees);
  const carte = await carteDe(loader, result);
  const dans = situer(accepted(await loader.dataset("communes", "tout")).table, accepted(await loader.dataset("territoires", "tout")).table);
  const { analyse, output } = result;
  for (const code of codes) {
    const fiche = ficheRecrutementPage({
      code,
      table: output.table,
      phrase: sentenceText(output.summary),
      dans: dans(code),
      reglages: reglagesEnMots(analyse, result.params),
      carte: cadrerSur(carte, code),
      illustratif: output.sources.some(({ quality }) => quality === "illustratif"),
      date: null,
    });
    await writing(sortie, () => writeFile(path.join(sortie, fichierRecrutement(code)), fiche));
  }
  return `${ECRIRE.ecrites(codes.length, sortie)}\n`;
}
