import { parseArguments, USAGE } from "./arguments";
import { FICHES_USAGE } from "./fiches/appel";
import { writeFiches } from "./fiches/ecrire";
import { IMPORT_USAGE, importFile } from "./import-file";
import { BadCall, RefusedInput } from "./outcome-error";
import { RECRUTEMENT_USAGE, writeRecrutement } from "./recrutement";
import { PRESENTATION_USAGE } from "./presentation/appel";
import { writePresentation } from "./presentation/ecrire";
import { runAnalysis } from "./run-analysis";

/** How a call ends: 0 answered, 1 an input refused, 2 a bad call. */
export interface Ended {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

async function ended(args: readonly string[], usage: string, run: () => Promise<string>): Promise<Ended> {
  if (args.includes("--help")) return { code: 0, stdout: `${usage}\n`, stderr: "" };
  try {
    return { code: 0, stdout: await run(), stderr: "" };
  } catch (error) {
    if (!(error instanceof BadCall || error instanceof RefusedInput)) throw error;
    return { code: error instanceof BadCall ? 2 : 1, stdout: "", stderr: `${error.message}\n` };
  }
}

/** Answers a command line of `analyse`. Only a defect throws. @param folder the data package */
export function answerCall(args: readonly string[], folder: string): Promise<Ended> {
  return ended(args, USAGE, () => runAnalysis(parseArguments(args), folder));
}

/** Answers a command line of `importer`. Only a defect throws. @param folder the data package */
export function answerImport(args: readonly string[], folder: string): Promise<Ended> {
  return ended(args, IMPORT_USAGE, () => importFile(args, folder));
}

/** Answers a command line of `fiches-recrutement`. Only a defect throws. @param folder the data package */
export function answerRecrutement(args: readonly string[], folder: string): Promise<Ended> {
  return ended(args, RECRUTEMENT_USAGE, () => writeRecrutement(args, folder));
}

/** Answers a command line of `fiches`. Only a defect throws. @param folder the data package */
export function answerFiches(args: readonly string[], folder: string): Promise<Ended> {
  return ended(args, FICHES_USAGE, () => writeFiches(args, folder));
}

/** Answers a command line of `presentation`. Only a defect throws. @param folder the data package */
export function answerPresentation(args: readonly string[], folder: string, date: number = Date.now()): Promise<Ended> {
  return ended(args, PRESENTATION_USAGE, () => writePresentation(args, folder, date));
}
