/**
 * The steps of a piece of work as steps of a larger one. When who steps it gives up, the piece of work is ended too:
 * whatever it holds open (a file) is let go.
 */
export async function* rescaled<T>(steps: AsyncGenerator<number, T, void>, shareOf: (step: number) => number): AsyncGenerator<number, T, void> {
  let ended = false;
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) {
        ended = true;
        return step.value;
      }
      yield shareOf(step.value);
    }
  } finally {
    // The value is asked for by the type alone: nobody reads it.
    if (!ended) await steps.return(undefined as never);
  }
}
