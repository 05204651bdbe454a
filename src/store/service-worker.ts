/** How long the first screen may take before the offline copy is made anyway. */
const PATIENCE_MS = 20_000;

const shown = (): boolean => document.documentElement.dataset["minutes"] === "pretes";

/** Resolves when the minutes of the first screen are shown: the offline copy never competes with them. */
function firstScreenShown(): Promise<void> {
  if (shown()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const observer = new MutationObserver(() => shown() && finish());
    const timer = setTimeout(finish, PATIENCE_MS);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-minutes"] });
  });
}

function announce(registration: ServiceWorkerRegistration, onUpdateReady: (apply: () => void) => void): void {
  const offer = (worker: ServiceWorker): void => {
    onUpdateReady(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("activer", []);
    });
  };
  if (registration.waiting !== null && navigator.serviceWorker.controller !== null) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      // Without a controller this is the first visit: there is nothing to update from.
      if (worker.state === "installed" && navigator.serviceWorker.controller !== null) offer(worker);
    });
  });
}

/**
 * Makes the site work with the network cut from the second visit on. Built pages only: in
 * development every change must show. `onUpdateReady` is called when another version waits, with the
 * function that switches to it and reloads; nothing switches without the user asking.
 */
export function registerServiceWorker(onUpdateReady: (apply: () => void) => void): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = async (): Promise<void> => {
    await firstScreenShown();
    const registration = await navigator.serviceWorker.register(new URL("sw.js", document.baseURI));
    announce(registration, onUpdateReady);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage("garder", []);
  };
  register().catch(() => {
    // Private browsing or storage refused: the site works from the network, as without a service worker.
  });
}
