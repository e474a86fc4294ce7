import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../../../scripts/support/child.mjs";

/** A server action as the build knows it. `takes` counts the arguments that it reads, as the first byte of its id tells. */
export type BuiltAction = { name: string; id: string; path: string; takes: number };
/** A page or a route handler as the build knows it, by its address. */
export type BuiltRoute = { address: string; kind: "page" | "route" };

const Actions = z.record(
  z.string(),
  z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
);
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, ".next", "server", name), "utf8"));

/** Every server action of the build, named `file#export`. */
export function builtActions(): BuiltAction[] {
  const { node } = z.object({ node: Actions }).parse(read("server-reference-manifest.json"));
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${filename.replace(/^app\//, "").replace(/\.tsx?$/, "")}#${exportedName}`,
      path: addressOf(Object.keys(workers)[0] ?? "").replaceAll(/\[[^/]*\]/g, "1"),
      takes: argumentsOf(id),
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Every page and route handler of the build, but for what Next adds of its own. */
export function builtRoutes(): BuiltRoute[] {
  return Object.keys(z.record(z.string(), z.string()).parse(read("app-paths-manifest.json")))
    .filter((path) => !path.startsWith("/_"))
    .map((path) => ({
      address: addressOf(path),
      kind: path.endsWith("/page") ? ("page" as const) : ("route" as const),
    }))
    .toSorted((one, other) => (one.address < other.address ? -1 : 1));
}

/** `app/(provider)/apply/page` and `/(provider)/apply/page` are `/apply`. */
const addressOf = (path: string) =>
  path
    .replace(/^app\//, "/")
    .replaceAll(/\/\([^/]*\)/g, "")
    .replace(/\/(page|route)$/, "") || "/";

/** The middle six bits of the first byte say which of the first six arguments are read. */
function argumentsOf(id: string): number {
  const bits = Number.parseInt(id.slice(0, 2), 16);
  return Array.from({ length: 6 }, (_, at) => (bits >> (6 - at)) & 1).lastIndexOf(1) + 1;
}

/** Rows of a table of tests by their whole title: a title taken from a row by name is cut short. */
export const named = <Row extends { title: string }>(rows: readonly Row[]) =>
  rows.map((row): [string, Row] => [row.title, row]);
