import { codeActuel } from "../../src/domain/communes-fusionnees";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { sum } from "./communes-fusionnees";
import type { Commune } from "./communes-source";
import { readCommunes } from "./communes-source";
import { geojsonResource } from "./geometry";
import { MIT } from "./licences";
import { cell, numberOrNull, readRows } from "./source";
import type { Source, Step } from "./step";

const SEED = 870_087;
/** Places drawn in Haute-Vienne, then in each other département: a list of the DUMG is thick around Limoges. */
const [SITES, AILLEURS] = [30, 12];
const NIVEAUX = ["Niveau 1", "SASPAS", "Santé de la femme et de l'enfant"] as const;

/** Mulberry32: a seeded sequence of numbers in [0, 1[. The demonstration set never changes from one build to the next. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** GPs of each commune (BPE 2020), where there are some. */
function doctorsByCommune(source: Source): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of readRows(source, "sante/offre-apl-communes-na.csv", ";")) {
    const code = codeActuel(cell(row, "code_insee"));
    const count = sum([numberOrNull(row, "nb_medg_bpe2020"), counts.get(code) ?? null]);
    if (count !== null && count > 0) counts.set(code, count);
  }
  return counts;
}

/** Communes of one département drawn without replacement, each with a chance that grows with its GPs (keys u^(1/w), the largest win). */
function drawCommunes(communes: readonly Commune[], doctors: ReadonlyMap<string, number>, sites: number, random: () => number): readonly Commune[] {
  return communes
    .filter((c) => doctors.has(c.code))
    .map((commune) => ({ commune, key: random() ** (1 / (doctors.get(commune.code) ?? 1)) }))
    .toSorted((a, b) => b.key - a.key)
    .slice(0, sites)
    .map(({ commune }) => commune)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Haute-Vienne first, then the others by code; each has its own sequence, so that one more place here moves nothing there. */
function drawAll(source: Source): readonly { readonly commune: Commune; readonly niveau: string; readonly capacite: number }[] {
  const [communes, doctors] = [readCommunes(source), doctorsByCommune(source)];
  const deps = ["87", ...DEPARTEMENTS_NA.filter((dep) => dep !== "87")];
  return deps.flatMap((dep) => {
    const random = seededRandom(dep === "87" ? SEED : SEED + Number(dep));
    const here = communes.filter((commune) => commune.dep === dep);
    return drawCommunes(here, doctors, dep === "87" ? SITES : AILLEURS, random).map((commune) => ({ commune, niveau: NIVEAUX[Math.floor(random() * NIVEAUX.length)] ?? NIVEAUX[0], capacite: 1 + Math.floor(random() * 3) }));
  });
}

export const stagesStep: Step = {
  resources: ["stages"],
  build(source) {
    const points = drawAll(source).map(({ commune, niveau, capacite }, index) => {
      const number = String(index + 1).padStart(2, "0");
      return {
        lon: commune.lon,
        lat: commune.lat,
        properties: {
          id: `stage-illustratif-${number}`,
          nom: `Terrain de stage illustratif n° ${index + 1} (${commune.nom})`,
          genre: "stage",
          code_commune: commune.code,
          dep: commune.dep,
          ouverture: null,
          adresse: null,
          niveau,
          capacite,
          source: "Jeu de démonstration",
        },
      };
    });
    return [
      geojsonResource(
        {
          name: "stages",
          title: "Terrains de stage (jeu illustratif)",
          description: `${points.length} terrains de stage inventés (${SITES} en Haute-Vienne, ${AILLEURS} dans chaque autre département), tirés au sort parmi les communes qui ont des généralistes, pour montrer ce que fait l'application avant l'import de la liste réelle.`,
          licenses: [MIT],
          sources: [{ title: "Tirage au sort reproductible du projet Maillage" }],
          publisher: "Projet Maillage",
          vintage: "démonstration",
          quality: "illustratif",
          note: "Données inventées : aucun de ces terrains n'existe. À remplacer par l'import de la liste des maîtres de stage.",
        },
        points,
      ),
    ];
  },
};
