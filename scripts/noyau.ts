// `npm run noyau`: assembles the search kernel, kept as text in src/geo/kernel, into the module that the app loads.
import { writeFileSync } from "node:fs";
import { KERNEL_FILE, kernelModule } from "./noyau/assembler";

writeFileSync(KERNEL_FILE, await kernelModule());
