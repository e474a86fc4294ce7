import { generateSecret, generateURI, verifySync } from "otplib";

const period = 30;

/** A fresh secret for an authenticator app, in base 32. */
export const newSecret = (): string => generateSecret();

/** The address that an authenticator app reads from the picture. */
export const secretAddress = (secret: string, email: string): string =>
  generateURI({ issuer: "Throughcare", label: email, secret, period });

/**
 * The number of the half minute that a code belongs to, or null when it belongs to none. A clock may be half a minute
 * out either way. Codes of a half minute that is already spent, or before it, do not count.
 */
export function stepOf({
  secret,
  code,
  now,
  lastStep,
}: {
  secret: string;
  code: string;
  now: Date;
  lastStep: bigint | null;
}): bigint | null {
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({ secret, token: code, epoch, period, epochTolerance: period });
  if (!found.valid || !("epoch" in found)) return null;
  const step = BigInt(Math.floor(found.epoch / period));
  return lastStep !== null && step <= lastStep ? null : step;
}
