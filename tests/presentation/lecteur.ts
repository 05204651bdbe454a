import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import { failure, success } from "../../src/domain/outcome";
import type { Territoire } from "../../src/domain/perimetre";
import type { Lecteur } from "../../src/presentation/lire-ecran";
import type { Document } from "../../src/project/document";
import { demandePour } from "../../src/store/commands/results";
import { open } from "../workers/package";

/** Reads and computes on the committed package, as the page's worker does. */
export async function lecteurDuPaquet(): Promise<Lecteur> {
  const { ask } = await open();
  const run = (document: Document, territoire: Territoire) => demandePour(document, territoire, DESCRIPTIONS);
  return {
    async territoire(territoire, niveau) {
      const charge = await ask("charger-territoire", { territoire, niveau: "commune" });
      const contours = await ask("charger-contours", { territoire, niveau });
      return charge.ok && contours.ok ? success({ ...charge.value, contours: contours.value }) : failure(...charge.issues, ...contours.issues);
    },
    fond: (territoire) => ask("charger-fond", { territoire }),
    couche: (couche, territoire, corrections) => ask("charger-couche", { couche, territoire, corrections }),
    fiche: (sujet, territoire) => ask("fiche", { sujet, territoire }),
    async donnees(document, territoire) {
      const asked = run(document, territoire);
      return asked.ok ? ask("cle", asked.value) : asked;
    },
    async resultat(document, territoire) {
      const asked = run(document, territoire);
      if (!asked.ok) return asked;
      const result = await ask("executer", asked.value);
      return result.ok ? success(result.value.output) : result;
    },
  };
}
