import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { Details } from "@/components/ui/page";
import { type Route, routeWords } from "@/lib/calloff/route/words";

type Because = { ruleCode: string; source: string; sentence: string };

/** The rules that decided something, each with where it is written. */
export function Rules({ rules, label }: { rules: readonly Because[]; label: string }) {
  return (
    <ul aria-label={label} className="grid gap-4">
      {rules.map(({ ruleCode, source, sentence }) => (
        <li key={`${ruleCode} ${sentence}`} className="max-w-measure border-l-2 border-line pl-4">
          {sentence}
          <span className="block text-small text-muted">{source}</span>
        </li>
      ))}
    </ul>
  );
}

type Props = {
  route: Route;
  because: readonly Because[];
  otherwise: { route: Route; because: readonly Because[] } | null;
  after: readonly Because[];
  allowed: boolean;
};

/** Which way this may be bought and why; and when it may not, which way is needed. */
export function RouteView({ route, because, otherwise, after, allowed }: Props) {
  return (
    <div className="grid gap-8">
      {allowed ? (
        <p>
          <strong>{routeWords[route].label}.</strong> {routeWords[route].meaning}
        </p>
      ) : (
        <Notice tone="bad" title="This cannot be bought in this way">
          {otherwise ? (
            <p>
              What is needed: <strong>{routeWords[otherwise.route].label.toLowerCase()}</strong>.{" "}
              {routeWords[otherwise.route].meaning}
            </p>
          ) : (
            <p>Put right what is said below, and look again.</p>
          )}
        </Notice>
      )}
      <Rules rules={because} label="Why" />
      {otherwise && (
        <div>
          <h3 className="mb-3 font-bold">What to do instead</h3>
          <Rules rules={otherwise.because} label="What to do instead" />
        </div>
      )}
      {allowed && after.length > 0 && (
        <Details summary={`What must be done afterwards (${after.length})`}>
          <Rules rules={after} label="What must be done afterwards" />
        </Details>
      )}
      <p className="text-small text-muted">
        This helps you decide. It is not legal advice. <TextLink href="/about">What we rely on</TextLink>
      </p>
    </div>
  );
}
