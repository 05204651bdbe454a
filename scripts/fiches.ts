import { fileURLToPath } from "node:url";
import { answerFiches } from "./cli/answer-call";

/** `npm run -s fiches`: the sheets of a territory as pages to print. stdout says what was written and nothing else. */
const { code, stdout, stderr } = await answerFiches(process.argv.slice(2), fileURLToPath(new URL("../data", import.meta.url)));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
