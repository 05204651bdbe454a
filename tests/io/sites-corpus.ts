/** Ugly site lists as people send them. Each gives exactly these sites and these issues. */
export interface UglyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** « nom lon lat capacite » of each accepted site; null when the whole file is refused. */
  readonly sites: readonly string[] | null;
  /** « code ligne colonne valeur » of each issue. */
  readonly issues: readonly string[];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])]);

const GOOD = "1.26 45.83";

export const UGLY_SITES: readonly UglyFile[] = [
  { name: "plain", bytes: utf8("lon,lat\n1.26,45.83\n"), sites: [`Site 1 ${GOOD} NaN`], issues: [] },
  { name: "all columns", bytes: utf8("lon,lat,nom,capacite\n1.26,45.83,A,3\n"), sites: [`A ${GOOD} 3`], issues: [] },
  { name: "columns in another order", bytes: utf8("nom,lat,lon\nA,45.83,1.26\n"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "semicolons and decimal commas", bytes: utf8("lon;lat;nom\n1,26;45,83;A\n"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "tabs", bytes: utf8("lon\tlat\tnom\n1.26\t45.83\tA\n"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "byte-order mark", bytes: utf8("\ufefflon,lat\n1.26,45.83\n"), sites: [`Site 1 ${GOOD} NaN`], issues: [] },
  { name: "CRLF", bytes: utf8("lon,lat,nom\r\n1.26,45.83,A\r\n"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "old Mac line ends", bytes: utf8("lon,lat,nom\r1.26,45.83,A\r"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "no last line end", bytes: utf8("lon,lat,nom\n1.26,45.83,A"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "latin-1 accents", bytes: latin1("lon,lat,nom\n1.26,45.83,Châlus\n"), sites: [`Châlus ${GOOD} NaN`], issues: ["encodage-suppose"] },
  { name: "UTF-16 from a spreadsheet", bytes: utf16("lon\tlat\tnom\n1.26\t45.83\tChâlus\n"), sites: [`Châlus ${GOOD} NaN`], issues: [] },
  { name: "upper case and accents in the header", bytes: utf8("Longitude;LATITUDE;Nom;Capacité\n1,26;45,83;A;12\n"), sites: [`A ${GOOD} 12`], issues: [] },
  { name: "spaces around everything", bytes: utf8(" lon , lat , nom \n 1.26 , 45.83 , A \n"), sites: [`A ${GOOD} NaN`], issues: [] },
  { name: "quotes, separator and line end inside", bytes: utf8('lon,lat,nom\n1.26,45.83,"A, dit ""B""\nsuite"\n'), sites: [`A, dit "B"\nsuite ${GOOD} NaN`], issues: [] },
  { name: "blank lines keep the row numbers", bytes: utf8("lon,lat\n\n1.26,45.83\n,\n"), sites: [`Site 2 ${GOOD} NaN`], issues: [] },
  { name: "unknown columns are ignored", bytes: utf8("id,lon,lat,couleur\n7,1.26,45.83,bleu\n"), sites: [`Site 1 ${GOOD} NaN`], issues: [] },
  { name: "a thousand with a thin space", bytes: utf8("lon;lat;capacite\n1,26;45,83;1\u202f200\n"), sites: [`Site 1 ${GOOD} 1200`], issues: [] },
  { name: "empty", bytes: utf8(""), sites: null, issues: ["fichier-vide"] },
  { name: "header only", bytes: utf8("lon,lat\n"), sites: null, issues: ["fichier-vide"] },
  { name: "header and blank lines", bytes: utf8("lon,lat\n\n \n"), sites: null, issues: ["fichier-vide"] },
  { name: "no header", bytes: utf8("1.26,45.83\n1.3,45.9\n"), sites: null, issues: ["colonne-absente lon", "colonne-absente lat"] },
  { name: "missing latitude", bytes: utf8("lon,nom\n1.26,A\n"), sites: null, issues: ["colonne-absente lat"] },
  { name: "unclosed quote", bytes: utf8('lon,lat,nom\n1.26,45.83,"A\n'), sites: null, issues: ["fichier-illisible"] },
  { name: "swapped coordinates", bytes: utf8("lon,lat\n45.83,1.26\n"), sites: null, issues: ["coordonnees-inversees 2"] },
  { name: "Lambert-93 metres", bytes: utf8("lon,lat\n565000,6528000\n"), sites: null, issues: ["coordonnees-projetees 2"] },
  { name: "in the sea off Africa", bytes: utf8("lon,lat\n0,0\n"), sites: null, issues: ["coordonnees-hors-zone 2"] },
  { name: "La Réunion", bytes: utf8("lon,lat\n55.45,-20.88\n"), sites: null, issues: ["coordonnees-hors-zone 2"] },
  {
    name: "one bad row among good ones",
    bytes: utf8("lon,lat,nom\n1.26,45.83,A\nabc,45.9,B\n1.3,45.9,C\n"),
    sites: [`A ${GOOD} NaN`, "C 1.3 45.9 NaN"],
    issues: ["valeur-illisible 3 lon abc"],
  },
  { name: "no latitude in a row", bytes: utf8("lon,lat\n1.26,45.83\n1.3,\n"), sites: [`Site 1 ${GOOD} NaN`], issues: ["valeur-illisible 3 lat "] },
  { name: "a short row", bytes: utf8("lon,lat\n1.26,45.83\n1.3\n"), sites: [`Site 1 ${GOOD} NaN`], issues: ["valeur-illisible 3 lat "] },
  { name: "both coordinates unreadable", bytes: utf8("lon,lat\nx,y\n"), sites: null, issues: ["valeur-illisible 2 lon x", "valeur-illisible 2 lat y"] },
  { name: "degrees written with letters", bytes: utf8("lon,lat\n1°15'E,45.83\n"), sites: null, issues: ["valeur-illisible 2 lon 1°15'E"] },
  { name: "text in the capacity", bytes: utf8("lon,lat,capacite\n1.26,45.83,trois\n"), sites: null, issues: ["valeur-illisible 2 capacite trois"] },
  { name: "negative capacity", bytes: utf8("lon,lat,capacite\n1.26,45.83,-1\n"), sites: null, issues: ["valeur-illisible 2 capacite -1"] },
  { name: "decimal commas cut by commas", bytes: utf8("lon,lat\n1,26,45,83\n"), sites: null, issues: ["coordonnees-hors-zone 2"] },
  { name: "binary", bytes: Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x0a, 0x01]), sites: null, issues: ["colonne-absente lon", "colonne-absente lat"] },
];
