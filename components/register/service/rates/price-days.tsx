import { DateField } from "@/components/form/date";

/** From when to when new prices hold. */
export function PriceDays() {
  return (
    <>
      <DateField
        name="validFrom"
        label="From which day?"
        hint="Leave it empty for today. A later day may wait beside today's prices."
        optional
      />
      <DateField
        name="validTo"
        label="Until which day?"
        hint="Leave it empty if they hold until you publish others. That day counts."
        optional
      />
    </>
  );
}
