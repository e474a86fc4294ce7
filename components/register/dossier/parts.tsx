import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import type { Dossier } from "@/lib/register/application/decision/queries";
import { decisionWords } from "@/lib/register/application/words";
import { stateWords } from "@/lib/register/service/words";

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
          cell: ({ decision }) =>
            decision ? (
              <Tag tone={decisionWords[decision].tone}>{decisionWords[decision].label}</Tag>
            ) : (
              "Not decided yet"
            ),
        },
        { label: "Reasons", cell: ({ reasons }) => reasons ?? "–" },
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
