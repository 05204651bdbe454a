import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../src/ui/app/ErrorBoundary";

let casse = true;
function Fragile() {
  if (casse) throw new Error("valeur vue : 12");
  return <p>De nouveau là</p>;
}

describe("error boundary", () => {
  beforeEach(() => {
    casse = true;
    // React also reports the error on the console: it is expected here.
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  it("says in French what happened, the rest of the screen stays", () => {
    render(
      <>
        <p>La carte</p>
        <ErrorBoundary>
          <Fragile />
        </ErrorBoundary>
      </>,
    );
    expect(screen.getByRole("alert").textContent).toContain("Une partie de l'écran s'est arrêtée");
    expect(screen.getByText("La carte")).toBeTruthy();
  });

  it("tries again on demand", async () => {
    render(
      <ErrorBoundary>
        <Fragile />
      </ErrorBoundary>,
    );
    casse = false;
    await userEvent.click(screen.getByRole("button", { name: "Réessayer" }));
    expect(screen.getByText("De nouveau là")).toBeTruthy();
  });

  it("copies the detail", async () => {
    userEvent.setup();
    render(
      <ErrorBoundary>
        <Fragile />
      </ErrorBoundary>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Copier le détail" }));
    expect(await navigator.clipboard.readText()).toContain("valeur vue : 12");
  });
});
