import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FaultPage } from "@/components/ui/frame/fault-page";
import { isDemo } from "@/lib/core/process/mode";

export const metadata: Metadata = { title: "A fault" };

export default function FaultExample() {
  if (!isDemo()) notFound();
  return <FaultPage status={409} requestId="01JX-7F3K-92QD" />;
}
