/** Something that waits for a person: drawn on their home page, most urgent first. `due` and `since` are instants. */
export type Waiting = { id: string; title: string; detail: string; href: string; since: Date; due?: Date };
