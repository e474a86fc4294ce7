import { type ServiceSection, sectionWords } from "../service/words";

type Offered = { id: string; title: string; partId: string; state: string; unfinished: readonly ServiceSection[] };

/** All that an application must have, as it stands. */
export type Readiness = {
  isProfileDone: boolean;
  parts: readonly { id: string; number: number; title: string }[];
  services: readonly Offered[];
  conditions: readonly { number: number; title: string; isAnswered: boolean; hasRunOut: boolean }[];
  groundsLeft: number;
};

export type Missing = {
  section: "profile" | "parts" | "services" | "conditions" | "grounds";
  message: string;
  href: string;
};

/** What is missing before an application can be sent, each with where it is put right. Nothing missing is an empty list. */
export function missing({ isProfileDone, parts, services, conditions, groundsLeft }: Readiness): Missing[] {
  return [
    ...one(!isProfileDone, { section: "profile", message: "Say who your organisation is", href: "/apply/profile" }),
    ...one(parts.length === 0, {
      section: "parts",
      message: "Choose the parts that you want to join",
      href: "/apply/parts",
    }),
    ...parts.flatMap((part) => lacksService(part, services)),
    ...conditions
      .filter(({ isAnswered, hasRunOut }) => !isAnswered || hasRunOut)
      .map(
        ({ number, title, hasRunOut }): Missing => ({
          section: "conditions",
          message: hasRunOut ? `Renew what has run out: ${title}` : `Answer condition ${number}: ${title}`,
          href: `/apply/conditions/${number}`,
        }),
      ),
    ...one(groundsLeft > 0, {
      section: "grounds",
      message: "Say whether any exclusion ground applies to you",
      href: "/apply/grounds",
    }),
  ];
}

/** The drafts of the chosen parts that are finished: these go with the application, the others stay drafts. */
export const goesAlong = ({ parts, services }: Pick<Readiness, "parts" | "services">): Offered[] =>
  services.filter(
    ({ state, partId, unfinished }) =>
      state === "draft" && unfinished.length === 0 && parts.some(({ id }) => id === partId),
  );

/** A part needs one service that is finished, or that buyers know from before. */
function lacksService(
  { id, number, title }: { id: string; number: number; title: string },
  services: readonly Offered[],
): Missing[] {
  const inPart = services.filter(({ partId, state }) => partId === id && state !== "withdrawn");
  if (inPart.some(({ state, unfinished }) => unfinished.length === 0 && state !== "inReview")) return [];
  const [nearest] = inPart.toSorted((a, b) => a.unfinished.length - b.unfinished.length);
  const section = "services";
  if (!nearest)
    return [{ section, message: `Add a service for part ${number}, ${title}`, href: `/services/new?part=${id}` }];
  const left = nearest.unfinished.map((name) => sectionWords[name].title.toLowerCase()).join(", ");
  return [{ section, message: `Finish “${nearest.title}”: ${left}`, href: `/services/${nearest.id}` }];
}

const one = (isMissing: boolean, what: Missing): Missing[] => (isMissing ? [what] : []);
