import type { Metadata } from "next";
import { FaultPage } from "@/components/ui/frame/fault-page";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return <FaultPage status={404} />;
}
