// `tsx preparer.ts <graphe> <fichier>`: writes a packed graph. A process of its own: the columns of the sources fill gigabytes.
import { writeFileSync } from "node:fs";
import { GRAPHES, type NomGraphe, packedGraph } from "./graphes";

const [, , name = "", file] = process.argv;
if (!(name in GRAPHES) || file === undefined) throw new Error(`graphe attendu : ${Object.keys(GRAPHES).join(", ")}`);
writeFileSync(file, packedGraph(name as NomGraphe));
