/** Whether a call-off takes tenders, answers and questions at a moment: published, and the close has not come. */
export const isOpen = ({ state, closesAt }: { state: string; closesAt: Date | null }, now: Date) =>
  state === "published" && closesAt !== null && now < closesAt;
