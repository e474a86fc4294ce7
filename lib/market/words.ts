/** What the table of coverage counts. */
export const measureWords = {
  services: { label: "Services", unit: "services" },
  organisations: { label: "Organisations", unit: "organisations" },
} as const;

export type Measure = keyof typeof measureWords;
export const measures = ["services", "organisations"] as const satisfies readonly Measure[];

/** Regions and categories as the head of a narrow column says them; the full name stays beside it for whoever listens. */
export const shortNames: Readonly<Record<string, string>> = {
  "region-east-midlands": "East Mids",
  "region-east-of-england": "East",
  "region-greater-manchester": "Gtr Manc",
  "region-kent-surrey-and-sussex": "Kent, S & S",
  "region-london": "London",
  "region-north-east": "N East",
  "region-north-west": "N West",
  "region-south-central": "S Central",
  "region-south-west": "S West",
  "region-wales": "Wales",
  "region-west-midlands": "West Mids",
  "region-yorkshire-and-the-humber": "Yorks & H",
};
