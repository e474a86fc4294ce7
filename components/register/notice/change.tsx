import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { day } from "@/lib/core/values/format";
import type { ChangeFacts } from "@/lib/register/notice/facts";
import { memberWords } from "@/lib/register/notice/words";

type Listed = {
  name: string;
  address: string;
  email: string;
  identifier: string;
  sme: boolean;
  vcse: boolean;
};

type Changed = Listed & { organisation: { reference: string }; part: { number: number; title: string } };

/** Who joined a part, or left one, with everything that the law lists of them. */
export function ChangeNotice({ facts, changed }: { facts: ChangeFacts; changed: readonly Changed[] }) {
  const [who] = changed;
  return (
    <>
      <SummaryList
        title={facts.joined ? "Who joined" : "Who left"}
        rows={[
          { label: "Organisation", value: who?.name ?? facts.organisation.name },
          { label: "Address", value: who?.address || memberWords.notGiven },
          { label: "Email", value: who?.email || memberWords.notGiven },
          { label: "Identifier", value: who?.identifier ?? facts.organisation.reference },
          { label: memberWords.sme, value: who?.sme ? "Yes" : "No" },
          { label: memberWords.vcse, value: who?.vcse ? "Yes" : "No" },
        ]}
      />
      <SummaryList
        title="What changed"
        rows={[
          { label: "Register", value: `${facts.register.title} (${facts.register.code})` },
          { label: "Day", value: day(facts.on) },
          ...facts.parts.map(({ number, title }) => ({
            label: facts.joined ? "Joined part" : "Left part",
            value: `${number}. ${title}`,
          })),
        ]}
      />
    </>
  );
}

type Row = Listed & { organisationId: string; organisation: string; part: number; partTitle: string };

/** Members as a notice lists them. */
export function MemberTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ organisationId, part }) => `${organisationId}-${part}`}
      columns={[
        {
          label: "Member",
          heads: true,
          // No link: who has left since has no page any more, and a notice is read for years.
          cell: ({ name, address }) => (
            <>
              {name}
              {address && <span className="block text-small font-normal text-muted">{address}</span>}
            </>
          ),
        },
        { label: "Part", cell: ({ part, partTitle }) => `${part}. ${partTitle}` },
        { label: "Identifier", cell: ({ identifier }) => identifier },
        { label: "Email", cell: ({ email }) => email || memberWords.notGiven },
        { label: "SME", cell: ({ sme }) => (sme ? "Yes" : "No") },
        { label: "VCSE", cell: ({ vcse }) => (vcse ? "Yes" : "No") },
      ]}
    />
  );
}
