import { type Issue, issue } from "../domain/issue";
import { failure, type Outcome, success } from "../domain/outcome";

/** Whether the bytes are gzip: some hosts inflate `.gz` files on the way, so the name proves nothing. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The bytes, inflated when they are gzip. A stream cut short or corrupted is a « ressource-illisible »
 * naming `nom`. Uses the web's DecompressionStream (browser, worker and Node): no state, no I/O.
 */
export async function inflate(bytes: Uint8Array, nom: string): Promise<Outcome<Uint8Array>> {
  if (!isGzip(bytes)) return success(bytes);
  try {
    const source = new Blob([new Uint8Array(bytes)]).stream();
    const inflated = source.pipeThrough(new DecompressionStream("gzip"));
    return success(new Uint8Array(await new Response(inflated).arrayBuffer()));
  } catch {
    return failure(issue("ressource-illisible", "erreur", { ressource: nom, raison: "compression coupée ou abîmée" }));
  }
}

export interface DecodedText {
  readonly text: string;
  readonly issues: readonly Issue[];
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Bytes to text: UTF-16 by its byte-order mark, else UTF-8 (mark dropped), else windows-1252 (what French
 * Excel writes, a superset of latin-1) with an information that says so.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), issues: [] };
  const utf8 = tryDecode(bytes, "utf-8");
  if (utf8 !== null) return { text: utf8, issues: [] };
  return {
    text: new TextDecoder("windows-1252").decode(bytes),
    issues: [issue("encodage-suppose", "information", { encodage: "windows-1252 (latin-1)" })],
  };
}
