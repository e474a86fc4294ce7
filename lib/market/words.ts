/** What the table of coverage counts. */
export const measureWords = {
  services: { label: "Services", unit: "services" },
  organisations: { label: "Organisations", unit: "organisations" },
} as const;

export type Measure = keyof typeof measureWords;
export const measures = ["services", "organisations"] as const satisfies readonly Measure[];

/** Regions as the head of a narrow column says them. The rest keep their names. */
export const shortNames: Readonly<Record<string, string>> = {
  "region-kent-surrey-and-sussex": "Kent, Surrey, Sussex",
  "region-yorkshire-and-the-humber": "Yorkshire and Humber",
};
