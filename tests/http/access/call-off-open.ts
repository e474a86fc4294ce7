import type { Fields } from "../ground/call";
import type { Case, Given, Page, World } from "../ground/world";
import { of, open } from "./pages";
import { anywhere, atHome, auditors, authorities, nobody, type Who } from "./who";

const commissioners: readonly Who[] = ["authority.commissioner"];
const writers = anywhere("provider.editor", "provider.signatory");
/** Everybody of the authority that leads, and every auditor. */
const file: readonly Who[] = [...new Set([...atHome(authorities), ...auditors])];

const draft = `select c.id, c."organisationId" as authority from "CallOff" c where c.state = 'draft' order by c.reference limit 1`;
/** Advertised to everybody, and open for questions too. */
const published = `select c.id, c.reference, c."organisationId" as authority from "CallOff" c
  where c.state = 'published' and c.route = 'marketCompetition' and c."clarifyUntil" > now() order by c.reference limit 1`;
/** One to which those who are asked here have said nothing yet. */
const unanswered = published.replace("marketCompetition", "belowThreshold");
const question = `select q.id, c."organisationId" as authority from "Clarification" q join "CallOff" c on c.id = q."callOffId"
  where c.state = 'published' and c."closesAt" > now() and q.answer is null order by q.id limit 1`;

const on =
  (sql: string, more: Fields = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", authority = "" } = await world.row(sql);
    return { authority, fields: { id, ...more } };
  };

/** A provider's word on what everybody may see. */
const word =
  (more: Fields = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", reference = "" } = await world.row(unanswered);
    return { fields: { callOffId: id, reference, ...more } };
  };

/** Publishing, answering, changing and taking back; and what providers say to it. */
export const callOffOpen: Record<string, readonly Case[]> = {
  // A draft goes to its funders first.
  "(commissioner)/call-offs/[id]/publish/actions#publish": [
    { may: commissioners, answer: "conflict", given: on(draft, { fewReason: "" }) },
  ],
  "(commissioner)/call-offs/[id]/invitations/actions#save": [{ may: commissioners, given: on(draft) }],
  "(commissioner)/call-offs/[id]/clarifications/actions#answer": [
    { may: commissioners, given: on(question, { answer: "Yes, within five miles." }) },
  ],
  "(commissioner)/call-offs/[id]/amend/actions#amend": [
    { may: commissioners, given: on(published, { text: "There are now twelve homes." }) },
  ],
  "(commissioner)/call-offs/[id]/withdraw/actions#withdraw": [
    { as: "a draft", may: commissioners, given: on(draft, { reason: "It is not needed any more." }) },
    { as: "an open one", may: commissioners, given: on(published, { reason: "It is not needed any more." }) },
  ],
  "(public)/opportunities/[reference]/actions#intend": [{ may: writers, given: word() }],
  "(public)/opportunities/[reference]/actions#decline": [
    { may: writers, given: word({ reason: "capacity", words: "" }) },
  ],
  "(public)/opportunities/[reference]/actions#ask": [
    { may: writers, given: word({ question: "How many homes are there?" }) },
  ],
  "(public)/opportunities/alerts/actions#start": [
    { may: writers, given: () => ({ fields: { categoryCodes: ["accommodation"] } }) },
  ],
  // Nobody of these has switched alerts on.
  "(public)/opportunities/alerts/actions#stop": [{ may: writers, answer: "conflict" }],
};

/** What is read about a call-off that is open. */
export const callOffOpenPages: Record<string, readonly Page[]> = {
  "/opportunities": open,
  "/opportunities/csv": open,
  "/opportunities/atom.xml": open,
  "/opportunities/calendar.ics": open,
  "/opportunities/alerts": [{ may: writers }],
  "/opportunities/[reference]": open.map((page) => ({ ...page, at: of("/opportunities/[reference]", published) })),
  "/opportunities/[reference]/ask": [{ may: writers, at: of("/opportunities/[reference]/ask", published) }],
  "/opportunities/[reference]/decline": [{ may: writers, at: of("/opportunities/[reference]/decline", published) }],
  "/call-offs/[id]/publish": [{ as: "a draft", may: nobody, at: of("/call-offs/[id]/publish", draft) }],
  "/call-offs/[id]/invitations": [{ may: file, at: of("/call-offs/[id]/invitations", draft) }],
  "/call-offs/[id]/clarifications": [{ may: file, at: of("/call-offs/[id]/clarifications", published) }],
  "/call-offs/[id]/amend": [{ may: commissioners, at: of("/call-offs/[id]/amend", published) }],
  "/call-offs/[id]/withdraw": [{ may: commissioners, at: of("/call-offs/[id]/withdraw", draft) }],
};
