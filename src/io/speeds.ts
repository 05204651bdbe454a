import * as v from "valibot";
import { issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";
import type { SpeedTable } from "../geo/speeds";

const positive = v.pipe(v.number(), v.minValue(1));
const table = v.object({
  kmh: v.pipe(v.array(positive), v.length(13)),
  dense: v.pipe(v.array(positive), v.length(6)),
  thr: v.number(),
  secPer90: v.pipe(v.number(), v.minValue(0)),
  secPerCityKm: v.pipe(v.number(), v.minValue(0)),
  constMin: v.pipe(v.number(), v.minValue(0)),
  accesKmh: v.exactOptional(positive),
});
const file = v.object({ defaut: table });

function refuse(raison: string): Outcome<never> {
  return failure(issue("ressource-illisible", "erreur", { ressource: "vitesses", raison }));
}

/** The default speed table (« defaut ») of vitesses.json. Refused when a speed is missing or below 1 km/h. */
export function parseSpeeds(bytes: Uint8Array): Outcome<SpeedTable> {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refuse("JSON coupé ou mal formé");
  }
  const parsed = v.safeParse(file, raw);
  return parsed.success ? success(parsed.output.defaut) : refuse(`« ${v.getDotPath(parsed.issues[0]) ?? "racine"} » manque ou n'est pas une vitesse`);
}
