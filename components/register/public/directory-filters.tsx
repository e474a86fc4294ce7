import { Select } from "@/components/form/choice";
import { HiddenFields } from "@/components/form/form";
import { TextField } from "@/components/form/text";
import type { DirectoryFilter } from "@/lib/register/directory/schema";

type Props = { filter: DirectoryFilter; categories: readonly { code: string; name: string }[] };

/** What the public register can be narrowed to. */
export function DirectoryFilters({ filter, categories }: Props) {
  return (
    <>
      {filter.show === "organisations" && <HiddenFields values={{ show: filter.show }} />}
      <TextField
        name="q"
        label={filter.show === "services" ? "Service or organisation" : "Organisation"}
        type="search"
        defaultValue={filter.q}
      />
      <TextField
        name="place"
        label="Place"
        hint="A council, a police area or a region."
        type="search"
        defaultValue={filter.place}
      />
      <Select
        name="category"
        label="Category"
        empty="Any category"
        defaultValue={filter.category}
        options={categories.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}
