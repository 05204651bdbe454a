import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Output } from "../../src/analyses/analysis";
import { findAnalysis } from "../../src/analyses/registry";
import { AUCUN_CHANGEMENT } from "../../src/domain/changements";
import { type Ask, rowsOf, run } from "../analyses/run";

/*
 * Whole results kept as they are, to see any number move. That they are right is checked elsewhere (tests/analyses,
 * against an independent computation). `REGEN=1 npx vitest run tests/golden` writes them again; when the numbers
 * move on the same data, the analysis's version is bumped first, and REGEN refuses otherwise (REGEN=donnees: the data moved).
 */

interface Case extends Ask {
  readonly name: string;
  readonly analyse: string;
}

const CASES: readonly Case[] = [
  { name: "densite-medecin-communes", analyse: "densite" },
  { name: "densite-msp-epci", analyse: "densite", niveau: "epci", params: { offre: "msp" } },
  { name: "densite-medecin-departements", analyse: "densite", territoire: "NA", niveau: "departement" },
  { name: "temps-msp-communes", analyse: "temps-acces" },
  { name: "temps-urgences-epci", analyse: "temps-acces", niveau: "epci", params: { genres: ["urgences"] } },
  { name: "couverture-soins-urgents-bassins", analyse: "couverture", niveau: "bassin-de-vie", params: { genres: ["smur-mcs", "urgences"], seuil: 30 } },
  { name: "isochrones-msp", analyse: "isochrones" },
  { name: "tournee-communes", analyse: "tournee", params: {} },
  { name: "implantation-msp-cellules", analyse: "implantation", params: { p: 3, demande: "cellules" } },
  // Both sites, and the inhabitants covered, were found again by trying all pairs of the 615 cells, from the raw files by the search of `analyses/oracle.ts`.
  { name: "implantation-msp-mailles", analyse: "implantation", params: { p: 2, candidats: "cellules", demande: "cellules" } },
  { name: "couverture-msp-hopital-epci", analyse: "couverture", niveau: "epci", params: { seuil: 15, comparaison: "hopital" } },
  { name: "fragilite-epci", analyse: "fragilite", niveau: "epci" },
  { name: "zonage-communes", analyse: "zonage" },
  { name: "departs-epci", analyse: "departs", niveau: "epci" },
  {
    name: "comparaison-epci",
    analyse: "comparaison",
    niveau: "epci",
    etats: [
      { id: "present", nom: "État présent", ...AUCUN_CHANGEMENT },
      { id: "sc-a", nom: "Ouvrir", ...AUCUN_CHANGEMENT, selection: { ...AUCUN_CHANGEMENT.selection, ajouts: [{ id: "ajout-1", nom: "Ici", genre: "msp", lon: 1.489, lat: 45.837 }] } },
      { id: "sc-b", nom: "Pointe", ...AUCUN_CHANGEMENT, vitesses: { prereglage: "pointe", kmh: {}, fermees: [], zones: [] } },
    ],
  },
  { name: "apl-departements", analyse: "apl", territoire: "NA", niveau: "departement" },
];

interface Golden {
  readonly version: number;
  readonly facts: unknown;
  readonly lignes: readonly unknown[];
}

const tidy = (value: unknown): unknown => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);
const tidyAll = (record: Readonly<Record<string, unknown>>): unknown => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, tidy(value)]));

function goldenOf(output: Output, version: number): Golden {
  return { version, facts: tidyAll(output.facts), lignes: [...rowsOf(output).values()].map(tidyAll) };
}

/** One row a line: a change of one commune is one line of a diff. */
function write({ version, facts, lignes }: Golden): string {
  return `{"version": ${version},\n"facts": ${JSON.stringify(facts)},\n"lignes": [\n${lignes.map((ligne) => JSON.stringify(ligne)).join(",\n")}\n]}\n`;
}

describe("golden results", () => {
  test.each(CASES)("$name", async ({ name, analyse, ...ask }) => {
    const file = new URL(`${name}.json`, import.meta.url);
    const version = (await findAnalysis(analyse)?.open())?.version ?? 0;
    const found = goldenOf(await run(analyse, ask), version);
    const known: Golden | null = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Golden) : null;
    const regen = process.env["REGEN"];
    if (regen === "donnees" || (regen === "1" && known?.version !== version)) writeFileSync(file, write(found));
    else expect(found).toEqual(known);
  });
});
