import { CODE_REGION, type Niveau, type Perimetre } from "../../domain/perimetre";
import { type Lissage, type Reference, smoothRates } from "../../geo/smooth-rates";

/** Inhabitants at which one class of communes gives way to the next. */
const TAILLES = [500, 1000, 2000, 5000, 20_000] as const;

const tailleDe = (habitants: number): number => TAILLES.filter((borne) => habitants >= borne).length;

/** Where the territories that rates are smoothed among are: the whole region, at the level of the rows. */
export function regionAu(niveau: Niveau): Perimetre {
  return { territoire: { genre: "region", code: CODE_REGION, nom: "Nouvelle-Aquitaine" }, niveau };
}

/** Rates smoothed among the territories of a reference; communes, among those of like size: see densite/README.md. */
export function lisser(niveau: Niveau, rows: Reference, reference: Reference): Lissage {
  return niveau === "commune" ? smoothRates(rows, reference, tailleDe) : smoothRates(rows, reference);
}
