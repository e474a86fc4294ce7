import { environment } from "@/lib/core/process/environment";

/** Whether this site is served over https, judged by its configured address and by nothing that a request says. */
export const isSecure = () => environment().ORIGIN.startsWith("https://");

/** Says who is signed in: a random token, of which the database keeps only the hash. A browser ties the name to this very host over https; over plain http browsers refuse such names. */
export const sessionCookie = () => (isSecure() ? "__Host-throughcare-session" : "throughcare-session");

/** Scripts cannot read it and other sites cannot send it with a form. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;
