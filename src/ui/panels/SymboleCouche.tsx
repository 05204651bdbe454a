import { COULEUR_MEDECIN, PERIMETRES } from "../../carto/couche-parts";
import { ZONE_STYLES } from "../../carto/patterns";
import { symbolImage, symbolsOfCouche } from "../../carto/symbols";
import { ORIGINE_COUCHE, type CoucheId } from "../../domain/couche";
import { Dessin } from "../controls/Dessin";
import { Pastille } from "../legend/Pastille";

/** Strokes of the limits, as on the map. */
const TIRETS: Readonly<Partial<Record<CoucheId, { readonly tirets: string; readonly largeur: number }>>> = {
  "limites-epci": { tirets: "5 2", largeur: 1.4 },
  "limites-bassin-de-vie": { tirets: "5 2 1.2 2", largeur: 1.3 },
  "limites-canton": { tirets: "1.2 2", largeur: 1.2 },
  "limites-departement": { tirets: "none", largeur: 2.2 },
  cpts: { tirets: "none", largeur: 2.2 },
  "secteurs-garde": { tirets: "5 3", largeur: 2.2 },
};

/** What a layer looks like on the map, beside its name. */
export function SymboleCouche({ couche }: { readonly couche: CoucheId }) {
  const [symbole] = symbolsOfCouche(couche);
  if (symbole !== undefined) return <Dessin image={symbolImage(symbole)} taille={22} />;
  const { kind } = ORIGINE_COUCHE[couche];
  if (kind === "zonage") return <Pastille couleur={ZONE_STYLES.ZIP.color} motif={ZONE_STYLES.ZIP.pattern} />;
  return (
    <svg width={24} height={20} aria-hidden="true" focusable="false">
      {kind === "medecins" ? (
        <circle cx={12} cy={10} r={8} fill={COULEUR_MEDECIN} fillOpacity={0.45} stroke={COULEUR_MEDECIN} />
      ) : (
        <path d="M1 13C7 5 15 16 23 7" fill="none" stroke={PERIMETRES[couche]?.color ?? "#1f2b33"} strokeWidth={TIRETS[couche]?.largeur ?? 1} strokeDasharray={TIRETS[couche]?.tirets ?? "none"} />
      )}
    </svg>
  );
}
