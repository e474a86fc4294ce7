/** What the register is, in the words that stand on its public page and on the steward's. */
export const marketWords = {
  name: "the register",
  what: "Organisations that meet the conditions, and the services they offer. Anybody can apply on any day, and there is no limit on how many can join.",
  term: "The law calls it a dynamic market.",
  frozen: "The conditions do not change while the register runs. Everybody who joins is asked the same.",
  admission: "Whoever meets every condition, and to whom no exclusion ground applies, must be admitted.",
} as const;

/** The sections of the law that pages rely on, by the code of the rule. */
export const ruleWords = {
  mustAdmit: { code: "dm.must_admit", source: "Procurement Act 2023, section 36(6)(c)" },
  considerExcludable: { code: "dm.consider_excludable", source: "Procurement Act 2023, section 36(6)(d)" },
  reasons: { code: "dm.reasons", source: "Procurement Act 2023, section 36(6)(e)" },
  frozen: { code: "dm.frozen", source: "Procurement Act 2023, section 36(7)(b)" },
  removal: { code: "dm.remove.may", source: "Procurement Act 2023, section 37(2)" },
  representations: { code: "dm.remove.notice", source: "Procurement Act 2023, sections 37(4) and 58(2)" },
} as const;
