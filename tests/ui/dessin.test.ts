import { expect, it } from "vitest";
import type { TerritoireCharge } from "../../src/domain/chargement";
import type { State } from "../../src/store/state";
import { contenuSeul } from "../../src/ui/presentation/dessin";
import { etatAvecResultat } from "./faux";

const VIDE = { type: "FeatureCollection", features: [] } as const;
const TERRITOIRE: TerritoireCharge = {
  territoire: { genre: "departement", code: "87", nom: "Haute-Vienne" },
  communes: { id: "communes", length: 0, columns: [] },
  contours: { commune: { ...VIDE, features: [] } },
  bbox: [1, 45, 2, 46],
  fond: null,
  issues: [],
};
const etat: State = { ...etatAvecResultat(), datasets: { ...etatAvecResultat().datasets, territoire: TERRITOIRE } };

it("what is drawn without WebGL stays the same object while a computation goes on", () => {
  const avant = contenuSeul(etat);
  const apres = contenuSeul({ ...etat, results: { ...etat.results, etat: "calcul", part: 0.4 }, notices: [{ id: 1, ton: "info", texte: "Bonjour" }] });
  expect(avant).not.toBeNull();
  expect(apres).toBe(avant);
});

it("what is drawn without WebGL follows what is chosen", () => {
  const choisi = contenuSeul({ ...etat, session: { ...etat.session, sujet: { genre: "territoire", niveau: "commune", code: "87001" } } });
  expect(choisi).not.toBe(contenuSeul(etat));
  expect(choisi?.choisi).toBe("87001");
});
