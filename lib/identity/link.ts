import { environment } from "@/lib/core/process/environment";
import { sha256 } from "@/lib/core/values/canonical";

/** What the database keeps of a sign-in link: the hash that next-auth makes of the token when the link comes back. */
export const linkHash = (token: string): string => sha256(`${token}${environment().NEXTAUTH_SECRET}`);
