import { ECRIVAINS } from "../../documents/ecrivains";
import type { FromExporter, ToExporter } from "./messages";

const post = (message: FromExporter, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });

async function write({ format, dossier, materiel }: ToExporter): Promise<void> {
  try {
    const ecrire = await ECRIVAINS[format]();
    const octets = await ecrire(dossier, materiel, (pages) => post({ type: "page", pages }));
    post({ type: "fin", octets }, [octets.buffer]);
  } catch (error) {
    post({ type: "panne", message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<ToExporter>) => void write(data));
