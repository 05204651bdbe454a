import { describe, expect, it, vi } from "vitest";
import { createClient } from "../../src/workers/client";
import type { WorkerEvents } from "../../src/workers/client";
import type { ToWorker } from "../../src/workers/protocol";

/** Workers that answer only what the test makes them answer. */
function setUp() {
  const workers: { events: WorkerEvents; received: ToWorker[]; terminated: boolean }[] = [];
  const client = createClient((events) => {
    const worker = { events, received: [] as ToWorker[], terminated: false };
    workers.push(worker);
    return {
      post: (message) => worker.received.push(message),
      terminate: () => {
        worker.terminated = true;
      },
    };
  }, "http://hote/app/");
  const worker = (index = 0) => {
    const found = workers[index];
    if (found === undefined) throw new Error(`no worker ${index}`);
    return found;
  };
  return { client, workers, worker };
}

const search = { texte: "limoges", territoire: "87" };
const sheet = { sujet: { genre: "territoire", niveau: "commune", code: "87085" }, territoire: "87" } as const;

describe("client", () => {
  it("starts the worker on the first request only, with the address of the page", () => {
    const { client, workers, worker } = setUp();
    expect(workers).toHaveLength(0);
    void client.ask("chercher", search);
    void client.ask("chercher", search);
    expect(workers).toHaveLength(1);
    expect(worker().received[0]).toEqual({ type: "depart", base: "http://hote/app/" });
  });

  it("gives each answer to its own request, in whatever order they come", async () => {
    const { client, worker } = setUp();
    const first = client.ask("chercher", search);
    const second = client.ask("chercher", { ...search, texte: "bellac" });
    worker().events.message({ type: "reponse", id: 2, name: "chercher", answer: [] });
    worker().events.message({ type: "refus", id: 1, issues: [] });
    await expect(first).resolves.toEqual({ ok: false, cause: "refus", issues: [] });
    await expect(second).resolves.toEqual({ ok: true, value: [] });
  });

  it("tells the progress of a request", () => {
    const { client, worker } = setUp();
    const onProgress = vi.fn();
    void client.ask("chercher", search, { onProgress });
    worker().events.message({ type: "progression", id: 1, part: 0.5 });
    worker().events.message({ type: "progression", id: 1, part: 0.6, compte: { fait: 120, total: 195 } });
    expect(onProgress.mock.calls).toEqual([[0.5, undefined], [0.6, { fait: 120, total: 195 }]]);
  });

  it("settles a cancelled request at once and tells the worker", async () => {
    const { client, worker } = setUp();
    const controller = new AbortController();
    const asked = client.ask("chercher", search, { signal: controller.signal });
    controller.abort();
    await expect(asked).resolves.toEqual({ ok: false, cause: "annulee" });
    expect(worker().received.at(-1)).toEqual({ type: "annuler", id: 1 });
  });

  it("sends nothing for a signal already aborted", async () => {
    const { client, workers } = setUp();
    await expect(client.ask("chercher", search, { signal: AbortSignal.abort() })).resolves.toMatchObject({ cause: "annulee" });
    expect(workers).toHaveLength(0);
  });

  it("reports a defect of the worker without restarting it", async () => {
    const { client, workers, worker } = setUp();
    const asked = client.ask("chercher", search);
    worker().events.message({ type: "panne", id: 1, message: "cassé" });
    await expect(asked).resolves.toEqual({ ok: false, cause: "panne", message: "cassé" });
    expect(workers).toHaveLength(1);
  });

  it("starts a crashed worker again, asks what was waiting once more and says so", async () => {
    const { client, worker } = setUp();
    const onRestart = vi.fn();
    client.onRestart(onRestart);
    const asked = client.ask("chercher", search);
    worker().events.crash("mémoire");
    expect(worker().terminated).toBe(true);
    expect(worker(1).received).toEqual([{ type: "depart", base: "http://hote/app/" }, { type: "demande", id: 1, name: "chercher", ask: search }]);
    expect(onRestart.mock.calls).toEqual([["mémoire"]]);
    worker(1).events.message({ type: "reponse", id: 1, name: "chercher", answer: [] });
    await expect(asked).resolves.toEqual({ ok: true, value: [] });
  });

  it("gives a request up at its second crash, and works on with the next one", async () => {
    const { client, worker } = setUp();
    const fatal = client.ask("chercher", search);
    worker(0).events.crash("mémoire");
    const innocent = client.ask("fiche", sheet);
    worker(1).events.crash("mémoire");
    await expect(fatal).resolves.toEqual({ ok: false, cause: "panne", message: "mémoire" });
    expect(worker(2).received).toContainEqual({ type: "demande", id: 2, name: "fiche", ask: sheet });
    worker(2).events.message({ type: "refus", id: 2, issues: [] });
    await expect(innocent).resolves.toMatchObject({ cause: "refus" });
  });

  it("starts nothing again after a crash with nothing waiting", () => {
    const { client, workers, worker } = setUp();
    const controller = new AbortController();
    void client.ask("chercher", search, { signal: controller.signal });
    controller.abort();
    worker().events.crash("mémoire");
    expect(workers).toHaveLength(1);
  });

  it("cancels what is waiting when closed", async () => {
    const { client, worker } = setUp();
    const asked = client.ask("chercher", search);
    client.close();
    await expect(asked).resolves.toMatchObject({ cause: "annulee" });
    expect(worker().terminated).toBe(true);
  });
});
