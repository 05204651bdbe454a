import { access, constants, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { communesDuTerritoire, parseTerritoire } from "../../../src/analyses/shared/territoire";
import { fichePage } from "../../../src/documents/fiches/fiche";
import { fichierDe, type NiveauFiche } from "../../../src/documents/fiches/fiche-imprimee";
import { indexPage, type LigneIndex } from "../../../src/documents/fiches/index-fiches";
import { COLONNE_NIVEAU } from "../../../src/domain/perimetre";
import { type Table, textValues } from "../../../src/domain/table";
import { ecrites, NOMMER, REFUS } from "../../../src/textes/fiches-imprimees";
import { lirePlan } from "../../../src/io/terrain/plan";
import { plural } from "../../../src/textes/format";
import { BadCall, badCall } from "../outcome-error";
import { accepted } from "../package";
import { type AppelFiches, parseAppel } from "./appel";
import { assembleur } from "./assembler";
import { cartographe } from "./carte";
import { openLoader } from "./lecture";
import { depuisLimoges } from "./limoges";

/** Runs what writes in the folder; a disk that refuses is a bad call, said with its reason. */
export async function writing<T>(dossier: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw new BadCall(REFUS.ecriture(dossier, String(error.code)));
  }
}

/** Names of the territories of a level, by code. */
function nomsDe(niveau: NiveauFiche, communes: Table, territoires: Table): ReadonlyMap<string, string> {
  if (niveau === "commune") return new Map(textValues(communes, "code").map((code, row) => [code ?? "", textValues(communes, "nom")[row] ?? ""]));
  const niveaux = textValues(territoires, "niveau");
  const noms = textValues(territoires, "nom");
  return new Map(textValues(territoires, "code").flatMap((code, row) => (niveaux[row] === niveau && code !== null ? [[code, noms[row] ?? code]] : [])));
}

async function writeAll({ territoire: code, niveau, sortie, adresse }: AppelFiches, data: string): Promise<string> {
  const loader = await openLoader(data);
  const communes = accepted(await loader.dataset("communes", "tout")).table;
  const territoires = accepted(await loader.dataset("territoires", "tout")).table;
  const found = parseTerritoire(code, communes, territoires);
  if (!found.ok) throw badCall(found.issues);
  await writing(sortie, async () => {
    await mkdir(sortie, { recursive: true });
    await access(sortie, constants.W_OK);
  });
  const keys = textValues(communes, COLONNE_NIVEAU[niveau]);
  const codes = [...new Set(communesDuTerritoire(found.value, communes).map((row) => keys[row]))].filter((key) => typeof key === "string");
  const dedans = textValues(communes, "code").filter((one, row) => one !== null && codes.includes(keys[row] ?? "")) as string[];
  const limoges = await depuisLimoges(loader, communes, dedans);
  const carte = await cartographe(loader, found.value.code, niveau, communes, nomsDe(niveau, communes, territoires));
  const assemble = await assembleur({ loader, communes, niveau, carte, plan: lirePlan(), limoges, adresse });
  const lignes: LigneIndex[] = [];
  for (const one of codes) {
    const fiche = await assemble(one);
    await writing(sortie, () => writeFile(path.join(sortie, fichierDe(one)), fichePage(fiche)));
    lignes.push({ code: one, faits: fiche.faits, sous: fiche.faits.dans[0] ?? found.value.nom });
  }
  // Last: a folder with an index has every sheet it names.
  await writing(sortie, () => writeFile(path.join(sortie, "index.html"), indexPage({ territoire: found.value.nom, niveau, lignes })));
  return `${ecrites(plural(codes.length, `fiche (${NOMMER[niveau][0]})`, `fiches (${NOMMER[niveau][1]})`), sortie)}\n`;
}

/** Writes the sheets of a territory in a folder, from the data package of another; says what was written. Throws BadCall or RefusedInput. */
export function writeFiches(args: readonly string[], data: string): Promise<string> {
  return writeAll(parseAppel(args), data);
}
