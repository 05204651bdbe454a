export const CSP: string;
export function otherEngines(text?: string): readonly string[];
export function resolveFile(root: string, urlPath: string): string | null;
export interface RunningServer {
  /** With its trailing slash: « http://127.0.0.1:4173/ ». */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}
export function startServer(options: {
  readonly root: string;
  readonly port?: number;
  readonly host?: string;
  readonly prefix?: string;
}): Promise<RunningServer>;
