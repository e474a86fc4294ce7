import { FileField } from "@/components/form/file";
import { Form, HiddenFields } from "@/components/form/form";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { FileFaults } from "@/components/register/service/rates/file-faults";
import { PriceCheck } from "@/components/register/service/rates/price-check";
import { PriceDays } from "@/components/register/service/rates/price-days";
import { Download, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Details, PageHeader } from "@/components/ui/page";
import { listPriceLists } from "@/lib/register/service/rates/queries";
import { sendFile } from "../actions";
import { serviceToPrice } from "../reading";

export const metadata = { title: "Prices from a file" };

export default async function PriceFilePage({ params }: PageProps<"/services/[id]/prices/file">) {
  const { actor, service, title, locked } = await serviceToPrice(params);
  const [newest] = await listPriceLists(actor, service.id);
  const at = `/services/${service.id}/prices`;

  return (
    <>
      <BackLink href={at}>Prices</BackLink>
      <PageHeader
        caption={title}
        title="Prices from a file"
        lead="Take the file, change it in any spreadsheet, and send it back. It takes the place of all your prices."
      />
      {locked ? (
        <Notice tone="wait" title="This cannot be changed now">
          <p>{locked}</p>
          <p>
            <TextLink href={`/services/${service.id}`}>Go back to the service</TextLink>
          </p>
        </Notice>
      ) : (
        <>
          <p className="mb-8">
            <Download href={`${at}/csv`} kind="CSV">
              {newest ? "Your prices now" : "An empty file to fill in"}
            </Download>
          </p>
          <Form action={sendFile}>
            <HiddenFields values={{ serviceId: service.id }} />
            <Versioned name="version" version={newest?.version ?? 0} />
            <FileFaults />
            <FileField
              name="file"
              label="Choose the file"
              hint="CSV, up to 1 MB and 500 prices."
              accept=".csv,text/csv"
              optional
            />
            <TextArea
              name="list"
              label="Or paste it here"
              hint="With its header row. Cells copied from a spreadsheet will do."
              rows={8}
              optional
            />
            {service.state !== "draft" && <PriceDays />}
            <Details summary="What goes in each column?">
              <Bullets
                items={[
                  "One unit is: referral, session, hour, week, place for a night, or outcome.",
                  "Level of need: any level, low, medium or high. Empty means any level.",
                  "Price before VAT: pounds and pence, such as 45.50.",
                  "VAT percent: 0 or 20. Empty means 0.",
                  "From how many and to how many: whole numbers, or empty.",
                ]}
              />
            </Details>
            <p className="text-muted">What is added in some places stays as it is. Change that on the prices page.</p>
            <PriceCheck cancel={at} isPublic={service.state !== "draft"} />
          </Form>
        </>
      )}
    </>
  );
}
