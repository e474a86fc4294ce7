import { z } from "zod";
import type { Reference } from "@/lib/reference/snapshot";
import { OpenOne, OpenPage, OpenService, Problem } from "./answer";
import { type Parameter, type ParameterName, parametersOf } from "./parameters";
import { openPath } from "./shape";
import { parameterWords, describedWords as said } from "./words";

const schemas = z.registry<{ id: string }>();
schemas.add(OpenService, { id: "Service" });
schemas.add(OpenPage, { id: "Page" });
schemas.add(OpenOne, { id: "One" });
schemas.add(Problem, { id: "Problem" });

/** The open search for machines, as OpenAPI 3.1: made of the tables by which questions are read and answers are shaped. */
export function describeOpen(lists: Reference, origin: string) {
  const parameters = parametersOf(lists).map((parameter) => ({
    name: parameter.name,
    in: "query",
    description: [parameterWords[parameter.name], namesOf(parameter, lists)].filter(Boolean).join(" "),
    ...schemaOf(parameter),
  }));
  const path = {
    name: "reference",
    in: "path",
    required: true,
    description: said.reference,
    schema: { type: "string" },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: said.title,
      version: "1",
      description: said.about,
      license: {
        name: "Open Government Licence v3.0",
        url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
      },
    },
    servers: [{ url: origin }],
    paths: {
      [openPath]: {
        get: {
          operationId: "searchServices",
          summary: said.search,
          description: said.searchSaid,
          parameters: [...parameters, ifNoneMatch],
          responses: { ...answers("Page"), "400": problem("A parameter cannot be used"), ...always },
        },
      },
      [`${openPath}/{reference}`]: {
        get: {
          operationId: "readService",
          summary: said.one,
          parameters: [path, ifNoneMatch],
          responses: { ...answers("One"), "404": problem("No such service"), ...always },
        },
      },
      "/api/v1/openapi.json": {
        get: {
          operationId: "describe",
          summary: said.description,
          responses: {
            "200": { description: said.ok, content: { "application/json": { schema: { type: "object" } } } },
          },
        },
      },
    },
    components: { schemas: components() },
  };
}

const ifNoneMatch = { name: "If-None-Match", in: "header", description: said.match, schema: { type: "string" } };
const at = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const answers = (name: string) => ({
  "200": {
    description: said.ok,
    headers: { ETag: { schema: { type: "string" } } },
    content: { "application/json": at(name) },
  },
  "304": { description: said.same },
});
const problem = (description: string) => ({ description, content: { "application/problem+json": at("Problem") } });
const always = {
  "429": {
    ...problem("Too many requests from one network"),
    headers: { "Retry-After": { description: "In seconds.", schema: { type: "integer" } } },
  },
  "503": problem("The database does not answer"),
};

function components() {
  const made = z.toJSONSchema(schemas, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

/** How a parameter is written in an address, and what it takes. */
function schemaOf(parameter: Parameter) {
  switch (parameter.takes) {
    case "one":
      return { schema: { type: "string", enum: parameter.choices } };
    case "some":
      return { style: "form", explode: true, schema: arrayOf(parameter.choices) };
    case "list":
      return { style: "form", explode: false, schema: { ...arrayOf(parameter.choices), default: parameter.usual } };
    case "number": {
      const { min: minimum, max: maximum, usual } = parameter;
      return { schema: { type: "integer", minimum, maximum, ...(usual !== undefined && { default: usual }) } };
    }
    case "text":
      return { schema: { type: "string", minLength: 1, maxLength: parameter.most } };
    case "cursor":
      return { schema: { type: "string" } };
  }
}

const arrayOf = (choices: readonly string[]) => ({ type: "array", items: { type: "string", enum: choices } });

/** What the codes of the register's own lists stand for. */
function namesOf(parameter: Parameter, lists: Reference): string {
  const named: { [N in ParameterName]?: (code: string) => string } = {
    category: lists.categories.name,
    need: lists.categories.name,
    outcome: lists.outcomes.name,
    cohort: lists.cohorts.name,
    type: lists.organisationTypes.name,
  };
  const name = named[parameter.name];
  return name && "choices" in parameter ? parameter.choices.map((code) => `${code}: ${name(code)}`).join("; ") : "";
}
