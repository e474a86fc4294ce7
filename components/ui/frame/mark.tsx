/** Throughcare's mark: a line through stops, the middle one reached. */
export function Mark() {
  return (
    <svg viewBox="0 0 44 20" width="44" height="20" aria-hidden="true" fill="none" className="shrink-0">
      <path d="M1 10h42" className="stroke-act" strokeWidth="3" />
      <circle cx="8" cy="10" r="4" className="fill-paper stroke-act" strokeWidth="3" />
      <circle cx="22" cy="10" r="8" className="fill-act" />
      <circle cx="36" cy="10" r="4" className="fill-paper stroke-act" strokeWidth="3" />
    </svg>
  );
}
