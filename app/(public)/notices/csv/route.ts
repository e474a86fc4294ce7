import { csv, csvResponse } from "@/lib/core/values/csv";
import { currentActor } from "@/lib/identity/session";
import { listAllNotices } from "@/lib/register/notice/queries";
import { NoticeFilter } from "@/lib/register/notice/schema";
import { kindName } from "@/lib/register/notice/words";

/** The notices as a file, with the same filters as the page. */
export async function GET(request: Request): Promise<Response> {
  const filter = NoticeFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rows = await listAllNotices(await currentActor(), filter);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Kind", value: ({ kindCode }) => kindCode },
      { header: "Kind in words", value: ({ kindCode }) => kindName(kindCode) },
      { header: "Title", value: ({ title }) => title },
      { header: "Register", value: ({ register }) => register?.title },
      { header: "Register code", value: ({ register }) => register?.code },
      { header: "Call-off", value: ({ callOff }) => callOff?.title },
      { header: "Call-off reference", value: ({ callOff }) => callOff?.reference },
      { header: "Published", value: ({ publishedAt }) => publishedAt },
    ],
    rows,
  );
  return csvResponse("notices.csv", text);
}
