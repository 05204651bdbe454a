import { access, constants, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { DESCRIPTIONS } from "../../../src/analyses/descriptions";
import type { Territoire } from "../../../src/domain/perimetre";
import { parseTerritoire } from "../../../src/analyses/shared/territoire";
import { ECRIVAINS } from "../../../src/documents/ecrivains";
import type { Materiel } from "../../../src/documents/export";
import { FORMATS } from "../../../src/documents/formats";
import { composer } from "../../../src/presentation/composer";
import { ajouter } from "../../../src/presentation/edits";
import type { Autour } from "../../../src/presentation/lire-ecran";
import { fabriquer } from "../../../src/presentation/modeles/fabriquer";
import { MODELES } from "../../../src/presentation/modeles/registre";
import { PRESENTATION_VIDE, type Presentation } from "../../../src/presentation/page";
import { serializePresentation } from "../../../src/presentation/parse-presentation";
import { encodeLink } from "../../../src/project/link";
import { MODELE } from "../../../src/textes/modeles";
import { EN_FICHIERS } from "../../../src/textes/presenter";
import { openLoader } from "../fiches/lecture";
import { BadCall, badCall } from "../outcome-error";
import { accepted } from "../package";
import { type AppelPresentation, type FormatFichier, parseAppel } from "./appel";
import { lecteurDuDisque } from "./lecteur";

const police = async (nom: "noto-sans" | "noto-sans-math", poids: 400 | 600): Promise<Uint8Array> => new Uint8Array(await readFile(createRequire(import.meta.url).resolve(`@fontsource/${nom}/files/${nom}-latin-${poids}-normal.woff`)));

/** Where a page's link leads when nobody says where the app is served: its hash alone. */
const lienDe = (adresse: string | null) => (hash: string): string => `${adresse ?? ""}${hash}`;

function espace(analyse: string): string {
  return DESCRIPTIONS.find(({ id }) => id === analyse)?.espace ?? "explorer";
}

function autour(date: number): Autour {
  return { descriptions: DESCRIPTIONS, date, suivi: {}, lien: ({ document, camera, sujet }) => encodeLink(document, { espace: espace(document.analyse), camera, sujet }, { espaces: [], analyses: DESCRIPTIONS }) };
}

/** The bytes of a file of the presentation. */
async function octetsDe(format: FormatFichier, presentation: Presentation, adresse: string | null, date: number): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(serializePresentation(presentation));
  const feuilles = presentation.pages.map((page) => composer(page, { etat: "a-jour", lien: lienDe(adresse) })).map((feuille) => (adresse === null ? { ...feuille, lien: null } : feuille));
  const materiel: Materiel = { polices: { texte: await police("noto-sans", 400), gras: await police("noto-sans", 600), signes: await police("noto-sans-math", 400) }, images: [], symboles: {} };
  return (await ECRIVAINS[format]())({ titre: presentation.titre, feuilles, date }, materiel, () => undefined);
}

/** Runs what writes in the folder; a disk that refuses is a bad call, said with its reason. */
async function writing<T>(dossier: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw new BadCall(EN_FICHIERS.ecriture(dossier, String(error.code)));
  }
}

/** A file is there whole or not at all. */
async function poser(fichier: string, octets: Uint8Array): Promise<void> {
  const brouillon = `${fichier}.en-cours`;
  try {
    await writeFile(brouillon, octets);
    await rename(brouillon, fichier);
  } finally {
    await rm(brouillon, { force: true });
  }
}

async function fabriquee({ modele: id, territoire: code }: AppelPresentation, data: string, date: number): Promise<{ readonly presentation: Presentation; readonly territoire: Territoire; readonly manquees: readonly string[] }> {
  const loader = await openLoader(data);
  const [communes, groupes] = [accepted(await loader.dataset("communes", "tout")).table, accepted(await loader.dataset("territoires", "tout")).table];
  const found = parseTerritoire(code, communes, groupes);
  if (!found.ok) throw badCall(found.issues);
  const territoire = found.value;
  const modele = MODELES.find((one) => one.id === id);
  if (modele === undefined || !modele.pour(territoire)) throw new BadCall(EN_FICHIERS.pasIci(id, territoire.nom));
  const { pages, manquees } = await fabriquer(modele, territoire, lecteurDuDisque(loader), autour(date), () => undefined, () => false);
  const titre = [MODELE[id]?.titre ?? id, territoire.nom].join(" · ");
  return { presentation: { ...ajouter(pages, null)(PRESENTATION_VIDE), titre }, territoire, manquees };
}

/** Writes a ready-made presentation in a folder; says what was written. Throws BadCall or RefusedInput. @param date epoch milliseconds */
export async function writePresentation(args: readonly string[], data: string, date: number): Promise<string> {
  const appel = parseAppel(args);
  const { sortie, formats, adresse, modele } = appel;
  await writing(sortie, async () => {
    await mkdir(sortie, { recursive: true });
    await access(sortie, constants.W_OK);
  });
  const { presentation, territoire, manquees } = await fabriquee(appel, data, date);
  const noms: string[] = [];
  for (const format of formats) {
    const nom = `maillage-${modele}-${territoire.code}${format === "json" ? ".maillage.json" : FORMATS[format].suffixe}`;
    const octets = await octetsDe(format, presentation, adresse, date);
    await writing(sortie, () => poser(path.join(sortie, nom), octets));
    noms.push(nom);
  }
  return `${EN_FICHIERS.ecrits(presentation.pages.length, noms, sortie, manquees)}\n`;
}
