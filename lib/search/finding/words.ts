/** What is folded away until it is asked for, and what stands in it. */
export const sectionWords = {
  category: { title: "What", hint: "" },
  needs: { title: "Needs and outcomes", hint: "What people need, and what they work towards" },
  when: { title: "When", hint: "" },
  people: { title: "Who for", hint: "" },
  price: { title: "Price", hint: "" },
  where: { title: "Regions", hint: "How many services there are in each" },
  how: { title: "How it is given", hint: "Setting, method, language, access" },
  runs: { title: "Who runs it", hint: "Size, kind, lived experience, evidence" },
} as const;

/** What the page of the search says. */
export const findWords = {
  title: "Find services",
  leadForBuyers: "Every service here can be bought today. Each says why it is here.",
  leadForAll:
    "Every service here can be bought by a public authority today. Each says why it is here. Prices are shown to buyers.",
  anything: "Anything",
  filters: (chosen: number) => (chosen > 0 ? `Filters (${chosen} chosen)` : "Filters"),
  list: "See them as a list",
  mapCaption: "Police areas, and how many services each would give",
  heatCaption: "Categories by place",
  policeArea: "Police area",
  order: (said: string) => `In order: ${said}`,
  orders: "Other orders, and a map",
  previous: "Previous page",
  next: "Next page",
  csv: "These services (CSV, up to 5,000)",
  map: "See where they are",
  open: (places: number) => `${places} ${places === 1 ? "place" : "places"} open`,
  noneOpen: (places: number) => `${places} ${places === 1 ? "place" : "places"}, none open`,
  noWait: "No wait",
  toWait: (wait: string) => `${wait} to wait`,
  from: (price: string) => `From ${price}`,
  organisation: (size: string) => `${size} organisation`,
  morePlaces: (more: number) => ` and ${more} more ${more === 1 ? "place" : "places"}`,
  because: "Here because: ",
  asked: "Asked for: ",
  inUse: "Filters in use",
  remove: "Remove filter: ",
  showing: "Showing results for",
  instead: "Search instead for",
} as const;

/** What the form says of itself. The browser has these words too, so there are no more of them than it needs. */
export const formWords = {
  wordsHint: "Such as: women housing",
  placeHint: "A council, police area, delivery unit, region or postcode",
  exact: "Exactly as I wrote it",
  any: "Any",
  choose: (many: number) => `Choose from ${many}`,
  search: "Search",
  apply: "Apply filters",
  clear: "Clear",
  searching: "Searching",
  nothingMore: "Nothing more to choose here: your other filters leave no service with any of it.",
} as const;

/** The two fields that are written in. */
export const fieldWords = { words: "Words", place: "Place" } as const;

/** What stands beside an offer of the field for words, and says of what kind it is. */
export const kindWords: Record<string, string> = {
  category: "category",
  need: "need",
  place: "place",
  organisation: "organisation",
};

/** What the list of results says, and what may be done from it. */
export const listWords = {
  found: "Services found",
  compare: "Compare",
  compareAll: "Compare the ticked services",
  add: "Add to a shortlist",
} as const;

/** How a service's places lie to the place that was asked, beside its name; nothing when it works in that very place or with it. */
export const placeMarkWords = { same: "", wider: "Regional", part: "Part of the area", near: "" } as const;
