import type { ServiceSection } from "./words";

/** The pages of a service in the order in which they are filled in. Each has its name as its address. */
export const sections: readonly ServiceSection[] = ["description", "who", "places", "delivery", "prices", "capacity"];

/** The pages whose change an assessor checks before buyers read it. What the others say holds at once. */
export const material: readonly ServiceSection[] = ["description", "who", "places", "delivery"];

/** The pages that come after one, and then those before it. */
export const sectionsAfter = (section: ServiceSection): ServiceSection[] => {
  const at = sections.indexOf(section);
  return [...sections.slice(at + 1), ...sections.slice(0, at)];
};
