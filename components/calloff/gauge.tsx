type Props = { part: bigint; whole: bigint };

/** How full something is, as a small bar beside figures that say it. */
export function Gauge({ part, whole }: Props) {
  const filled = whole > 0n ? Number((part * 1000n) / whole) / 10 : 0;
  return (
    <svg width="96" height="8" aria-hidden="true" className="inline-block">
      <rect width="100%" height="8" rx="4" className="fill-line" />
      <rect width={`${filled}%`} height="8" rx="4" className="fill-act" />
    </svg>
  );
}
