import { answerImport } from "./cli/answer-call";

/** `npm run -s importer`: reads a road file as the page does. stdout holds the answer and nothing else. */
const { code, stdout, stderr } = await answerImport(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
