import { describe, expect, it, vi } from "vitest";
import { DESCRIPTIONS } from "../../src/analyses/descriptions";
import type { Trouvaille } from "../../src/domain/chargement";
import { issue } from "../../src/domain/issue";
import type { TrouvailleBrute } from "../../src/workers/protocol";
import { open, settled } from "./world";

const LIMOGES = { genre: "territoire", niveau: "commune", code: "87085" } as const;

const hit = (change: Partial<Trouvaille>): Trouvaille => ({ genre: "commune", code: "87085", nom: "Limoges", detail: "commune, Haute-Vienne", lon: 1.26, lat: 45.83, couche: null, ...change });

describe("a selection", () => {
  it("is there at once, its sheet a moment later", async () => {
    const { started, commands, state } = open();
    await started();
    commands.select(LIMOGES);
    expect(state().session).toMatchObject({ sujet: LIMOGES, fiche: null });
    await vi.waitFor(() => expect(state().session.fiche).toMatchObject({ titre: "Limoges", sousTitre: "Commune · Haute-Vienne" }));
  });

  it("of nothing closes the sheet", async () => {
    const { started, commands, state } = open();
    await started();
    commands.select(LIMOGES);
    await settled();
    commands.select(null);
    expect(state().session).toMatchObject({ sujet: null, fiche: null });
  });

  it("made before the sheet of another came shows its own sheet only", async () => {
    const { started, commands, state, asks } = open({ held: ["fiche"] });
    await started();
    commands.select(LIMOGES);
    const other = { genre: "territoire", niveau: "commune", code: "87011" } as const;
    commands.select(other);
    const [first, second] = asks("fiche");
    second?.reply({ ok: true, value: { sujet: other, nom: "Bellac", dans: [], faits: [], sources: [] } });
    first?.reply({ ok: true, value: { sujet: LIMOGES, nom: "Limoges", dans: [], faits: [], sources: [] } });
    await vi.waitFor(() => expect(state().session.fiche?.titre).toBe("Bellac"));
    await settled();
    expect(state().session.fiche?.titre).toBe("Bellac");
  });

  it("whose sheet is refused is dropped and said", async () => {
    const { started, commands, state, texts } = open({ replies: { fiche: () => ({ ok: false, cause: "refus", issues: [issue("territoire-inconnu", "erreur", { code: "99999", proches: "" })] }) } });
    await started();
    commands.select({ ...LIMOGES, code: "99999" });
    await settled();
    expect(state().session.sujet).toBeNull();
    expect(texts().join(" ")).toContain("99999");
  });
});

describe("search", () => {
  it("words its hits", async () => {
    const raw: TrouvailleBrute[] = [
      { genre: "commune", code: "87085", nom: "Limoges", nature: null, situation: "Haute-Vienne", lon: 1, lat: 45, couche: null },
      { genre: "etablissement", code: "870", nom: "MSP de Bellac", nature: "msp", situation: "Bellac", lon: 1, lat: 46, couche: "msp" },
      { genre: "departement", code: "87", nom: "Haute-Vienne", nature: null, situation: null, lon: 1, lat: 45, couche: null },
    ];
    const { started, commands } = open({ replies: { chercher: () => ({ ok: true, value: raw }) } });
    await started();
    expect((await commands.chercher("l")).map(({ detail }) => detail)).toEqual(["Commune, Haute-Vienne", "Maison de santé (MSP), Bellac", "Département"]);
  });

  it("gives nothing and says why when it fails", async () => {
    const { started, commands, texts } = open({ replies: { chercher: () => ({ ok: false, cause: "panne", message: "essai" }) } });
    await started();
    await expect(commands.chercher("l")).resolves.toEqual([]);
    expect(texts().join(" ")).toContain("essai");
  });

  it("cancels the one before", async () => {
    const { started, commands, asks } = open({ held: ["chercher"] });
    await started();
    const first = commands.chercher("l");
    void commands.chercher("li");
    await expect(first).resolves.toEqual([]);
    expect(asks("chercher")[0]?.options.signal?.aborted).toBe(true);
  });
});

