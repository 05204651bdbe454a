import loadHighs from "highs";
import wasm from "highs/runtime?url";
import type { SolveRequest } from "../../domain/linear-program";
import { solveWith } from "./highs";
import type { FromSolver } from "./messages";

const loading = loadHighs({ locateFile: () => wasm });
const post = (message: FromSolver): void => self.postMessage(message, { transfer: [] });

self.addEventListener("message", ({ data }: MessageEvent<SolveRequest>) => {
  void loading.then(
    (highs) => post({ type: "fin", solution: solveWith(highs, data, (gap) => post({ type: "ecart", gap })) }),
    // The file cannot be fetched, or the browser has no WebAssembly: whoever asked goes on without a solver.
    () => post({ type: "fin", solution: { status: "echec", values: null, bound: Number.NaN, seconds: 0 } }),
  );
});
