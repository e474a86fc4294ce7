import { TextField } from "@/components/form/text";
import { Details } from "@/components/ui/page";
import { type IdentifierScheme, identifierSchemes } from "@/lib/reference/identifiers";

const ELSEWHERE = ["GB-SC", "GB-NIC"];

type Props = { asked: readonly string[]; known?: readonly { scheme: string; value: string }[] };

/** The numbers that a kind of organisation has, one field each. */
export function NumberFields({ asked, known = [] }: Props) {
  const schemes = identifierSchemes.filter(({ code }) => asked.includes(code));
  const held = (code: string) => known.find(({ scheme }) => scheme === code)?.value;
  const isFar = ({ code }: IdentifierScheme) => ELSEWHERE.includes(code) && !held(code);
  const near = schemes.filter((scheme) => !isFar(scheme));
  const far = schemes.filter(isFar);
  if (schemes.length === 0) return <p>Your kind of organisation has no register number, so we give you one of ours.</p>;
  return (
    <>
      {near.map((scheme, at) => (
        <NumberOf key={scheme.code} {...scheme} isOptional={at > 0} value={held(scheme.code)} />
      ))}
      {far.length > 0 && (
        <Details summary="We are registered in Scotland or Northern Ireland">
          <p>Give this number, and leave the one for England and Wales empty.</p>
          {far.map((scheme) => (
            <NumberOf key={scheme.code} {...scheme} isOptional value={undefined} />
          ))}
        </Details>
      )}
    </>
  );
}

type OneProps = IdentifierScheme & { isOptional: boolean; value: string | undefined };

function NumberOf({ code, name, example, open, isOptional, value }: OneProps) {
  return (
    <TextField
      name={`numbers.${code}`}
      label={name}
      hint={`For example, ${example}.${open ? "" : " We never show it to the public."}`}
      width={12}
      optional={isOptional}
      spellCheck={false}
      defaultValue={value}
    />
  );
}
