/**
 * Something that waits for a person: drawn on their home page, most urgent first. `due` and `since` are instants.
 * `confirms` is a service that one press there says is still right.
 */
export type Waiting = {
  id: string;
  title: string;
  detail: string;
  href: string;
  since: Date;
  due?: Date;
  confirms?: string;
};
