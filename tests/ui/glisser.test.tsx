import { act, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { expect, test, vi } from "vitest";
import { useGlisser } from "../../src/ui/presenter/use-glisser";

const HAUTEUR = 100;

/** Three lines of a hundred pixels, one under the other. */
function Liste({ deplacer }: { readonly deplacer: (id: string, de: number) => void }) {
  const liste = useRef<HTMLOListElement>(null);
  const { poignee } = useGlisser(liste, deplacer);
  return (
    <ol ref={liste} style={{ flexDirection: "column" }}>
      {["a", "b", "c"].map((id, rang) => (
        <li
          key={id}
          ref={(ligne) => {
            if (ligne !== null) ligne.getBoundingClientRect = () => new DOMRect(0, rang * HAUTEUR, HAUTEUR, HAUTEUR);
          }}
        >
          <span {...poignee(id, rang)}>{id}</span>
        </li>
      ))}
    </ol>
  );
}

function saisir(nom: string): readonly [ReturnType<typeof vi.fn>, HTMLElement] {
  const deplacer = vi.fn();
  render(<Liste deplacer={deplacer} />);
  const prise = screen.getByText(nom);
  Object.assign(prise, { setPointerCapture: () => undefined });
  Object.assign(prise.closest("ol") as HTMLElement, { scrollBy: () => undefined });
  fireEvent.pointerDown(prise, { button: 0, clientX: 5, clientY: HAUTEUR / 2 });
  return [deplacer, prise];
}

test("a page dropped before its last move was drawn goes where the hand let go", () => {
  const [deplacer, prise] = saisir("a");
  // One batch: no render between the move and the drop, as on a machine too busy to draw.
  act(() => {
    prise.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: 5, clientY: 1.6 * HAUTEUR }));
    prise.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, clientX: 5, clientY: 1.6 * HAUTEUR }));
  });
  expect(deplacer.mock.calls).toEqual([["a", 1]]);
});

test("a page dropped where it was stays, and one left by the system too", () => {
  const [deplacer, prise] = saisir("b");
  fireEvent.pointerMove(prise, { clientX: 5, clientY: 2.8 * HAUTEUR });
  fireEvent.pointerUp(prise, { clientX: 5, clientY: 1.4 * HAUTEUR });
  fireEvent.pointerDown(prise, { button: 0, clientX: 5, clientY: 1.5 * HAUTEUR });
  fireEvent.pointerMove(prise, { clientX: 5, clientY: 2.8 * HAUTEUR });
  fireEvent.pointerCancel(prise);
  fireEvent.pointerUp(prise, { clientX: 5, clientY: 2.8 * HAUTEUR });
  expect(deplacer).not.toHaveBeenCalled();
});
