import { parseArguments, USAGE } from "./arguments";
import { BadCall, RefusedInput } from "./outcome-error";
import { runAnalysis } from "./run-analysis";

/** How a call ends: 0 answered, 1 an input refused, 2 a bad call. */
export interface Ended {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Answers a command line. Only a defect throws. @param folder the data package */
export async function answerCall(args: readonly string[], folder: string): Promise<Ended> {
  if (args.includes("--help")) return { code: 0, stdout: `${USAGE}\n`, stderr: "" };
  try {
    return { code: 0, stdout: await runAnalysis(parseArguments(args), folder), stderr: "" };
  } catch (error) {
    if (!(error instanceof BadCall || error instanceof RefusedInput)) throw error;
    return { code: error instanceof BadCall ? 2 : 1, stdout: "", stderr: `${error.message}\n` };
  }
}
