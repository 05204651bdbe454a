import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { State } from "../../src/store/state";
import { vuesDe } from "../../src/ui/app/vues";
import { Nom } from "../../src/ui/volet/Nom";
import { dessiner, etatAvecResultat, VUE } from "./faux";

const NOMS = ["État présent", "Saint-Junien", "Bellac"];

function compare(nombre: number): State {
  const avec = etatAvecResultat();
  const courant = avec.results.courant!;
  const views = NOMS.map((court, i) => ({ ...VUE, id: `minutes-${i + 1}`, title: `Minutes en moyenne, ${court}`, court }));
  const autre = { ...VUE, id: "statut-2", title: "Zones gagnées et perdues" };
  const output = { ...courant.output, views: [...views, autre], coteACote: views.slice(0, nombre).map(({ id }) => id) };
  return { ...avec, results: { ...avec.results, courant: { key: "k", output } } };
}

const vueDe = (etat: State, id: string) => vuesDe(etat).find(({ view }) => view.id === id);

test("two states have their name on their side, and no list", () => {
  const etat = compare(2);
  dessiner(<Nom cote="gauche" vue={vueDe(etat, "minutes-1")} />, etat);
  expect([screen.queryByRole("combobox"), screen.getByText("Minutes en moyenne, État présent").tagName]).toEqual([null, "P"]);
});

test("from three states on, each side has a list of them all, that says where it is and puts another one", async () => {
  const etat = compare(3);
  const { commands } = dessiner(<Nom cote="droite" vue={vueDe(etat, "minutes-2")} />, etat);
  const liste = screen.getByRole<HTMLSelectElement>("combobox", { name: /^À droite/ });
  expect([liste.value, Array.from(liste.options, ({ text }) => text)]).toEqual(["minutes-2", NOMS]);
  await userEvent.selectOptions(liste, "Bellac");
  expect(commands.placerEtat).toHaveBeenCalledExactlyOnceWith("droite", "minutes-3");
});

test("another view of the legend is named first in the list, as long as it is shown", () => {
  const etat = compare(3);
  dessiner(<Nom cote="droite" vue={vueDe(etat, "statut-2")} />, etat);
  const liste = screen.getByRole<HTMLSelectElement>("combobox", { name: /^À droite/ });
  expect([liste.value, liste.options[0]?.text, liste.options.length]).toEqual(["statut-2", "Zones gagnées et perdues", 4]);
});
