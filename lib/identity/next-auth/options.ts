import "server-only";
import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { newToken } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import { environment } from "@/lib/core/process/environment";
import { log } from "@/lib/core/process/log";
import { cookieOptions, isSecure, sessionCookie } from "../request/cookie";
import { linkMinutes, sessionDays } from "../rules";
import { adapter } from "./adapter";

/** The identity provider of an authority, as OpenID Connect tells it. */
type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string };

/** What a person reads on the button of the identity provider; null where none is configured. */
export const openIdName = (): string | null => {
  const { OIDC_ISSUER, OIDC_NAME } = environment();
  return OIDC_ISSUER ? (OIDC_NAME ?? "your organisation’s account") : null;
};

/** How next-auth works here. A function, because the environment is read when the first request comes, not when the code is built. */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET, ORIGIN } = environment();
  process.env.NEXTAUTH_URL = ORIGIN;
  return {
    adapter,
    secret: NEXTAUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: "database", maxAge: sessionDays * 86_400, generateSessionToken: newToken },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/sent" },
    providers: [
      {
        id: "email",
        type: "email",
        name: "Email",
        from: "",
        server: "",
        maxAge: linkMinutes * 60,
        options: {},
        // Links are asked for on our own page, and written by the command sendLink; the route that leads here is closed.
        sendVerificationRequest: () => Promise.reject(new Error("Sign-in links are sent by sendLink")),
      },
      ...openId(),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account?.type === "email" ? isWelcome(user.email) : isProved(profile) && isExpected(account, profile),
    },
    logger: {
      // Never the metadata: it holds addresses and tokens.
      error: (code) => log.error({ code }, "Sign-in failed"),
      warn: (code) => log.debug({ code }, "Sign-in warning"),
      debug: () => {},
    },
  };
}

function openId(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "openid",
      name: openIdName() ?? "",
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      // Dangerous only where the provider does not prove addresses; `isProved` refuses those.
      allowDangerousEmailAccountLinking: true,
      profile: ({ sub, email, name }) => ({ id: sub, email: email?.toLowerCase() ?? null, name: name ?? "" }),
    },
  ];
}

const isProved = (profile: object | undefined) =>
  profile !== undefined && "email_verified" in profile && profile.email_verified === true;

/** Anyone who proves an address may come in, except those whose account is stopped. */
async function isWelcome(email: string | null | undefined) {
  if (!email) return false;
  const user = await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { disabledAt: true } });
  return !user?.disabledAt;
}

/** From an identity provider come only those who are here already, or are invited. */
async function isExpected(
  account: { provider: string; providerAccountId: string } | null,
  profile: { email?: string } | undefined,
) {
  const email = profile?.email?.toLowerCase();
  if (!account || !email || !(await isWelcome(email))) return false;
  const { provider, providerAccountId } = account;
  const linked = await db.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { disabledAt: true } } },
  });
  if (linked) return linked.user.disabledAt === null;
  const open = { email, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } };
  return (await db.user.count({ where: { email } })) + (await db.seatInvitation.count({ where: open })) > 0;
}
