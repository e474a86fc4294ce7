import { ourFault } from "./our-fault";
import { PlainPage } from "./plain-page";

/** The page for a fault of ours. Its way on is a plain link: the router itself may be what failed. */
export function OurFaultPage({ requestId }: { requestId: string | undefined }) {
  return (
    <PlainPage {...ourFault} requestId={requestId}>
      <a href="/" className="button border-act bg-act text-on-act">
        Go to the home page
      </a>
    </PlainPage>
  );
}
