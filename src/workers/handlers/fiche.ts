import type { Loader } from "../loader";
import type { Handler } from "../server";
import { ficheAtelier } from "./ateliers";
import { ficheEtablissement } from "./fiche-etablissement";
import { ficheTerritoire } from "./fiche-territoire";

export const fiche =
  (loader: Loader): Handler<"fiche"> =>
  ({ sujet }) =>
    sujet.genre === "territoire" ? ficheTerritoire(loader, sujet) : sujet.couche === "ateliers" ? ficheAtelier(sujet) : ficheEtablissement(loader, sujet);
