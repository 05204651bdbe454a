import { type Issue, issue } from "../../domain/issue";
import type { Territoires } from "../shared/acces";
import { lireVise } from "../shared/rangs";
import type { Faits } from "./candidats";
import type { ImplantationParams } from "./description";
import { communesDuChoix, type Postulants } from "./postulants";

/** Places « 87002_3 » that are imposed or left out and are none; none of them means anything where communes are the candidates. */
function inconnues(lieux: Territoires, { codes, mailles }: Postulants, { candidats, imposees, interdites }: ImplantationParams): readonly Issue[] {
  const rangs = [...new Set([...imposees, ...interdites])].filter((code) => lireVise(code)?.rang != null);
  if (candidats === "communes") return rangs.length === 0 ? [] : [issue("rangs-ignores", "information", { codes: rangs.join(", ") })];
  const territoire = communesDuChoix(lieux);
  return rangs.flatMap((code) => {
    const { commune, rang } = lireVise(code)!;
    const at = territoire.codes.indexOf(commune);
    // A commune of elsewhere is said by itself.
    if (at < 0) return [];
    const nombre = mailles === undefined ? codes.filter((one) => one.startsWith(`${commune}_`)).length : mailles.parCommune[at]!;
    const known = mailles === undefined ? codes.includes(code) : rang! <= nombre;
    return known ? [] : [issue("candidate-inconnue", "erreur", { code, commune: territoire.noms[at]!, nombre, lieux: candidats })];
  });
}

const communeDe = (code: string): string => lireVise(code)?.commune ?? code;

/** What is imposed or left out must be of the territory, and nothing both; an imposed commune has a place to open at. */
export function viseesIssues(lieux: Territoires, postulants: Postulants, { noms: lieuxDits, communes, imposee, interdite }: Faits, params: ImplantationParams, territoire: string): readonly Issue[] {
  const { imposees, interdites, candidats } = params;
  const { codes, noms } = communesDuChoix(lieux);
  const strangers = [...imposees, ...interdites].filter((code) => !codes.includes(communeDe(code))).map((commune) => issue("commune-hors-territoire", "erreur", { commune, territoire }));
  const twice = imposees.filter((code) => interdites.includes(code) && codes.includes(code));
  const both = twice.map((code) => issue("commune-imposee-ecartee", "erreur", { commune: noms[codes.indexOf(code)] ?? code }));
  const alone = lieuxDits.filter((_, i) => imposee[i] === true && interdite[i] === true && !twice.includes(communes[i]!)).map((commune) => issue("commune-imposee-ecartee", "erreur", { commune }));
  const here = imposees.filter((code) => codes.includes(code));
  const empty = here.filter((code) => !communes.includes(code)).map((code) => issue("commune-sans-point", "erreur", { commune: noms[codes.indexOf(code)] ?? code }));
  const first = candidats === "cellules" ? here.flatMap((code) => lieuxDits.filter((_, i) => postulants.codes[i] === `${code}_1`).map((nom) => `${nom} (${code}_1)`)) : [];
  return [...strangers, ...both, ...alone, ...empty, ...inconnues(lieux, postulants, params), ...(first.length === 0 ? [] : [issue("imposee-par-maille", "information", { noms: first.join(", ") })])];
}
