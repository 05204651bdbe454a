import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Fiche } from "../../src/domain/fiche";
import type { LieuProfil } from "../../src/domain/profil";
import type { Table } from "../../src/domain/table";
import { lireAteliers } from "../../src/io/terrain/ateliers";
import { lirePlan } from "../../src/io/terrain/plan";
import { INITIAL } from "../../src/store/create-store";
import type { State } from "../../src/store/state";
import { FichePanneau } from "../../src/ui/sheet/FichePanneau";
import { dessiner, type Faux } from "./faux";

const FICHE: Fiche = { titre: "Bellac", sousTitre: "Commune", groupes: [], sources: [] };
const texte = (name: string, ...values: readonly string[]) => ({ type: "texte", name, label: name, values }) as const;
const COMMUNES: Table = {
  id: "communes", length: 3,
  columns: [texte("code", "87011", "87040", "87085"), texte("nom", "Bellac", "Châteauneuf-la-Forêt", "Limoges"), texte("epci", "200071942", "248719338", "248719312"), texte("arr", "872", "872", "872"), texte("dep", "87", "87", "87")],
};
const LIEUX: readonly LieuProfil[] = ["Bellac", "Haute-Vienne"].map((nom, i) => ({
  niveau: i === 0 ? "commune" : "departement", code: nom, nom, score: 49.2 - i, estimation: false, sources: [],
  composantes: [{ id: "apl", label: "APL officielle", unit: "consultations", digits: 2, valeur: 3.74, note: 17.3 }, { id: "revenu", label: "Revenu médian", unit: "euros", digits: 0, valeur: null, note: null }],
}));

function ouvrir(code: string): Faux {
  const session: State["session"] = { ...INITIAL.session, sujet: { genre: "territoire", niveau: "commune", code }, fiche: FICHE };
  const territoire = { communes: COMMUNES } as unknown as State["datasets"]["territoire"];
  return dessiner(<FichePanneau />, { ...INITIAL, session, datasets: { ...INITIAL.datasets, territoire } }, (commands) => {
    commands.ateliers.mockImplementation(() => Promise.resolve(lireAteliers()));
    commands.plan.mockImplementation(() => Promise.resolve(lirePlan()));
    commands.profil.mockImplementation((_, rang: number) => Promise.resolve(LIEUX[rang] ?? null));
  });
}

const plain = (text: string | null | undefined): string => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");

describe("the workshops in the sheet of a place", () => {
  it("are read when the section is opened, not before", async () => {
    const { commands } = ouvrir("87011");
    expect(commands.ateliers).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText("Ce qu’en ont dit les ateliers"));
    expect(await screen.findByRole("heading", { name: "Atelier de Bessines-sur-Gartempe (87)" })).toBeTruthy();
  });
  it("give each figure with its line, and what was asked", async () => {
    ouvrir("87011");
    await userEvent.click(screen.getByText("Ce qu’en ont dit les ateliers"));
    const article = (await screen.findByRole("heading", { name: /Bessines/ })).closest("article");
    expect(plain(article?.textContent)).toContain("Sans médecin traitant5,6 %l. 12226");
    expect(plain(article?.textContent)).toContain("Maisons de santé4l. 12230");
    expect(plain(article?.querySelector("li")?.textContent)).toMatch(/l\. \d+/);
  });
  it("attribute nothing to a workshop without report", async () => {
    ouvrir("87040");
    await userEvent.click(screen.getByText("Ce qu’en ont dit les ateliers"));
    const article = (await screen.findByRole("heading", { name: /Châteauneuf/ })).closest("article");
    expect([article?.querySelectorAll("dl, li").length, plain(article?.textContent).includes("rien ne lui est attribué")]).toEqual([0, true]);
  });
});

describe("the fragility profile in the sheet of a place", () => {
  it("asks for the place, then for its wider places until there is none", async () => {
    const { commands } = ouvrir("87011");
    expect(commands.profil).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText("Profil de fragilité"));
    await waitFor(() => expect(commands.profil.mock.calls.map(([, rang]) => rang as number)).toEqual([0, 1, 2]));
    const [head] = within(await screen.findByRole("table")).getAllByRole("row");
    expect([...(head?.children ?? [])].map(({ textContent }) => textContent)).toEqual(["Composante", "Bellac", "Haute-Vienne"]);
  });
  it("writes the value, draws its note, and says « pas de donnée » without a bar", async () => {
    ouvrir("87011");
    await userEvent.click(screen.getByText("Profil de fragilité"));
    const row = async (name: RegExp): Promise<Element> => (await screen.findByRole("rowheader", { name })).closest("tr") ?? document.body;
    const apl = await row(/APL/);
    expect(plain(apl.children[1]?.textContent)).toBe("3,74");
    expect(apl.querySelector("svg")?.getAttribute("aria-label")).toBe("Note 17");
    const revenu = await row(/Revenu/);
    expect([revenu.children[1]?.textContent, revenu.querySelector("svg")]).toEqual(["pas de donnée", null]);
  });
});

describe("the plan in the sheet of a place", () => {
  it("lists the actions that name its intercommunalité", async () => {
    ouvrir("87011");
    await userEvent.click(screen.getByText("Le plan d’attractivité y agit"));
    expect((await screen.findAllByRole("listitem")).map(({ textContent }) => plain(textContent).slice(0, 41))).toEqual(["Essayer une maison des étudiants en santé"]);
  });
  it("is not offered outside of Haute-Vienne", () => {
    const territoire = { communes: { ...COMMUNES, columns: COMMUNES.columns.map((column) => (column.name === "dep" ? { ...column, values: ["23", "23", "23"] } : column)) } } as unknown as State["datasets"]["territoire"];
    dessiner(<FichePanneau />, { ...INITIAL, session: { ...INITIAL.session, sujet: { genre: "territoire", niveau: "commune", code: "87011" }, fiche: FICHE }, datasets: { ...INITIAL.datasets, territoire } });
    expect([screen.queryByText("Le plan d’attractivité y agit"), screen.getByText("Profil de fragilité").tagName]).toEqual([null, "SUMMARY"]);
  });
});
