/** What each state allows: event to next state. A state that allows nothing is final. */
type Moves<S extends string> = Readonly<Record<S, Readonly<Partial<Record<string, S>>>>>;
type EventIn<M> = { [S in keyof M]: keyof M[S] }[keyof M] & string;

/** A state machine as data: which events each state allows, and where they lead. */
export function machine<S extends string>() {
  return <const M extends Moves<S>>(moves: M) => {
    const all: Moves<S> = moves;
    return {
      states: Object.keys(moves) as S[],
      events: (from: S) => Object.keys(moves[from]) as EventIn<M>[],
      next: (from: S, event: EventIn<M>): S | undefined => all[from][event],
      /** Every allowed pair of different states, old and new: the database holds the same list. */
      pairs: (): [S, S][] =>
        (Object.entries(moves) as [S, Record<string, S>][]).flatMap(([from, to]) =>
          [...new Set(Object.values(to))].filter((next) => next !== from).map((next): [S, S] => [from, next]),
        ),
      /** The picture in the room's README; a test holds the two together. */
      mermaid: () =>
        [
          "stateDiagram-v2",
          ...Object.entries<Readonly<Partial<Record<string, S>>>>(moves).flatMap(([from, to]) =>
            Object.entries(to).map(([event, next]) => `  ${from} --> ${next} : ${event}`),
          ),
        ].join("\n"),
    };
  };
}

export type EventOf<T extends { events: (from: never) => string[] }> = ReturnType<T["events"]>[number];
