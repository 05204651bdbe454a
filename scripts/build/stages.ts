import { codeActuel } from "../../src/domain/communes-fusionnees";
import { sum } from "./communes-fusionnees";
import type { Commune } from "./communes-source";
import { readCommunes } from "./communes-source";
import { geojsonResource } from "./geometry";
import { MIT } from "./licences";
import { cell, numberOrNull, readRows } from "./source";
import type { Source, Step } from "./step";

const SEED = 870_087;
const SITES = 30;
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

/** GPs of each commune of Haute-Vienne (BPE 2020), where there are some. */
function doctorsByCommune(source: Source): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of readRows(source, "sante/offre-apl-communes-na.csv", ";")) {
    const code = codeActuel(cell(row, "code_insee"));
    const count = sum([numberOrNull(row, "nb_medg_bpe2020"), counts.get(code) ?? null]);
    if (code.startsWith("87") && count !== null && count > 0) counts.set(code, count);
  }
  return counts;
}

/** Communes drawn without replacement, each with a chance that grows with its GPs (keys u^(1/w), the largest win). */
function drawCommunes(source: Source, random: () => number): readonly Commune[] {
  const doctors = doctorsByCommune(source);
  return readCommunes(source)
    .filter((c) => doctors.has(c.code))
    .map((commune) => ({ commune, key: random() ** (1 / (doctors.get(commune.code) ?? 1)) }))
    .toSorted((a, b) => b.key - a.key)
    .slice(0, SITES)
    .map(({ commune }) => commune)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

export const stagesStep: Step = {
  resources: ["stages"],
  build(source) {
    const random = seededRandom(SEED);
    const points = drawCommunes(source, random).map((commune, index) => {
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
          niveau: NIVEAUX[Math.floor(random() * NIVEAUX.length)] ?? NIVEAUX[0],
          capacite: 1 + Math.floor(random() * 3),
          source: "Jeu de démonstration",
        },
      };
    });
    return [
      geojsonResource(
        {
          name: "stages",
          title: "Terrains de stage (jeu illustratif)",
          description: `${SITES} terrains de stage inventés, tirés au sort parmi les communes de Haute-Vienne qui ont des généralistes, pour montrer ce que fait l'application avant l'import de la liste réelle.`,
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
