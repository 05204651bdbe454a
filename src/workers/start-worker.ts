import { takeWorker } from "./amorce";
import type { StartWorker } from "./client";
import type { FromWorker } from "./protocol";

/** Starts the analysis worker of the page. */
export const startAnalysisWorker: StartWorker = ({ message, crash }) => {
  const worker = takeWorker();
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => message(data));
  worker.addEventListener("messageerror", () => crash("message illisible"));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    crash(event.message);
  });
  return { post: (sent) => worker.postMessage(sent, []), terminate: () => worker.terminate() };
};
