import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { DataTable } from "@/components/ui/table";
import type { ServiceFacts } from "@/lib/register/service/facts";
import type { CompareRow } from "@/lib/search/compare/rows";

type Props = {
  services: ServiceFacts[];
  rows: CompareRow[];
  /** What each service is called, in the same order. */
  labels: string[];
  /** Where a service is bought from here; none for whoever does not buy. */
  buyHref?: ((facts: ServiceFacts) => string) | undefined;
  withoutHref: (reference: string) => string;
};

/** Services side by side; on a phone each question stacks, with every service's answer under it. */
export function CompareTable({ services, rows, labels, buyHref, withoutHref }: Props) {
  return (
    <DataTable
      caption={services.length === 1 ? "One service" : `${services.length} services side by side`}
      rows={[{ label: "Reference", cells: [], same: false }, ...rows]}
      rowKey={({ label }) => label}
      columns={[
        { label: "Compared", cell: ({ label }) => label },
        ...services.map((facts, at) => ({
          label: labels[at] ?? facts.reference,
          cell: ({ label, cells }: CompareRow) =>
            label === "Reference" ? (
              <Head facts={facts} buyHref={buyHref?.(facts)} withoutHref={withoutHref(facts.reference)} />
            ) : (
              <Answer lines={cells[at] ?? []} />
            ),
        })),
      ]}
      empty={
        <EmptyState title="Nothing is different" action={<ButtonLink href="/find">Find services</ButtonLink>}>
          These services answer every question alike.
        </EmptyState>
      }
    />
  );
}

type HeadProps = { facts: ServiceFacts; buyHref: string | undefined; withoutHref: string };

function Head({ facts: { reference, version }, buyHref, withoutHref }: HeadProps) {
  return (
    <span className="grid justify-items-start gap-1">
      <TextLink href={`/find/${reference}`}>
        {reference}
        <span className="sr-only">: {version.title}</span>
      </TextLink>
      <span className="no-print flex flex-wrap gap-x-4 text-small">
        {buyHref && (
          <TextLink href={buyHref}>
            Buy<span className="sr-only">: {version.title}</span>
          </TextLink>
        )}
        <TextLink href={withoutHref}>
          Take away<span className="sr-only">: {version.title}</span>
        </TextLink>
      </span>
    </span>
  );
}

function Answer({ lines }: { lines: string[] }) {
  const [only, ...more] = lines;
  if (only === undefined) return <span className="text-muted">Nothing said</span>;
  if (more.length === 0) return only;
  return (
    <span className="grid gap-1 print:block">
      {lines.map((line) => (
        <span key={line} className="print:not-last:after:content-['._']">
          {line}
        </span>
      ))}
    </span>
  );
}
