import { fileURLToPath } from "node:url";
import { answerRecrutement } from "./cli/answer-call";

/** `npm run -s fiches-recrutement`: where to recruit maîtres de stage, a page to print a commune. stdout says what was written and nothing else. */
const { code, stdout, stderr } = await answerRecrutement(process.argv.slice(2), fileURLToPath(new URL("../data", import.meta.url)));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
