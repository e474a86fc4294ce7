/** Whether this site is served over https, judged by its configured address and by nothing that a request says. */
export const isSecure = () => (process.env.ORIGIN ?? "").startsWith("https://");

/** A name that a browser ties to this very host over https; over plain http (a developer's machine) browsers refuse such names. */
const named = (name: string) => (isSecure() ? `__Host-${name}` : name);

/** Says who is signed in: a random token, of which the database keeps only the hash. */
export const sessionCookie = () => named("throughcare-session");

/** A cookie that scripts cannot read and that other sites cannot send with a form. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() });
