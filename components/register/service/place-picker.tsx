"use client";

import { Fieldset } from "@/components/form/field";
import { useField } from "@/components/form/state";

export type PlaceNode = { code: string; name: string; kind: string; inside: readonly PlaceNode[] };

/** Every place as a tree of boxes to tick: a region, or police areas, councils and delivery units inside it. Opens where something is chosen. */
export function PlacePicker({
  name,
  tree,
  chosen,
}: {
  name: string;
  tree: readonly PlaceNode[];
  chosen: readonly string[];
}) {
  const { list, sent } = useField(name);
  const ticked = new Set(sent ? list : chosen);
  return (
    <Fieldset
      name={name}
      label="Choose places"
      hint="Open a region. Tick the whole of it, or the places inside. A place inside one that you ticked is covered already."
    >
      <ul className="border-t border-line">
        {tree.map((region, at) => (
          <Branch key={region.code} node={region} name={name} ticked={ticked} id={at === 0 ? name : undefined} />
        ))}
      </ul>
    </Fieldset>
  );
}

type BranchProps = { node: PlaceNode; name: string; ticked: ReadonlySet<string> };

/** The first branch has the field's own id, so that the error summary leads to it. */
function Branch({ node, name, ticked, id }: BranchProps & { id?: string | undefined }) {
  const many = countIn(node, ticked);
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <details className="details" open={many > 0}>
        <summary id={id} className="w-fit cursor-pointer py-0.5 text-act underline hover:decoration-2">
          {node.name}
          {many > 0 && <span className="text-muted"> ({many} chosen)</span>}
        </summary>
        <div className="mt-2 ml-2 border-l-2 border-line pl-4">
          <Tick name={name} code={node.code} label={`All of ${node.name}`} checked={ticked.has(node.code)} />
          <ul className="mt-1">
            {node.inside
              .filter(({ inside }) => inside.length > 0)
              .map((child) => (
                <Branch key={child.code} node={child} name={name} ticked={ticked} />
              ))}
          </ul>
          <Leaves title="Councils" nodes={leaves(node, "localAuthority")} name={name} ticked={ticked} />
          <Leaves title="Probation delivery units" nodes={leaves(node, "pdu")} name={name} ticked={ticked} />
        </div>
      </details>
    </li>
  );
}

type LeavesProps = { title: string; nodes: readonly PlaceNode[]; name: string; ticked: ReadonlySet<string> };

function Leaves({ title, nodes, name, ticked }: LeavesProps) {
  if (nodes.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="text-small text-muted">{title}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {nodes.map(({ code, name: label }) => (
          <li key={code}>
            <Tick name={name} code={code} label={label} checked={ticked.has(code)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Tick({ name, code, label, checked }: { name: string; code: string; label: string; checked: boolean }) {
  const id = `${name}-${code}`;
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3 py-1">
      <input type="checkbox" id={id} name={name} value={code} defaultChecked={checked} className="tick" />
      <label htmlFor={id} className="py-0.5">
        {label}
      </label>
    </div>
  );
}

const leaves = (node: PlaceNode, kind: string) =>
  node.inside.filter((child) => child.kind === kind && child.inside.length === 0);

const countIn = (node: PlaceNode, ticked: ReadonlySet<string>): number =>
  (ticked.has(node.code) ? 1 : 0) + node.inside.reduce((sum, child) => sum + countIn(child, ticked), 0);
