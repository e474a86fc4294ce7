import { join } from "node:path";
import { type Member, system } from "@/lib/core/actor";
import { createUser } from "@/lib/identity/commands/sign-in";
import { addAssociated, addConnected, completeConnections, endConnected } from "@/lib/register/connection/commands";
import { askToJoin } from "@/lib/register/joining/commands";
import { loadFile } from "@/lib/register/listing/load";
import { act, daysAgo, person } from "../play";

/** Loads the made-up extracts of both public registers, as an operator would load real ones. */
export async function loadMadeUpRegisters() {
  for (const file of ["charities.csv", "companies.csv"])
    await loadFile(join(process.cwd(), "prisma/listing", file), { isFiction: true });
}

const trustees = ["Winifred Oakden", "Tobias Marl", "Precious Adeyemi-Holt"];

/** Who stands behind some charities, on whom one relies, and somebody who asks to join. */
export async function standBehind(members: readonly { actor: Member }[]) {
  for (const [at, { actor }] of members.slice(0, 3).entries())
    for (const name of trustees.slice(at))
      await act(
        addConnected,
        actor,
        { name, connectedAs: "trustee", isBody: "", detail: "", since: `20${10 + at * 3}-04-01` },
        daysAgo(60 - at),
      );
  const [first] = members;
  if (!first) return;
  const { actor } = first;
  const old = await act(
    addConnected,
    actor,
    { name: "Quayside Hostel Association", connectedAs: "predecessor", isBody: "yes", detail: "", since: "2009-09-01" },
    daysAgo(60),
  );
  await act(endConnected, actor, { connectionId: old.id }, daysAgo(50));
  const landlord = { name: "Sundial Housing Services Limited", scheme: "GB-COH", value: "99500016" };
  await act(addAssociated, actor, { ...landlord, reliedOnFor: "The lease of our twelve flats." }, daysAgo(50));
  await act(completeConnections, actor, { complete: "yes" }, daysAgo(49));

  const asks = await act(
    createUser,
    system,
    { email: "jo.tanner@harbour-steps-trust.example", name: "Jo Tanner" },
    daysAgo(2),
  );
  await act(
    askToJoin,
    person(asks.id),
    { organisationId: actor.organisationId, message: "I started this month as the housing worker. Ask Winifred." },
    daysAgo(2),
  );
}
