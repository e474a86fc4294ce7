import { Download } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { Day, RoundMoney } from "@/components/ui/value";
import { day } from "@/lib/core/values/format";
import { numbersSaid } from "@/lib/reference/identifiers";
import type { Snapshot } from "@/lib/register/profile/snapshot/queries";
import { metWords, sizeWords } from "@/lib/register/profile/words";

type Props = {
  snapshot: Pick<Snapshot, "content" | "opens"> /** What its kind of organisation is called. */;
  type: string;
};

/** A snapshot as everybody who may read it reads it: nothing in it depends on who reads, but which files they can open. */
export function SnapshotView({ snapshot: { content, opens }, type }: Props) {
  const { organisation, profile, answers, evidence } = content;
  return (
    <>
      <Section title="The organisation">
        <SummaryList
          rows={[
            { label: "Name", value: `${organisation.name} (${organisation.reference})` },
            { label: "Kind", value: type },
            {
              label: "Numbers",
              value: numbersSaid(organisation.identifiers) || "None",
            },
            { label: "Address", value: organisation.address ?? "Not said" },
            { label: "Size", value: `${sizeWords[profile.size].label}. ${sizeWords[profile.size].meaning}` },
            {
              label: "Yearly income",
              value: (
                <>
                  <RoundMoney pence={BigInt(profile.incomePence)} /> in {profile.incomeYear}
                </>
              ),
            },
            { label: "Staff", value: `${profile.staffFte} full-time equivalent` },
            { label: "Voluntary, community or social enterprise", value: profile.vcse ? "Yes" : "No" },
            { label: "Led by lived experience", value: profile.ledByLivedExperience ? "Yes" : "No" },
            { label: "What it does", value: profile.about || "Not said" },
            { label: "Where people live", value: profile.areaOfBenefit || "Not said" },
            { label: "Shaped with people", value: profile.coDesign || "Nothing said" },
            { label: "Website", value: profile.website ?? "None" },
            { label: "Email for buyers", value: profile.contactEmail ?? "None" },
          ]}
        />
      </Section>
      <Section title="Answers">
        {answers.length === 0 ? (
          <p>No condition had been answered.</p>
        ) : (
          <SummaryList
            rows={answers.map(({ number, title, met, text, expiresOn, answeredAt }) => ({
              label: `${number}. ${title}`,
              value: (
                <>
                  <strong>{met ? metWords.yes : metWords.no}.</strong>{" "}
                  <span className="whitespace-pre-line">{text}</span>
                </>
              ),
              note: (
                <>
                  Answered on <Day on={new Date(answeredAt)} />
                  {expiresOn && `, in date until ${day(expiresOn)}`}
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Section title="Files">
        {evidence.length === 0 ? (
          <p>No answer rested on a file.</p>
        ) : (
          <ul className="grid max-w-measure gap-4">
            {evidence.map(({ id, title, version, fileName, expiresOn, sha256 }) => (
              <li key={id} className="min-w-0">
                {opens.includes(id) ? (
                  <Download href={`/evidence/${id}/file`} kind={fileName}>
                    {title}
                  </Download>
                ) : (
                  <span>
                    <span className="font-semibold">{title}</span> ({fileName}). Not shared with you.
                  </span>
                )}
                <p className="text-small text-muted [overflow-wrap:anywhere]">
                  Version {version}.{expiresOn && ` Runs out on ${day(expiresOn)}.`} Fingerprint (SHA-256) {sha256}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
