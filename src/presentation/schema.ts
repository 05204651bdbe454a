import * as v from "valibot";
import { NIVEAUX_TOUS } from "../domain/perimetre";
import { COUCHES } from "../domain/couche";
import type { SujetFiche } from "../domain/fiche";
import type { Capture, EcranPage, Page } from "./page";
import { GENRES_PAGE } from "./page";

const finite = v.pipe(v.number(), v.finite());
const text = v.string();
const hex = v.pipe(v.string(), v.regex(/^#[0-9a-f]{3,8}$/i));

const qualite = v.picklist(["officiel", "derive", "illustratif"]);
const provenance = v.object({ resource: text, title: text, publisher: text, licence: text, vintage: text, quality: qualite, note: v.optional(text) });

const echantillon = v.object({
  forme: v.picklist(["aplat", "motif", "cercle", "symbole", "trait"]),
  couleur: hex,
  opacite: finite,
  motif: v.picklist(["plein", "hachures", "points", "croix", "horizontales", "vide"]),
  rayon: finite,
  symbole: v.nullable(text),
});
const legende = v.object({
  titre: text,
  unite: text,
  qualite: v.nullable(qualite),
  compte: text,
  habitants: text,
  lignes: v.array(v.object({ echantillon, libelle: text, compte: v.nullable(finite), habitants: v.nullable(finite) })),
  notes: v.array(text),
});

/** What a drawing of ours never holds: a file from elsewhere must not bring a script, a style or an address into the page. */
const ETRANGER = /<\s*(script|style|foreignObject|image|iframe|animate|set|a)[\s/>]|\son\w+\s*=|javascript:|href\s*=\s*["'](?!#)|<!|<\?/i;
const dessin = v.object({
  svg: v.pipe(v.string(), v.regex(/^<svg[\s>]/), v.check((svg) => !ETRANGER.test(svg))),
  largeur: v.pipe(finite, v.minValue(1)),
  hauteur: v.pipe(finite, v.minValue(1)),
});

const cote = v.object({ titre: text, dessin });

const cellule = v.nullable(v.union([text, finite, v.boolean()]));
const tableau = v.object({
  entetes: v.array(v.object({ libelle: text, nombre: v.boolean(), decimales: v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(12))), part: v.boolean(), vide: v.nullable(text) })),
  lignes: v.array(v.array(cellule)),
});
const graphique = v.object({ titre: text, unite: text, decimales: v.pipe(finite, v.minValue(0), v.maxValue(12)), barres: v.array(v.object({ libelle: text, valeur: finite, couleur: hex })) });
const repere = v.object({ nom: text, valeur: v.nullable(text) });
const ligneFiche = v.object({ libelle: text, valeur: v.nullable(text), reperes: v.optional(v.array(repere)), note: v.optional(text) });
const fiche = v.object({ titre: text, sousTitre: text, groupes: v.array(v.object({ titre: text, lignes: v.array(ligneFiche) })), sources: v.array(provenance) });

const capture = v.object({
  date: finite,
  cle: text,
  listes: v.array(text),
  territoire: v.object({ genre: v.picklist(["region", "departement", "epci", "commune"]), code: text, nom: text }),
  titre: text,
  phrase: text,
  dessin,
  legendes: v.array(legende),
  // Files of before it was kept have none.
  paire: v.optional(v.nullable(v.object({ cotes: v.tuple([cote, cote]), legendes: v.array(legende) })), null),
  tableau,
  graphique: v.nullable(graphique),
  chiffres: v.array(v.object({ valeur: text, libelle: text })),
  fiche: v.nullable(fiche),
  sources: v.array(provenance),
  illustratif: v.boolean(),
  estimation: v.boolean(),
  lien: v.pipe(text, v.regex(/^#/)),
});

const degree = v.pipe(finite, v.minValue(-180), v.maxValue(180));
const sujet: v.GenericSchema<unknown, SujetFiche> = v.union([
  v.object({ genre: v.literal("territoire"), niveau: v.picklist(NIVEAUX_TOUS), code: text }),
  v.object({ genre: v.literal("etablissement"), couche: v.picklist(COUCHES), id: text }),
]);
/** The document is read apart, by its own schema and its own migrations. */
export const ecranSchema = v.object({
  document: v.unknown(),
  vue: v.nullable(text),
  // Files of before it was chosen have none.
  avant: v.optional(v.nullable(text), null),
  camera: v.nullable(v.object({ lon: degree, lat: degree, zoom: finite })),
  cadre: v.nullable(v.tuple([degree, degree, degree, degree])),
  sujet: v.nullable(sujet),
}) satisfies v.GenericSchema<unknown, Omit<EcranPage, "document"> & { document: unknown }>;

/** One page, its screen left as it was written. */
export const pageSchema = v.object({
  id: v.pipe(text, v.regex(/^p\d+$/)),
  genre: v.picklist(GENRES_PAGE),
  titre: text,
  texte: text,
  notes: text,
  ecran: v.nullable(v.unknown()),
  capture: v.nullable(capture as unknown as v.GenericSchema<unknown, Capture>),
}) satisfies v.GenericSchema<unknown, Omit<Page, "ecran"> & { ecran: unknown }>;

export const presentationSchema = v.object({ format: v.literal("maillage-presentation"), version: v.number(), titre: text, pages: v.array(v.unknown()) });
