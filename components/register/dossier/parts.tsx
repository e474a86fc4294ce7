import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { listed } from "@/lib/core/values/format";
import type { Dossier } from "@/lib/register/application/decision/queries";
import { reasonLabel } from "@/lib/register/application/decision/reason-words";
import type { Offer, PartOffer } from "@/lib/register/application/decision/rules";
import { offerWords } from "@/lib/register/application/decision/words";
import { decisionWords } from "@/lib/register/application/words";
import { stateWords } from "@/lib/register/service/words";

const offerTones: Record<Offer["kind"], "good" | "wait" | "bad" | "note"> = {
  debarred: "bad",
  unfinished: "note",
  conditions: "wait",
  unchecked: "note",
  grounds: "wait",
  mustAdmit: "good",
};

type Offers = { offers: PartOffer[]; organisationId: string };

/** What the law leaves open, once for each different answer, with the parts that it is about where they differ. */
export function DossierOffers({ offers, organisationId }: Offers) {
  const kinds = [...new Set(offers.map(({ offer }) => offer.kind))];
  return kinds.map((kind) => (
    <Notice key={kind} tone={offerTones[kind]} title={offerWords[kind].title}>
      {kinds.length > 1 && (
        <p>
          {listed(offers.filter(({ offer }) => offer.kind === kind).map(({ number, title }) => `${number}. ${title}`))}
        </p>
      )}
      <p>{offerWords[kind].body}</p>
      {kind === "unchecked" && (
        <p>
          <TextLink href={`/steward/debarment/${organisationId}`}>Record a look at the list</TextLink>
        </p>
      )}
      <p className="text-small">{offerWords[kind].source}</p>
    </Notice>
  ));
}

/** The parts asked for, with what was decided once it was. */
export function DossierParts({ parts }: { parts: Dossier["parts"] }) {
  return (
    <DataTable
      caption="Parts asked for"
      rows={parts}
      rowKey={({ partId }) => partId}
      columns={[
        { label: "Part", heads: true, cell: ({ part }) => `${part.number}. ${part.title}` },
        {
          label: "Decision",
          cell: ({ decision, proposed }) =>
            decision ? (
              <Tag tone={decisionWords[decision].tone}>{decisionWords[decision].label}</Tag>
            ) : proposed ? (
              <Tag tone="note">Proposed: {decisionWords[proposed].label.toLowerCase()}</Tag>
            ) : (
              "Not decided yet"
            ),
        },
        {
          label: "Reasons",
          cell: ({ reasons, reasonCodes, proposedReasons, proposedCodes, decision }) => {
            const codes = decision ? reasonCodes : proposedCodes;
            return (
              <>
                {codes.length > 0 && (
                  <span className="block text-small text-muted">{codes.map(reasonLabel).join(". ")}.</span>
                )}
                <span className="whitespace-pre-line">{(decision ? reasons : proposedReasons) ?? "–"}</span>
              </>
            );
          },
        },
      ]}
    />
  );
}

/** The services that go with the application. */
export function DossierServices({
  services,
  parts,
}: {
  services: Dossier["organisation"]["services"];
  parts: Dossier["parts"];
}) {
  return (
    <DataTable
      caption="Services in these parts"
      rows={services}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">There is no service in these parts.</p>}
      columns={[
        {
          label: "Service",
          heads: true,
          cell: ({ id, draft, published }) => (
            <TextLink href={`/steward/services/${id}`}>{draft?.title || published?.title || "A service"}</TextLink>
          ),
        },
        { label: "Part", cell: ({ partId }) => parts.find((part) => part.partId === partId)?.part.title },
        { label: "Places", numeric: true, cell: ({ places }) => places },
        { label: "Standing", cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag> },
      ]}
    />
  );
}