describe("a hit that is chosen", () => {
  it("inside the territory opens its sheet and moves the map", async () => {
    const { started, commands, state, document } = open();
    await started();
    commands.choisirTrouvaille(hit({}));
    expect(state().session).toMatchObject({ sujet: LIMOGES, cible: { ordre: { kind: "point", lon: 1.26, lat: 45.83 } } });
    expect(document().territoire).toBe("87");
  });

  it("of another département goes there and stays on the commune", async () => {
    const { started, commands, state, document } = open();
    await started();
    commands.choisirTrouvaille(hit({ code: "33063", nom: "Bordeaux", lon: -0.58, lat: 44.84 }));
    await settled();
    expect(document().territoire).toBe("33");
    expect(state().session.cible?.ordre).toMatchObject({ kind: "point", lon: -0.58 });
  });

  it("that is an EPCI becomes the territory, framed, with its sheet", async () => {
    const { started, commands, state, document } = open();
    await started();
    commands.choisirTrouvaille(hit({ genre: "epci", code: "200066512", nom: "ELAN" }));
    await settled();
    expect(document().territoire).toBe("200066512");
    expect(state().session).toMatchObject({ sujet: { niveau: "epci", code: "200066512" }, cible: { ordre: { kind: "bbox" } } });
  });

  it("that is the territory on screen frames it again", async () => {
    const { started, commands, state } = open();
    await started();
    commands.choisirTrouvaille(hit({ genre: "departement", code: "87", nom: "Haute-Vienne" }));
    expect(state().session.cible).toEqual({ numero: 2, ordre: { kind: "bbox", bbox: [0, 45, 2, 46] } });
  });

  it("that is an établissement shows its layer and its sheet", async () => {
    const { started, commands, state, document } = open();
    await started();
    commands.choisirTrouvaille(hit({ genre: "etablissement", code: "870001", nom: "Pharmacie", couche: "pharmacie" }));
    expect(document().couches).toContain("pharmacie");
    expect(state().session.sujet).toEqual({ genre: "etablissement", couche: "pharmacie", id: "870001" });
  });

  it("that is an établissement far away changes the territory for its département", async () => {
    const { started, commands, document } = open();
    await started();
    commands.choisirTrouvaille(hit({ genre: "etablissement", code: "330001", nom: "Pharmacie", couche: "pharmacie", lon: -0.58, lat: 44.84 }));
    expect(document().territoire).toBe("33");
  });

  it("that is a place only moves the map", async () => {
    const { started, commands, state } = open();
    await started();
    commands.choisirTrouvaille(hit({ genre: "lieu", code: "87085", nom: "Le Moulin" }));
    expect(state().session.sujet).toBeNull();
    expect(state().session.cible?.ordre).toMatchObject({ kind: "point", zoom: 13 });
  });
});

describe("the rest of the session", () => {
  it("is written by its commands and never enters the history", async () => {
    const { started, commands, state } = open();
    await started();
    commands.hover("87085");
    commands.hoverClasse(2);
    commands.choisirVue("minutes");
    commands.filtrer("lim");
    commands.basculer("tiroir");
    commands.basculer("panneau", true);
    commands.ouvrirEspace("methode");
    commands.cameraBougee({ lon: 1, lat: 45, zoom: 9 });
    commands.webgl("perdu");
    expect(state().session).toMatchObject({
      survol: "87085", classeSurvolee: 2, vue: "minutes", filtre: "lim", tiroirOuvert: true, panneauOuvert: true, espace: "methode", camera: { lon: 1, lat: 45, zoom: 9 }, webgl: "perdu",
    });
    expect(state().document.passe).toEqual([]);
  });

  it("forgets the class chosen in a legend when the analysis changes", async () => {
    const { started, commands, state } = open();
    await started();
    commands.choisirClasse({ vue: "minutes", classe: 1 });
    commands.changeNiveau("epci");
    expect(state().session.classeChoisie).toEqual({ vue: "minutes", classe: 1 });
    commands.changeAnalyse("densite");
    expect(state().session.classeChoisie).toBeNull();
  });

  it("numbers the orders given to the map, so that the same one can be given twice", async () => {
    const { started, commands, state } = open();
    await started();
    const ordre = { kind: "point", lon: 1, lat: 45, zoom: 9 } as const;
    commands.commanderCamera(ordre);
    const first = state().session.cible?.numero ?? 0;
    commands.commanderCamera(ordre);
    expect(state().session.cible?.numero).toBe(first + 1);
  });

  it("does not change for a hover on the same territory", async () => {
    const { started, commands, state } = open();
    await started();
    commands.hover("87085");
    const before = state();
    commands.hover("87085");
    expect(state()).toBe(before);
  });

  it("reads the inventory of the package", async () => {
    const { started, commands } = open();
    await started();
    await expect(commands.inventaire()).resolves.toEqual([]);
  });
});

describe("notices", () => {
  it("say the same words once, the oldest leave first, each can be closed", async () => {
    const { started, commands, state, texts } = open();
    await started();
    for (const texte of ["a", "b", "a"]) commands.noter("info", texte);
    expect(texts()).toEqual(["b", "a"]);
    for (const texte of ["c", "d", "e", "f", "g"]) commands.noter("info", texte);
    expect(texts()).toEqual(["a", "c", "d", "e", "f", "g"]);
    commands.fermerNotice(state().notices[0]?.id ?? -1);
    expect(texts()[0]).toBe("c");
    expect(new Set(state().notices.map(({ id }) => id)).size).toBe(5);
  });
});

describe("spaces of the map", () => {
  it("open on the first of their analyses, and keep the one that is already theirs", async () => {
    const { started, commands, state, document } = open();
    await started();
    commands.ouvrirEspace("fragilites");
    const [first] = DESCRIPTIONS.filter(({ espace }) => espace === "fragilites");
    expect([state().session.espace, document().analyse]).toEqual(["fragilites", first?.id]);
    commands.changeAnalyse("recrutement");
    commands.ouvrirEspace("methode");
    commands.ouvrirEspace("fragilites");
    expect([state().session.espace, document().analyse]).toEqual(["fragilites", "recrutement"]);
  });
  it("follow the analysis, by hand and by undo; pages do not", async () => {
    const { started, commands, state } = open();
    await started();
    commands.changeAnalyse("recrutement");
    expect(state().session.espace).toBe("fragilites");
    commands.undo();
    expect(state().session.espace).toBe("explorer");
    commands.ouvrirEspace("donnees");
    commands.redo();
    expect(state().session.espace).toBe("donnees");
  });
});
