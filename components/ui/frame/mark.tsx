/** Throughcare's mark: a line through stops, the middle one reached. */
export function Mark() {
  return (
    <svg viewBox="0 0 58 18" width="58" height="18" aria-hidden="true" fill="none" className="shrink-0">
      <path d="M6 9h46" className="stroke-act" strokeWidth="3" />
      <circle cx="6" cy="9" r="4" className="fill-paper stroke-act" strokeWidth="3" />
      <circle cx="29" cy="9" r="8" className="fill-act" />
      <circle cx="52" cy="9" r="4" className="fill-paper stroke-act" strokeWidth="3" />
    </svg>
  );
}
