import { useEffect, useState } from "react";

/** What a command reads: « attente » before, null when it could not. */
export function useLu<T>(lire: () => Promise<T | null>): T | "attente" | null {
  const [lu, setLu] = useState<T | "attente" | null>("attente");
  useEffect(() => {
    let utile = true;
    void lire().then((tout) => utile && setLu(() => tout));
    return () => {
      utile = false;
    };
  }, [lire]);
  return lu;
}
