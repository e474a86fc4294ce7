import { csv, csvResponse } from "@/lib/core/values/csv";
import { currentActor } from "@/lib/identity/session";
import { coverage } from "@/lib/market/queries";
import { cellOf } from "@/lib/market/rules";
import { askedFor } from "../asked";

export async function GET(request: Request): Promise<Response> {
  const { region } = askedFor(Object.fromEntries(new URL(request.url).searchParams));
  const table = await coverage(await currentActor(), region);
  const squares = table.categories.flatMap((category) => table.columns.map((column) => ({ category, column })));
  const text = csv(
    [
      { header: "Category", value: ({ category }) => category.name },
      { header: table.region ? "Police area" : "Region", value: ({ column }) => column.name },
      { header: "Services", value: ({ category, column }) => cellOf(table, category.code, column.code).services },
      {
        header: "Organisations",
        value: ({ category, column }) => cellOf(table, category.code, column.code).organisations,
      },
    ],
    squares,
  );
  return csvResponse("coverage.csv", text);
}
