// `npm run noyau`: assembles the kernels, kept as text in src/geo/kernel, into the modules that the app loads.
import { writeFileSync } from "node:fs";
import { kernelFile, kernelModule, KERNELS } from "./noyau/assembler";

for (const kernel of KERNELS) writeFileSync(kernelFile(kernel), await kernelModule(kernel));
