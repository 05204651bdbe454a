import path from "node:path";
import { parseArguments, USAGE } from "./cli/arguments";
import { BadCall, RefusedInput } from "./cli/outcome-error";
import { runAnalysis } from "./cli/run-analysis";

/** `npm run -s analyse`: the analyses of the app without a screen. stdout holds the result and nothing else. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  try {
    process.stdout.write(await runAnalysis(parseArguments(args), path.resolve(import.meta.dirname, "..", "data")));
    return 0;
  } catch (error) {
    if (!(error instanceof BadCall || error instanceof RefusedInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof BadCall ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
