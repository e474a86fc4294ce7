import { Moment } from "@/components/ui/value";

type Post = { id: string; text: string; postedAt: Date; organisationId: string; organisation: { name: string } };

/** What was said on a board, the oldest first. The authority's own words stand out. */
export function Posts({ posts, authorityId }: { posts: readonly Post[]; authorityId: string }) {
  return (
    <ol aria-label="What was said" className="grid max-w-measure gap-8">
      {posts.map(({ id, text, postedAt, organisationId, organisation }) => {
        const own = organisationId === authorityId;
        return (
          <li key={id} className={`border-l-4 pl-5 ${own ? "border-act" : "border-line"}`}>
            <p>
              <strong>{organisation.name}</strong>
              {own && " (the authority)"}
            </p>
            <p className="text-small text-muted">
              <Moment at={postedAt} />
            </p>
            <p className="mt-2 whitespace-pre-line break-words">{text}</p>
          </li>
        );
      })}
    </ol>
  );
}
