import QRCode from "qrcode";

/** Text as a picture that a telephone reads: dark squares on white, in any colour scheme, because cameras want it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const squares = Array.from(modules.data, (dark, at) =>
    dark ? `M${(at % modules.size) + 4} ${Math.floor(at / modules.size) + 4}h1v1h-1z` : "",
  );
  const size = modules.size + 8;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="220"
      height="220"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="white" />
      <path d={squares.join("")} fill="black" />
    </svg>
  );
}
