import type { FeatureCollection } from "geojson";
import type { View } from "../../carto/view";
import type { EcranLie, Vocabulaire } from "../../project/link";
import { encodeLink } from "../../project/link";
import { sourceText } from "../../textes/legende";
import { sentenceText } from "../../textes/sentences";
import { NOTICE } from "../../textes/notices";
import { ESPACES, type State } from "../state";
import type { Commands } from "./commands";
import { noter } from "./context";
import type { Contexte } from "./context";

type ExportCommands = Pick<Commands, "exporterCsv" | "exporterMailles" | "exporterAnnexe" | "exporterGeoJson" | "exporterLp" | "copierLien">;

export function vocabulaireDe({ analyses }: Contexte): Vocabulaire {
  return { espaces: ESPACES, analyses };
}

/** The hash that reopens this screen. */
export function hashDe(contexte: Contexte, { document, session }: State): string {
  const ecran: EcranLie = { espace: session.espace, camera: session.camera, sujet: session.sujet, onglet: session.espace === "terrain" ? session.onglet : "" };
  return encodeLink(document.courant, ecran, vocabulaireDe(contexte));
}

/** « maillage-temps-acces-87-commune.csv ». */
function fileName({ document: { courant } }: State, extension: string): string {
  return `maillage-${courant.analyse}-${courant.territoire}-${courant.niveau}.${extension}`;
}

/** The shapes of the first view, and those of others that draw the rest of the table. */
function shapesOf(views: readonly View[], kind: View["geometry"]["kind"]): FeatureCollection {
  const features = views.flatMap(({ geometry }) => ("features" in geometry && geometry.kind === kind ? geometry.features.features : []));
  return { type: "FeatureCollection", features: [...new Map(features.toReversed().map((feature) => [String(feature.properties?.["code"]), feature])).values()] };
}

/** Cells by the hundred thousand: a slice at a time, between which the page answers. */
function ecrireMailles(contexte: Contexte): void {
  const { store, effects } = contexte;
  const { document, results } = store.getState();
  const { output } = results.courant ?? {};
  const mailles = output?.views.find(({ id }) => id === "mailles");
  if (output === undefined || mailles === undefined) return noter(contexte, "info", NOTICE.exportSansResultat);
  void Promise.all([import("../../io/export-csv"), import("../../carto/table-mailles")]).then(async ([{ csvParts }, { tableDesMailles }]) => {
    // As bytes from the start: a text of that size takes the page a quarter of a second to write at once.
    const encoder = new TextEncoder();
    const parts: Uint8Array[] = [];
    for (const part of csvParts(tableDesMailles(mailles), output.sources, "fr")) {
      parts.push(encoder.encode(part));
      await new Promise<void>((resolve) => effects.after(0, resolve));
    }
    effects.telecharger(`maillage-${document.courant.analyse}-${document.courant.territoire}-mailles.csv`, joindre(parts), "text/csv;charset=utf-8");
  });
}

function joindre(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function exportCommands(contexte: Contexte): ExportCommands {
  const { store, effects } = contexte;
  return {
    exporterCsv() {
      const state = store.getState();
      const result = state.results.courant;
      if (result === null) return noter(contexte, "info", NOTICE.exportSansResultat);
      // Loaded on first use: writing files is not needed for the first screen.
      void import("../../io/export-csv").then(({ toCsv }) => effects.telecharger(fileName(state, "csv"), toCsv(result.output.table, result.output.sources, "fr"), "text/csv;charset=utf-8"));
    },
    exporterMailles: () => ecrireMailles(contexte),
    exporterAnnexe(id) {
      const { output } = store.getState().results.courant ?? {};
      const annexe = output?.annexes?.find((one) => one.id === id);
      if (output === undefined || annexe === undefined) return noter(contexte, "info", NOTICE.exportSansResultat);
      void import("../../io/export-csv").then(({ toCsv }) => effects.telecharger(`maillage-${id}.csv`, toCsv(annexe.table, output.sources, "fr"), "text/csv;charset=utf-8"));
    },
    exporterGeoJson() {
      const state = store.getState();
      const result = state.results.courant;
      const charge = state.datasets.territoire;
      if (result === null || charge === null) return noter(contexte, "info", NOTICE.exportSansResultat);
      const { views } = result.output;
      const geometry = views[0]?.geometry;
      const niveau = geometry?.kind === "territoires" ? geometry.niveau : state.document.courant.niveau;
      // Shapes that the result brings, or the outlines of its territories.
      const outlines = geometry !== undefined && "features" in geometry ? shapesOf(views, geometry.kind) : charge.contours[niveau];
      // Come by the time a result of their level is on the screen.
      if (outlines === undefined) return noter(contexte, "info", NOTICE.exportSansResultat);
      void import("../../io/export-geojson").then(({ toGeoJson }) => {
        const collection = toGeoJson(result.output.table, outlines, result.output.sources);
        effects.telecharger(fileName(state, "geojson"), JSON.stringify(collection), "application/geo+json");
      });
    },
    exporterLp() {
      const state = store.getState();
      const output = state.results.courant?.output;
      const { programme } = output ?? {};
      if (output === undefined || programme === undefined) return noter(contexte, "info", NOTICE.exportSansProgramme);
      void import("../../io/lp-file").then(({ toLpFile }) =>
        effects.telecharger(fileName(state, "lp"), toLpFile(programme, [sentenceText(output.summary), ...output.sources.map(sourceText)]), "text/plain;charset=utf-8"),
      );
    },
    async copierLien() {
      const state = store.getState();
      const lien = effects.adresse.lien(hashDe(contexte, state));
      const own = state.document.courant.sites?.ids.length ?? 0;
      try {
        await effects.copier(lien);
        const { reseau } = state.document.courant;
        noter(contexte, "info", own > 0 ? NOTICE.lienSansSites(own) : reseau === null ? NOTICE.lienCopie : NOTICE.lienSansReseau(reseau.fichier));
      } catch {
        noter(contexte, "attention", NOTICE.copieRefusee(lien));
      }
    },
  };
}
