/** Called after each commit, so that sealing and sending start at once instead of at the next tick of the clock. */
type Listener = () => void;

const kept = globalThis as { throughcareAfterCommit?: Set<Listener> };
if (!kept.throughcareAfterCommit) kept.throughcareAfterCommit = new Set<Listener>();
const listeners = kept.throughcareAfterCommit;

/** Asks to be told of commits in this process. Gives back a function that ends it. */
export function onCommit(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that something was committed. A listener must not throw or take long. */
export function committed() {
  for (const listener of listeners) listener();
}
