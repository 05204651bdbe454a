import { describe, expect, it } from "vitest";
import { issue } from "../../src/domain/issue";
import { failure, success } from "../../src/domain/outcome";
import { Cancelled } from "../../src/workers/pump";
import { createServer } from "../../src/workers/server";
import type { Handlers } from "../../src/workers/server";
import type { FromWorker, ToWorker } from "../../src/workers/protocol";

const unexpected = () => Promise.reject(new Error("unexpected request"));
const NONE: Handlers = {
  "charger-territoire": unexpected,
  "charger-contours": unexpected,
  "charger-fond": unexpected,
  "charger-couche": unexpected,
  sites: unexpected,
  executer: unexpected,
  cle: unexpected,
  "direct-ouvrir": unexpected,
  "direct-deplacer": unexpected,
  "direct-fermer": unexpected,
  vitesses: unexpected,
  chercher: unexpected,
  fiche: unexpected,
  inventaire: unexpected,
  calage: unexpected,
  profil: unexpected,
  "importer-reseau": unexpected,
  reseaux: unexpected,
  "importer-table": unexpected,
  tables: unexpected,
  "retirer-table": unexpected,
  "retirer-reseau": unexpected,
  "arreter-moteur": unexpected,
};
const ASK: Extract<ToWorker, { type: "demande" }> = { type: "demande", id: 7, name: "chercher", ask: { texte: "a", territoire: "87" } };

function setUp(handlers: Partial<Handlers>) {
  const posted: FromWorker[] = [];
  const moved: Transferable[] = [];
  const serve = createServer({ ...NONE, ...handlers }, (message, transfer) => {
    posted.push(message);
    moved.push(...transfer);
  });
  return { posted, moved, serve };
}

describe("server", () => {
  it("posts the answer of the handler under the id of the request", async () => {
    const { posted, serve } = setUp({ chercher: () => Promise.resolve(success([])) });
    await serve(ASK);
    expect(posted).toEqual([{ type: "reponse", id: 7, name: "chercher", answer: [] }]);
  });

  it("posts a refusal with its issues", async () => {
    const refusal = issue("aucun-site", "erreur", { genre: "msp" });
    const { posted, serve } = setUp({ chercher: () => Promise.resolve(failure(refusal)) });
    await serve(ASK);
    expect(posted).toEqual([{ type: "refus", id: 7, issues: [refusal] }]);
  });

  it("says what a handler threw and goes on answering", async () => {
    let calls = 0;
    const { posted, serve } = setUp({
      chercher: () => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error("cassé")) : Promise.resolve(success([]));
      },
    });
    await serve(ASK);
    await serve({ ...ASK, id: 8 });
    expect(posted).toMatchObject([{ type: "panne", id: 7, message: "cassé" }, { type: "reponse", id: 8 }]);
  });

  it("aborts the job of a cancelled request and answers « annulee »", async () => {
    const { posted, serve } = setUp({
      chercher: (_ask, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Cancelled()));
        }),
    });
    const served = serve(ASK);
    await serve({ type: "annuler", id: 7 });
    await served;
    expect(posted).toEqual([{ type: "annulee", id: 7 }]);
  });

  it("answers « annulee » when the handler ends after the cancel", async () => {
    const { posted, serve } = setUp({ chercher: () => Promise.resolve(success([])) });
    const served = serve(ASK);
    await serve({ type: "annuler", id: 7 });
    await served;
    expect(posted).toEqual([{ type: "annulee", id: 7 }]);
  });

  it("posts progress and moves the buffers that the handler gives away", async () => {
    const buffer = new Float64Array(2).buffer;
    const { posted, moved, serve } = setUp({
      chercher: (_ask, job) => {
        job.progress(0.25);
        job.transfer([buffer]);
        return Promise.resolve(success([]));
      },
    });
    await serve(ASK);
    expect(posted[0]).toEqual({ type: "progression", id: 7, part: 0.25 });
    expect(moved).toEqual([buffer]);
  });

  it("ignores the cancel of a request it does not know", async () => {
    const { posted, serve } = setUp({});
    await serve({ type: "annuler", id: 99 });
    expect(posted).toEqual([]);
  });
});
