/** Compiles an assembled kernel the first time it is asked for; null where the browser cannot, or a page's policy refuses it. */
export function compiledOnce(base64: string): () => WebAssembly.Module | null {
  let compiled: WebAssembly.Module | null | undefined;
  return () => {
    if (compiled === undefined) {
      try {
        compiled = new WebAssembly.Module(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
      } catch {
        compiled = null;
      }
    }
    return compiled;
  };
}

const PAGE = 65_536;

/** A memory of that many bytes that never grows, so that its views last; null where there is no WebAssembly, or no such memory left. */
export function fixedMemory(bytes: number): WebAssembly.Memory | null {
  const pages = Math.ceil(bytes / PAGE);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch {
    return null;
  }
}
