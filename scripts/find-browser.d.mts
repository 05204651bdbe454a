export const MISSING_BROWSER: string;
export function findBrowser(): string | null;
