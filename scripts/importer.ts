import { fileURLToPath } from "node:url";
import { answerImport } from "./cli/answer-call";

/** `npm run -s importer`: reads a road file or a table of the user's as the page does. stdout holds the answer and nothing else. */
const { code, stdout, stderr } = await answerImport(process.argv.slice(2), fileURLToPath(new URL("../data", import.meta.url)));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
