import { z } from "zod";
import { Role } from "@/lib/core/prisma/enums";
import { isId } from "@/lib/core/values/id";
import { choices, emailAddress, line, reader, ticked } from "@/lib/core/values/text";

/** An id from a form or an address. What is no id belongs to nothing, so it is refused as such. */
export const id = () =>
  reader((raw, fail) => (isId(raw) ? raw.toLowerCase() : fail("We could not find that. Go back and choose again")));

const email = emailAddress({ label: "your email address" });
const roles = choices(Object.values(Role), { min: 1, message: "Choose at least one role" });
const code = reader((raw, fail) => {
  const typed = typeof raw === "string" ? raw.replace(/\s/g, "") : "";
  if (typed === "") fail("Enter the code from your app");
  return /^\d{6}$/.test(typed) ? typed : fail("The code must be 6 digits");
});
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const LinkInput = z.object({ email, next: line({ max: 2000 }).optional().catch(undefined) });
export const SpendInput = z.object({ tokenHash: hash });
export const PersonInput = z.object({ email: emailAddress(), name: line({ min: 0, max: 120, label: "a name" }) });
export const AccountInput = z.object({
  userId: id(),
  provider: line({ max: 50 }),
  providerAccountId: line({ max: 255 }),
});
export const StartInput = z.object({ userId: id(), tokenHash: hash });
export const DemoInput = z.object({ userId: id() });
export const TokenInput = z.object({ tokenHash: hash });
export const SessionInput = z.object({ sessionId: id() });
export const SwitchInput = z.object({ sessionId: id(), organisationId: id() });

export const CodeInput = z.object({ sessionId: id(), code });
export const NoInput = z.object({});
export const UserInput = z.object({ userId: id() });
export const NameInput = z.object({ name: line({ max: 120, label: "your name" }) });

export const InviteInput = z.object({
  organisationId: id(),
  email: emailAddress({ label: "their email address" }),
  roles,
});
export const InvitationInput = z.object({ organisationId: id(), email: emailAddress() });
export const TakeUpInput = z.object({ organisationId: id() });
export const RolesInput = z.object({ organisationId: id(), userId: id(), roles });
export const SeatInput = z.object({ organisationId: id(), userId: id() });
export const StewardInput = z.object({ email: emailAddress(), name: line({ max: 120, label: "their name" }) });

export const AuthorityInput = z.object({
  name: line({ max: 160, label: "the name of the authority" }),
  isCentral: ticked(),
  places: reader((raw, fail) => {
    const given = [raw ?? []].flat().flatMap((entry) => (typeof entry === "string" ? entry.split(/[\s,]+/) : []));
    const codes = [...new Set(given.filter((entry) => entry !== ""))];
    if (codes.length > 60) fail("Name 60 places or fewer");
    if (!codes.every((code) => /^[\w-]{1,80}$/.test(code))) fail("Choose places from the list");
    return codes.length > 0 ? codes : fail("Choose at least one place");
  }),
  email: emailAddress({ label: "the email address of its first administrator" }),
});

export const NotificationInput = z.object({ notificationId: id().optional() });
