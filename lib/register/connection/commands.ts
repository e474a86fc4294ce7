import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { checkIdentifier } from "@/lib/reference/identifiers";
import { mayComplete, mayConnect, visibleTo } from "./policy";
import { AssociatedInput, CompleteInput, EndInput, PersonInput } from "./schema";
import { refusalWords } from "./words";

/** The actor's own organisation, which is the only one whose connections they can write. */
const loadOwn = async ({ tx, actor }: Scene) => {
  const own = await tx.organisation.findFirst({
    where: { kind: "provider", id: { in: actor.organisationId ? [actor.organisationId] : [] } },
    select: { id: true },
  });
  return own && { organisationId: own.id };
};

const writer = (scene: Scene) => scene.actor.id ?? refuse("forbidden", "You cannot do that.");

/** A list that changed is no longer said to be complete. */
const reopen = ({ tx }: Scene, organisationId: string) =>
  tx.provider.updateMany({ where: { organisationId }, data: { connectionsAt: null } });

/** Adds a person or body that has a hold over the organisation. Refuses a day that is still to come. */
export const addConnected = command({
  event: "connection.add",
  input: PersonInput,
  load: loadOwn,
  allow: mayConnect,
  run: async (scene, { organisationId }, { since, ...said }) => {
    if (since && since > londonDay(scene.now)) refuseField("since", refusalWords.future);
    const id = newId(scene.now.getTime());
    await scene.tx.connectedPerson.create({
      data: {
        ...said,
        id,
        organisationId,
        since: since ? new Date(since) : null,
        addedById: writer(scene),
        addedAt: scene.now,
      },
      select: { id: true },
    });
    await reopen(scene, organisationId);
    return { value: { id }, id: organisationId, detail: { connectionId: id, connectedAs: said.connectedAs } };
  },
});

/** Ends a connection. It stays to be read, with its dates. Refuses one that was ended before. */
export const endConnected = command({
  event: "connection.end",
  input: EndInput,
  load: ({ tx, actor }, { connectionId }) =>
    tx.connectedPerson.findFirst({
      where: { AND: [visibleTo(actor), { id: connectionId }] },
      select: { id: true, organisationId: true },
    }),
  allow: mayConnect,
  run: async (scene, { id, organisationId }) => {
    const { count } = await scene.tx.connectedPerson.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: scene.now, endedById: writer(scene) },
    });
    if (count === 0) refuse("conflict", refusalWords.ended);
    await reopen(scene, organisationId);
    return { value: { id }, id: organisationId, detail: { connectionId: id } };
  },
});

/** Adds an organisation on which this one relies to meet a condition. A number is checked by its register's shape. */
export const addAssociated = command({
  event: "connection.associate",
  input: AssociatedInput,
  load: loadOwn,
  allow: mayConnect,
  run: async (scene, { organisationId }, { name, scheme, value, reliedOnFor }) => {
    if (value && !scheme) refuseField("scheme", "Choose the register that the number comes from");
    const check = scheme && value ? checkIdentifier(scheme, value) : null;
    if (check && !check.ok) refuseField("value", check.message);
    const id = newId(scene.now.getTime());
    await scene.tx.associatedOrganisation.create({
      data: {
        ...{ id, organisationId, name, reliedOnFor },
        scheme: check?.ok ? scheme : null,
        value: check?.ok ? check.value : null,
        addedById: writer(scene),
        addedAt: scene.now,
      },
      select: { id: true },
    });
    await reopen(scene, organisationId);
    return { value: { id }, id: organisationId, detail: { connectionId: id, scheme: check?.ok ? scheme : null } };
  },
});

/** Ends reliance on another organisation. It stays to be read, with its dates. */
export const endAssociated = command({
  event: "connection.dissociate",
  input: EndInput,
  load: ({ tx, actor }, { connectionId }) =>
    tx.associatedOrganisation.findFirst({
      where: { AND: [visibleTo(actor), { id: connectionId }] },
      select: { id: true, organisationId: true },
    }),
  allow: mayConnect,
  run: async (scene, { id, organisationId }) => {
    const { count } = await scene.tx.associatedOrganisation.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: scene.now, endedById: writer(scene) },
    });
    if (count === 0) refuse("conflict", refusalWords.ended);
    await reopen(scene, organisationId);
    return { value: { id }, id: organisationId, detail: { connectionId: id } };
  },
});

/** A signatory says that everybody who is connected is on the list. Refuses before there is a profile to keep the day. */
export const completeConnections = command({
  event: "connection.complete",
  input: CompleteInput,
  load: loadOwn,
  allow: mayComplete,
  run: async (scene, { organisationId }) => {
    const { tx, now } = scene;
    const { count } = await tx.provider.updateMany({ where: { organisationId }, data: { connectionsAt: now } });
    if (count === 0) refuse("conflict", refusalWords.noProfile);
    const where = { organisationId, endedAt: null };
    return {
      value: { id: organisationId },
      id: organisationId,
      detail: {
        persons: await tx.connectedPerson.count({ where }),
        associated: await tx.associatedOrganisation.count({ where }),
      },
    };
  },
});
