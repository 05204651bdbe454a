// The three other documents: two editions of the Pacte territoire-santé, and a study that lends its method.
import * as v from "valibot";
import etude from "../../../seeds/etude-pyrenees-mediterranee.json";
import france from "../../../seeds/pacte-territoire-sante-france.json";
import region from "../../../seeds/pacte-territoire-sante-na.json";
import type { Documents } from "../../domain/documents-terrain";
import { compte, departement, document, entier, fait, indicateur, lignes, mots, texte } from "./champs";

const cite = v.strictObject({ valeur: entier, lignes, mots });

export const pacteRegionSchema = v.strictObject({
  document,
  indicateurs: v.array(indicateur),
  departements: v.array(
    v.strictObject({ code: departement, lignes, mots, ptmg: cite, msp: cite, focus: v.strictObject({ titre: texte, faits: v.pipe(v.array(fait), v.minLength(1)) }), note: v.exactOptional(texte) }),
  ),
  faits: v.array(fait),
});

export const pacteFranceSchema = v.strictObject({
  document,
  indicateurs: v.array(indicateur),
  regions: v.array(
    v.strictObject({ code: texte, nom: texte, cesp: compte, cesp_installes: compte, cesp_a_venir: compte, ptmg: compte, mcs: compte, msp: compte, lignes, lignes_titre: lignes, mots, note: v.exactOptional(texte) }),
  ),
  faits: v.array(fait),
});

const nombre = v.nullable(v.number());
export const etudeSchema = v.strictObject({
  document,
  methode: v.array(fait),
  constats: v.array(fait),
  indicateurs: v.array(indicateur),
  leviers: v.array(
    v.strictObject({ id: texte, intitule: texte, exemple: v.nullable(texte), habitants: compte, generalistes_10000: nombre, densite_km2: nombre, lignes, faits: v.array(fait), note: v.exactOptional(texte) }),
  ),
  preconisations: v.array(v.strictObject({ id: texte, intitule: texte, lignes, faits: v.array(fait) })),
});

/** The three documents. Throws when a file of the project is not what it must be. */
export function lireDocuments(): Documents {
  return { region: v.parse(pacteRegionSchema, region), france: v.parse(pacteFranceSchema, france), etude: v.parse(etudeSchema, etude) };
}
