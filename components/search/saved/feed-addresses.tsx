import { SummaryList } from "@/components/ui/summary";

type Props = { origin: string; token: string };

/** The addresses of a saved search's feeds, to be copied into another program. */
export function FeedAddresses({ origin, token }: Props) {
  const address = (file: string) => `${origin}/feeds/${token}/${file}`;
  return (
    <>
      <p className="mb-4 max-w-measure">
        Copy an address into your calendar or your feed reader. Whoever has an address can read what it holds, so keep
        it to yourself. There are no prices in it.
      </p>
      <SummaryList
        rows={[
          { label: "Calendar (iCalendar)", value: <Address href={address("calendar.ics")} /> },
          { label: "News feed (Atom)", value: <Address href={address("atom.xml")} /> },
        ]}
      />
    </>
  );
}

const Address = ({ href }: { href: string }) => (
  <a href={href} rel="nofollow" className="text-small break-all text-act underline hover:decoration-2">
    {href}
  </a>
);
