import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { registerServiceWorker } from "./store/service-worker";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <h1>Maillage</h1>
  </StrictMode>,
);
registerServiceWorker(() => undefined);
