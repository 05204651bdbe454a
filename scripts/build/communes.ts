import { CODE_REGION, NOMS_DEPARTEMENT } from "../../src/domain/perimetre";
import type { Commune } from "./communes-source";
import { readCommunes } from "./communes-source";
import { LICENCE_OUVERTE } from "./licences";
import type { Built, Step } from "./step";
import { csvResource, entier, nombre, texteRequis } from "./table-csv";

const COG = { title: "Code officiel géographique et EPCI 2026 (INSEE, Etalab)", path: "https://www.data.gouv.fr/" };
const POPULATION = { title: "Populations légales municipales 2023 (INSEE)", path: "https://www.insee.fr/" };
const ZONAGES = { title: "Zonages d'étude, COG 2025 (INSEE)", path: "https://www.insee.fr/" };

interface Territoire {
  readonly niveau: string;
  readonly code: string;
  readonly nom: string;
  readonly communes: readonly Commune[];
}

/** Communes grouped by one level, in code order. A canton code is repeated from one département to another in no case: it holds the département. */
function territoiresOf(
  niveau: string,
  communes: readonly Commune[],
  code: (commune: Commune) => string,
  nom: (commune: Commune) => string,
): readonly Territoire[] {
  const groups = new Map<string, Commune[]>();
  for (const commune of communes) {
    const key = code(commune);
    groups.set(key, [...(groups.get(key) ?? []), commune]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => ({ niveau, code: key, nom: members[0] === undefined ? key : nom(members[0]), communes: members }));
}

function allTerritoires(communes: readonly Commune[]): readonly Territoire[] {
  return [
    ...territoiresOf("epci", communes, (c) => c.epci, (c) => c.epciNom),
    ...territoiresOf("bassin-de-vie", communes, (c) => c.bassinDeVie, (c) => c.bassinDeVieNom),
    ...territoiresOf("canton", communes, (c) => c.canton, (c) => c.cantonNom),
    ...territoiresOf("departement", communes, (c) => c.dep, (c) => NOMS_DEPARTEMENT[c.dep] ?? c.dep),
    { niveau: "region", code: CODE_REGION, nom: "Nouvelle-Aquitaine", communes },
  ];
}

function communesTable(communes: readonly Commune[]): Built {
  return csvResource<Commune>(
    {
      name: "communes",
      title: "Communes de Nouvelle-Aquitaine",
      description:
        "Les 4 293 communes au 1er janvier 2026, leurs territoires d'appartenance, leur population municipale 2023, leurs codes postaux et leur chef-lieu.",
      licenses: [LICENCE_OUVERTE],
      sources: [COG, POPULATION, ZONAGES, { title: "Chefs-lieux Admin Express (IGN)", path: "https://geoservices.ign.fr/adminexpress" }],
      publisher: "INSEE, IGN, Etalab",
      vintage: "COG 2026, population 2023",
      quality: "officiel",
      note: "La surface est celle du contour généralisé : en Gironde et en Charente-Maritime elle comprend de l'estuaire et de la mer, et ne convient pas à une densité au km².",
    },
    [
      texteRequis("code", "Code INSEE", (c) => c.code),
      texteRequis("nom", "Commune", (c) => c.nom),
      texteRequis("dep", "Département", (c) => c.dep),
      texteRequis("arr", "Arrondissement", (c) => c.arr),
      texteRequis("epci", "EPCI", (c) => c.epci, "SIREN à neuf chiffres"),
      texteRequis("canton", "Canton-ville", (c) => c.canton),
      texteRequis("bassin_de_vie", "Bassin de vie 2022", (c) => c.bassinDeVie, "Bassin de vie de l'INSEE : ce n'est pas un territoire de vie-santé"),
      texteRequis("region", "Région", () => CODE_REGION),
      entier("population", "Population municipale 2023", (c) => c.population, { unit: "habitants", constraints: { required: true } }),
      texteRequis("cp", "Codes postaux", (c) => c.cp, "séparés par |"),
      nombre("lon", "Longitude du chef-lieu", 5, (c) => c.lon, { unit: "degres", constraints: { required: true } }),
      nombre("lat", "Latitude du chef-lieu", 5, (c) => c.lat, { unit: "degres", constraints: { required: true } }),
      nombre("surface_km2", "Surface du contour", 2, (c) => c.surfaceKm2, { unit: "km2", description: "calculée sur le contour généralisé", constraints: { required: true } }),
    ],
    communes,
    { primaryKey: ["code"] },
  );
}

function territoiresTable(communes: readonly Commune[]): Built {
  const deps = (t: Territoire): string => [...new Set(t.communes.map((c) => c.dep))].toSorted().join("|");
  return csvResource<Territoire>(
    {
      name: "territoires",
      title: "EPCI, bassins de vie, cantons, départements et région",
      description: "Les territoires au-dessus de la commune, avec la population municipale 2023 et le nombre de leurs communes situées dans la région.",
      licenses: [LICENCE_OUVERTE],
      sources: [COG, POPULATION, ZONAGES],
      publisher: "INSEE, Etalab",
      vintage: "COG 2026, population 2023",
      quality: "officiel",
      note: "Un EPCI ou un bassin de vie à cheval sur la limite régionale ne compte ici que ses communes de Nouvelle-Aquitaine. Un bassin de vie n'est pas un territoire de vie-santé.",
    },
    [
      texteRequis("niveau", "Niveau", (t) => t.niveau),
      texteRequis("code", "Code", (t) => t.code),
      texteRequis("nom", "Nom", (t) => t.nom),
      entier("population", "Population municipale 2023", (t) => t.communes.reduce((n, c) => n + c.population, 0), { unit: "habitants" }),
      entier("communes", "Communes", (t) => t.communes.length, { unit: "nombre" }),
      texteRequis("deps", "Départements", deps, "séparés par |"),
    ],
    allTerritoires(communes),
    { primaryKey: ["niveau", "code"] },
  );
}

export const communesStep: Step = {
  resources: ["communes", "territoires"],
  build(source) {
    const communes = readCommunes(source);
    return [communesTable(communes), territoiresTable(communes)];
  },
};
