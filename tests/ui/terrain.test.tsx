import { configure, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { SuiviPlan } from "../../src/domain/suivi-plan";
import { lireAteliers } from "../../src/io/terrain/ateliers";
import { lireDocuments } from "../../src/io/terrain/documents";
import { lirePlan } from "../../src/io/terrain/plan";
import { INITIAL } from "../../src/store/create-store";
import { Terrain } from "../../src/ui/terrain/Terrain";
import { dessiner, type Faux } from "./faux";

// Tabs come with their first opening: reading them takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

function ouvrir(suivi: SuiviPlan = {}): Faux {
  const faux = dessiner(<Terrain />, { ...INITIAL, session: { ...INITIAL.session, espace: "terrain", suivi } }, (commands) => {
    commands.ateliers.mockImplementation(() => Promise.resolve(lireAteliers()));
    commands.documents.mockImplementation(() => Promise.resolve(lireDocuments()));
    commands.plan.mockImplementation(() => Promise.resolve(lirePlan()));
  });
  // The open tab is the session's: the link names it.
  faux.commands.ouvrirOnglet.mockImplementation((onglet) => faux.store.setState(({ session }) => ({ session: { ...session, onglet } })));
  return faux;
}
const plain = (text: string | null | undefined): string => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
const compte = (): string => plain(screen.getByRole("status").textContent);

describe("the workshops", () => {
  beforeEach(() => {
    ouvrir();
  });
  it("are all there at first", async () => {
    await screen.findByRole("heading", { name: /47 ateliers/ });
    expect(compte()).toBe("47 ateliers, 475 passages");
  });
  it("are found by theme and département, with the passages that answer alone", async () => {
    await userEvent.selectOptions(await screen.findByLabelText("Thème"), "maitres-de-stage");
    await userEvent.selectOptions(screen.getByLabelText("Département"), "87");
    expect(compte()).toBe("3 ateliers, 6 passages");
    const themes = screen.getAllByRole("listitem").flatMap((item) => [...item.querySelectorAll("[data-nature] + span small")].map(({ textContent }) => textContent));
    expect(themes.every((words) => words?.includes("Maîtres de stage"))).toBe(true);
  });
  it("are found by place whatever the accents, all their passages with them", async () => {
    await userEvent.type(await screen.findByLabelText("Chercher un lieu ou un mot"), "saint junien");
    expect(screen.getAllByRole("article").map((article) => article.getAttribute("aria-label"))).toEqual(["Atelier de Saint-Junien (87)"]);
  });
  it("say when none answers", async () => {
    await userEvent.type(await screen.findByLabelText("Chercher un lieu ou un mot"), "zzz");
    expect(screen.getByText(/Aucun atelier ne répond/)).toBeTruthy();
  });
});

describe("a workshop on the map", () => {
  it("opens its layer, its sheet and its surroundings", async () => {
    const { commands } = ouvrir();
    await userEvent.type(await screen.findByLabelText("Chercher un lieu ou un mot"), "bessines");
    await userEvent.click(screen.getByRole("button", { name: "Voir sur la carte" }));
    expect(commands.ouvrirEspace).toHaveBeenCalledWith("explorer");
    expect(commands.choisirTrouvaille.mock.calls[0]?.[0]).toMatchObject({ genre: "etablissement", code: "87-43", couche: "ateliers" });
  });
});

describe("the tabs", () => {
  it("follow the arrows, and one alone takes Tab", async () => {
    ouvrir();
    const premier = await screen.findByRole("tab", { name: "Ateliers" });
    premier.focus();
    await userEvent.keyboard("{ArrowRight}");
    expect([document.activeElement?.textContent, screen.getByRole("tab", { selected: true }).textContent]).toEqual(["Plan d’attractivité", "Plan d’attractivité"]);
    await userEvent.keyboard("{End}");
    expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Méthode et leviers");
    expect(screen.getAllByRole("tab").map((tab) => tab.tabIndex)).toEqual([-1, -1, -1, 0]);
  });
});

async function plan(suivi?: SuiviPlan): Promise<Faux> {
  const faux = ouvrir(suivi);
  await userEvent.click(await screen.findByRole("tab", { name: "Plan d’attractivité" }));
  await screen.findByRole("region", { name: "en cours" });
  return faux;
}
const dans = (etat: string): readonly string[] => within(screen.getByRole("region", { name: etat })).queryAllByRole("article").map((article) => article.getAttribute("aria-label") ?? "");

describe("the plan as a board", () => {
  it("guesses no state", async () => {
    await plan();
    expect([dans("non repris de la source").length, dans("à démarrer").length, dans("en cours").length, dans("mise en œuvre").length]).toEqual([34, 0, 0, 0]);
  });
  it("puts an action under the last state noted, with its history", async () => {
    await plan({ "action-01": [{ le: 1, etat: "à démarrer", date: null, commentaire: "" }, { le: 2, etat: "en cours", date: "2026-03-04", commentaire: "Guide prêt" }] });
    expect([dans("en cours").length, dans("à démarrer").length]).toEqual([1, 0]);
    const article = within(screen.getByRole("region", { name: "en cours" })).getByRole("article");
    expect([article.querySelectorAll("ol > li").length, plain(article.textContent).includes("en cours au 4 mars 2026 : Guide prêt")]).toEqual([2, true]);
  });
  it("notes what the form says", async () => {
    const { commands } = await plan();
    const [article] = within(screen.getByRole("region", { name: "non repris de la source" })).getAllByRole("article");
    const form = within(article ?? document.body);
    await userEvent.click(form.getByText("Noter l’état"));
    await userEvent.selectOptions(form.getByLabelText("État"), "mise en œuvre");
    await userEvent.type(form.getByLabelText("Commentaire"), "Fait");
    await userEvent.click(form.getByRole("button", { name: "Enregistrer" }));
    expect(commands.noterAction).toHaveBeenCalledWith("action-01", "mise en œuvre", null, "Fait");
  });
  it("keeps an axis and a pilot", async () => {
    await plan();
    await userEvent.selectOptions(screen.getByLabelText("Axe"), "axe-1");
    await userEvent.selectOptions(screen.getByLabelText("Pilote"), "ADM");
    expect(compte()).toBe("2 actions");
  });
});

describe("the plan in time", () => {
  it("says each period in words beside its drawing", async () => {
    await plan();
    await userEvent.selectOptions(screen.getByLabelText("Présentation"), "frise");
    const row = screen.getByRole("rowheader", { name: /Tenir à jour et diffuser un guide/ }).closest("tr");
    expect([plain(row?.textContent).includes("de septembre 2023 à juillet 2024"), row?.querySelector("rect")?.getAttribute("width")]).toEqual([true, "11"]);
    expect(screen.getAllByRole("rowheader").filter((head) => head.getAttribute("scope") === "row").length).toBe(34);
  });
});

describe("the Pacte", () => {
  it("gives each département its counts, its lines, and a bar to the greatest", async () => {
    ouvrir();
    await userEvent.click(await screen.findByRole("tab", { name: "Pacte territoire-santé" }));
    const row = (await screen.findByRole("rowheader", { name: "Haute-Vienne" })).closest("tr");
    expect([...(row?.querySelectorAll("td") ?? [])].slice(0, 2).map(({ textContent }) => plain(textContent))).toEqual(["5 l. 961-964", "8 l. 957-959"]);
    expect(row?.querySelectorAll("rect")[1]?.getAttribute("width")).toBe(String((100 * 5) / 15));
  });
  it("says « non indiqué » where an edition gives no count", async () => {
    ouvrir();
    await userEvent.click(await screen.findByRole("tab", { name: "Pacte territoire-santé" }));
    await userEvent.selectOptions(await screen.findByLabelText("Chiffre montré"), "mcs");
    expect(plain(screen.getByRole("rowheader", { name: "Normandie" }).nextElementSibling?.textContent)).toBe("non indiqué l. 1299-1306");
  });
});

describe("the study", () => {
  it("gives its method and its levers", async () => {
    ouvrir();
    await userEvent.click(await screen.findByRole("tab", { name: "Méthode et leviers" }));
    expect(await screen.findByText(/Pays des Combrailles/)).toBeTruthy();
    expect(screen.getByText(/patients traceurs/)).toBeTruthy();
  });
});
