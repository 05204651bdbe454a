import { fileURLToPath } from "node:url";
import { answerCall } from "./cli/answer-call";

/** `npm run -s analyse`: the analyses of the app without a screen. stdout holds the result and nothing else. */
const { code, stdout, stderr } = await answerCall(process.argv.slice(2), fileURLToPath(new URL("../data", import.meta.url)));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
