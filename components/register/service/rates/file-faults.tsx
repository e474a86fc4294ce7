"use client";

import { useField } from "@/components/form/state";
import { Bullets } from "@/components/ui/list";

/** Every fault of a file that was sent, by row and column. */
export function FileFaults() {
  const { list } = useField("faults");
  if (list.length === 0) return null;
  return (
    <div className="notice border-refuse bg-refuse-wash">
      <h2 className="font-bold">What is wrong, row by row</h2>
      <p className="mb-2">The first row is the header. Nothing was saved.</p>
      <Bullets items={list} />
    </div>
  );
}
