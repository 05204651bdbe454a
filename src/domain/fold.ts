const WORDS: Readonly<Record<string, string>> = { st: "saint", ste: "sainte", sts: "saints", stes: "saintes" };

/**
 * A name as it is compared: lower case, no accent, ligatures opened, every other sign a space, « st » read « saint ».
 * « St-Yrieix-la-Perche » and « saint yrieix la perche » fold alike.
 */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => WORDS[word] ?? word)
    .join(" ");
}
