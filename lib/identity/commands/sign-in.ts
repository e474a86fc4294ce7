import "server-only";
import { newToken } from "@/lib/core/crypto";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { writeMail } from "@/lib/core/messages/outbox";
import { newId } from "@/lib/core/values/id";
import { linkHash } from "../link";
import { may } from "../policy";
import { linkMinutes, localPath, minutesAfter } from "../rules";
import { AccountInput, LinkInput, PersonInput, SpendInput } from "../schema";
import { signInMail } from "../words";

/**
 * Sends a sign-in link to an address. Whether anybody has that address is not even looked up, so that the answer and
 * the time are the same for all; who comes back with the link proves that it is theirs.
 */
export const sendLink = command({
  event: "link.send",
  input: LinkInput,
  load: async () => ({}),
  allow: () => true,
  run: async ({ tx, now, post }, _row, { email, next }) => {
    const token = newToken();
    await tx.signInToken.create({
      data: { tokenHash: linkHash(token), email, expiresAt: minutesAfter(now, linkMinutes) },
    });
    const onwards = new URLSearchParams({ token, next: localPath(next) });
    writeMail({ post }, { to: email, ...signInMail(`{origin}/sign-in/link?${onwards}`) });
    return { value: null, id: newId(now.getTime()), detail: {} };
  },
});

/** Uses a link up. Of two presses at once one finds it; a link that has run out is not found. */
export const spendLink = command({
  event: "link.spend",
  input: SpendInput,
  load: ({ tx, now }, { tokenHash }) =>
    tx.signInToken.findFirst({
      where: { tokenHash, expiresAt: { gt: now } },
      select: { email: true, expiresAt: true },
    }),
  allow: may.signIn,
  run: async ({ tx, now }, link, { tokenHash }) => {
    const { count } = await tx.signInToken.deleteMany({ where: { tokenHash } });
    if (count === 0) refuse("missing", "This link has been used.");
    return { value: link, id: newId(now.getTime()), detail: {} };
  },
});

/** A person who has proved an e-mail address for the first time. They have no seat yet, so they may do nothing but found or join. */
export const createUser = command({
  event: "user.create",
  input: PersonInput,
  load: async () => ({}),
  allow: may.signIn,
  run: async ({ tx, now }, _row, { email, name }) => {
    const id = newId();
    await tx.user.create({ data: { id, email, name, createdAt: now } });
    return { value: { id, email, name }, id, detail: {} };
  },
});

/** Ties somebody's account at the OpenID Connect provider to the person here with the same proved address. */
export const linkAccount = command({
  event: "user.linkAccount",
  input: AccountInput,
  load: ({ tx }, { userId }) => tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } }),
  allow: may.signIn,
  run: async ({ tx }, { id }, { userId, provider, providerAccountId }) => {
    await tx.account.create({ data: { userId, provider, providerAccountId } });
    return { value: null, id, detail: { provider } };
  },
});
