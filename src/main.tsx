import "./ui/app/fonts.css";
import "./ui/app/tokens.css";
import "./ui/app/base.css";
import { createRoot } from "react-dom/client";
import { DESCRIPTIONS } from "./analyses/descriptions";
import { createCommands } from "./store/commands/create-commands";
import { createAppStore } from "./store/create-store";
import { browserEffects } from "./store/effects";
import { registerServiceWorker } from "./store/service-worker";
import { APP } from "./textes/interface";
import { App } from "./ui/app/App";
import { OutilsContext } from "./ui/app/context";
import { ErrorBoundary } from "./ui/app/ErrorBoundary";
import { createClient } from "./workers/client";
import { startAnalysisWorker } from "./workers/start-worker";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const store = createAppStore();
const client = createClient(startAnalysisWorker, document.baseURI);
const commands = createCommands(store, client, browserEffects(), DESCRIPTIONS);

// The worker starts reading while the page is drawn for the first time.
void commands.demarrer();
createRoot(root).render(
  <OutilsContext value={{ store, commands, analyses: DESCRIPTIONS }}>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </OutilsContext>,
);
registerServiceWorker((appliquer) => commands.noter("info", APP.versionPrete, { libelle: APP.installer, faire: appliquer }));
