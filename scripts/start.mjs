// `npm start`: builds when needed, serves on localhost, prints the address.
import { DIST, ensureBuilt, isStale } from "./build-site.mjs";
import { startServer } from "./server.mjs";

try {
  if (isStale()) console.log("Maillage : construction du site (une minute au plus)…");
  await ensureBuilt();
  const server = await startServer({ root: DIST });
  console.log(`Maillage est prêt : ${server.url}`);
  console.log("Ctrl+C pour arrêter.");
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close().then(() => process.exit(0)));
} catch (error) {
  console.error(`Maillage n’a pas pu démarrer : ${error.message}`);
  process.exitCode = 1;
}
