import { NIVEAU_IMPORTE } from "../../domain/perimetre";
import type { Loader } from "../loader";
import type { Handler } from "../server";
import { ficheAtelier } from "./ateliers";
import { ficheEtablissement } from "./fiche-etablissement";
import { ficheTerritoire } from "./fiche-territoire";
import { avecCpts } from "./niveau-cpts";

export const fiche =
  (loader: Loader): Handler<"fiche"> =>
  ({ sujet }) =>
    sujet.genre === "territoire" ? ficheTerritoire(sujet.niveau === NIVEAU_IMPORTE ? avecCpts(loader) : loader, sujet) : sujet.couche === "ateliers" ? ficheAtelier(sujet) : ficheEtablissement(loader, sujet);
