import { z } from "zod";

const code = z.string().meta({ description: "A code of the register's own lists." });
const coded = z.object({ code, name: z.string() }).strict();
const count = z.int().min(0);
const address = z.url();

/** A service as anybody may take it away: no price, and no id of a person or a row. */
export const OpenService = z
  .object({
    reference: z.string().meta({ description: "Stays the same for as long as the service is known." }),
    title: z.string(),
    summary: z.string(),
    organisation: z
      .object({
        reference: z.string(),
        name: z.string(),
        type: coded.nullable(),
        size: coded.nullable(),
        vcse: z.boolean().meta({ description: "A voluntary, community or social enterprise." }),
        ledByLivedExperience: z.boolean(),
        consortium: z.boolean().meta({ description: "Several organisations that offer it together." }),
      })
      .strict(),
    category: coded,
    needs: z.array(coded),
    outcomes: z.array(coded),
    cohorts: z.array(coded).meta({ description: "For whom it was made. Empty: for everybody." }),
    places: z.array(coded).meta({ description: "Where it works: regions, police areas, councils or delivery units." }),
    who: z
      .object({
        sex: z.enum(["anyone", "women", "men"]),
        minAge: z.int(),
        maxAge: z.int().nullable(),
        said: z.string(),
      })
      .strict(),
    settings: z.array(coded),
    method: coded,
    languages: z.array(coded),
    access: z.array(coded),
    capacity: z
      .object({
        places: count,
        open: count.meta({ description: "How many of the places were free." }),
        waitDays: count,
        asOf: z.iso.datetime().nullable().meta({ description: "When the organisation last said so." }),
      })
      .strict(),
    why: z.array(z.string()).meta({ description: "Why it is among the results, in sentences." }),
    links: z
      .object({
        self: address,
        page: address.meta({ description: "Its page for people." }),
        organisation: address,
      })
      .strict(),
  })
  .strict();
export type OpenService = z.infer<typeof OpenService>;

/** One choice of a facet, and how many results it would give with every other thing asked left as it is. */
const choice = z.object({ value: z.string(), name: z.string(), count }).strict();

export const OpenPage = z
  .object({
    generation: z.int().meta({
      description: "The state of the register that was read. It is counted up by each change of what can be found.",
    }),
    day: z.iso.date().meta({ description: "The day in London that was read, and whose order a new list begins with." }),
    order: z.string(),
    orderSaid: z.string().meta({ description: "The order in words. It is neutral: alike services stand by lot." }),
    total: count.meta({ description: "Exact." }),
    from: z.int().meta({ description: "The number of the first service here, counted from 1." }),
    services: z.array(OpenService),
    facets: z.record(z.string(), z.array(choice)),
    next: address.nullable().meta({ description: "The whole address of the next page; null at the end." }),
    previous: address.nullable(),
    mended: z.object({ typed: z.string(), shown: z.string() }).strict().nullable().meta({
      description: "What was searched for in place of words that nothing on the register says. `exact` prevents it.",
    }),
    remarks: z.array(z.string()).meta({ description: "What was made of the question, where that needs saying." }),
  })
  .strict();
export type OpenPage = z.infer<typeof OpenPage>;

/** What one service answers with. */
export const OpenOne = z.object({ generation: z.int(), service: OpenService }).strict();
export type OpenOne = z.infer<typeof OpenOne>;

/** Why a request was refused: RFC 9457, with each parameter that could not be used. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ parameter: z.string(), detail: z.string() }).strict())
      .optional()
      .meta({ description: "Each parameter that could not be used, and what it takes." }),
  })
  .strict();
export type Problem = z.infer<typeof Problem>;
