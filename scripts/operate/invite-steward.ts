import { system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { environment } from "@/lib/core/process/environment";
import { inviteSteward } from "@/lib/identity/commands/invitations";

/** `npm run invite:steward -- email "Their Name"`: the first person of a new installation, and the way back in when every administrator is lost. */
async function invite([email, ...name]: string[]) {
  const result = await inviteSteward(system, { email, name: name.join(" ") });
  if (result.ok) {
    console.log(`${email} is invited to ${result.value.organisation} as its administrator.`);
    console.log(`The e-mail goes out when Throughcare runs. They sign in at ${environment().ORIGIN}/sign-in`);
    return;
  }
  const { refusal } = result;
  const why = refusal.kind === "invalid" ? Object.values(refusal.fields).flat().join(". ") : refusal.message;
  console.error(`${why}.\nUsage: npm run invite:steward -- name@example.org "Their Name"`);
  process.exitCode = 1;
}

await invite(process.argv.slice(2)).finally(() => db.$disconnect());
