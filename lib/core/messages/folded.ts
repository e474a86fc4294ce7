/** What is sealed of a message: its text, and the path that ends such messages, or "". */
export type Folded = { text: string; unsubscribe: string };

/** A sign that no keyboard has (the record separator of ASCII). In a text that has no path it is replaced. */
const mark = "\u001e";

/** Text and path as one text, so that the path, which is a secret too, is sealed and forgotten with the text. */
export const fold = ({ text, unsubscribe }: Folded): string =>
  unsubscribe === "" ? text.replaceAll(mark, " ") : `${mark}${unsubscribe}${mark}${text}`;

/** What `fold` was given. Text that was sealed by itself has no path. */
export function unfold(folded: string): Folded {
  const [before, unsubscribe, ...rest] = folded.split(mark);
  const isMarked = before === "" && unsubscribe !== undefined && rest.length > 0;
  return isMarked ? { text: rest.join(mark), unsubscribe } : { text: folded, unsubscribe: "" };
}

type Header = { prepared: boolean; value: string };

/**
 * The headers by which a mail program offers to unsubscribe (RFC 2369), with one press where the site is reached by https
 * (RFC 8058 wants that). "Prepared", so that no address is broken over two lines.
 */
export function listHeaders(unsubscribe: string, origin: string): Record<string, Header> {
  if (unsubscribe === "") return {};
  const said = (value: string): Header => ({ prepared: true, value });
  return {
    "List-Unsubscribe": said(`<${origin}${unsubscribe}>`),
    ...(origin.startsWith("https:") && { "List-Unsubscribe-Post": said("List-Unsubscribe=One-Click") }),
  };
}
