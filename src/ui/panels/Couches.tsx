import { ZONE_STYLES } from "../../carto/patterns";
import { symbolImage, symbolsOfCouche } from "../../carto/symbols";
import { COUCHES, ORIGINE_COUCHE, type CoucheId } from "../../domain/couche";
import { ZONES } from "../../domain/fiche";
import { weakestQuality } from "../../domain/provenance";
import { COUCHE_TEXTE, coucheCount, SYMBOLE_TEXTE, ZONE_TEXTE } from "../../textes/couches";
import { formatNumber } from "../../textes/format";
import { COUCHES_TEXTE } from "../../textes/interface";
import { useCommandes, useEtat } from "../app/context";
import { BadgeQualite } from "../controls/BadgeQualite";
import { Case } from "../controls/Champs";
import { Dessin } from "../controls/Dessin";
import { Repli } from "../controls/Repli";
import { Pastille } from "../legend/Pastille";
import s from "./Couches.module.css";
import { Problemes } from "./Problemes";
import { SymboleCouche } from "./SymboleCouche";

const estLimite = (couche: CoucheId): boolean => ["limites", "perimetres"].includes(ORIGINE_COUCHE[couche].kind);

/** What concerns care first, then the limits. Order of the list, not of drawing. */
const GROUPES: readonly { readonly titre: string; readonly couches: readonly CoucheId[] }[] = [
  { titre: COUCHES_TEXTE.soins, couches: COUCHES.filter((couche) => !estLimite(couche)).toReversed() },
  { titre: COUCHES_TEXTE.limites, couches: COUCHES.filter(estLimite) },
];

/** The optional layers of the map, with their symbol, their count and how sure they are. */
export function Couches() {
  const nombre = useEtat((etat) => etat.document.courant.couches.length);
  return (
    <Repli titre={COUCHES_TEXTE.titre} cote={formatNumber(nombre)}>
      {GROUPES.map(({ titre, couches }) => (
        <div key={titre} className={s["groupe"]}>
          <h3>{titre}</h3>
          <ul>
            {couches.map((couche) => (
              <Couche key={couche} couche={couche} />
            ))}
          </ul>
        </div>
      ))}
    </Repli>
  );
}

function Couche({ couche }: { readonly couche: CoucheId }) {
  const montree = useEtat((etat) => etat.document.courant.couches.includes(couche));
  const chargee = useEtat((etat) => etat.datasets.couches[couche]);
  const { toggleCouche } = useCommandes();
  return (
    <li>
      <div className={s["ligne"]}>
        <Case cochee={montree} changer={() => toggleCouche(couche)}>
          <span className={s["symbole"]}>
            <SymboleCouche couche={couche} />
          </span>
          <span className={s["nom"]}>{COUCHE_TEXTE[couche].nom}</span>
        </Case>
        {montree && chargee !== undefined && (
          <>
            <span className={s["compte"]} title={coucheCount(couche, chargee.count)}>
              {formatNumber(chargee.count)}
            </span>
            {chargee.sources.length > 0 && <BadgeQualite qualite={weakestQuality(chargee.sources.map((source) => source.quality))} />}
          </>
        )}
        {montree && chargee === undefined && <span className={s["compte"]}>{COUCHES_TEXTE.enChargement}</span>}
      </div>
      {montree && (
        <div className={s["note"]}>
          {COUCHE_TEXTE[couche].note}
          <Detail couche={couche} />
          {chargee !== undefined && <Problemes issues={chargee.issues} />}
        </div>
      )}
    </li>
  );
}

/** The legend of a layer that has several signs. */
function Detail({ couche }: { readonly couche: CoucheId }) {
  if (couche === "zonage") {
    return (
      <ul className={s["detail"]}>
        {ZONES.map((zone) => (
          <li key={zone}>
            <Pastille couleur={ZONE_STYLES[zone].color} motif={ZONE_STYLES[zone].pattern} />
            {`${zone}, ${ZONE_TEXTE[zone]}`}
          </li>
        ))}
      </ul>
    );
  }
  const symboles = symbolsOfCouche(couche);
  if (symboles.length < 2) return null;
  return (
    <ul className={s["detail"]}>
      {symboles.map((symbole) => (
        <li key={symbole}>
          <Dessin image={symbolImage(symbole)} taille={18} />
          {symbole in SYMBOLE_TEXTE ? SYMBOLE_TEXTE[symbole as keyof typeof SYMBOLE_TEXTE] : symbole}
        </li>
      ))}
    </ul>
  );
}
