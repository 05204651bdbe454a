import type { Plugin } from "vite";
import { CSP } from "../server.mjs";

/** Writes the content security policy into the built page: a static host without headers is as strict as ours. */
export function csp(): Plugin {
  return {
    name: "maillage-csp",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [
        { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: CSP }, injectTo: "head-prepend" },
      ],
    },
  };
}
