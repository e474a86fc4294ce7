import { TextLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { listed } from "@/lib/core/values/format";
import type { Duplicate } from "@/lib/register/application/decision/queries/duplicates";
import { sameWords } from "@/lib/register/application/decision/words";

/** Other organisations that may be the same one. They stand in the way of nothing. */
export function DossierDuplicates({ found }: { found: Duplicate[] }) {
  if (found.length === 0) return null;
  return (
    <Section
      title="Perhaps the same organisation"
      id="duplicates"
      lead="These are much alike. It may be nothing: look at them before you decide. They stop nothing."
    >
      <DataTable
        caption="Organisations that are much alike"
        rows={found}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Organisation",
            heads: true,
            cell: ({ name, applicationId }) =>
              applicationId ? <TextLink href={`/steward/applications/${applicationId}`}>{name}</TextLink> : name,
          },
          { label: "Reference", cell: ({ reference }) => reference },
          { label: "What is alike", cell: ({ same }) => listed(same.map((one) => sameWords[one])) },
        ]}
      />
    </Section>
  );
}
