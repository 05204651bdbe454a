import { fileURLToPath } from "node:url";
import { answerPresentation } from "./cli/answer-call";

/** `npm run -s presentation`: a ready-made presentation as files. stdout says what was written and nothing else. */
const { code, stdout, stderr } = await answerPresentation(process.argv.slice(2), fileURLToPath(new URL("../data", import.meta.url)));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
