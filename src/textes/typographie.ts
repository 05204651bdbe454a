const AVANT = / ([?!:;»%€])/g;
const APRES = /« /g;

/** French spacing that never breaks: « ? », « ; », « : » and closing quotes stay with the word before them. */
export function insecable(texte: string): string {
  return texte.replaceAll(AVANT, "\u00a0$1").replaceAll(APRES, "«\u00a0");
}
