import { seal } from "@/lib/core/crypto";
import { newSecret } from "@/lib/identity/totp";
import { secrets } from "../../support/secrets";

/** The secret of a second step, sealed as the application keeps it. Nobody here knows its codes. */
export const sealSecretFor = (userId: string) => seal(newSecret(), secrets.THROUGHCARE_KEY, `factor:${userId}`);
