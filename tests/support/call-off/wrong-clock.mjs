// Loaded before everything else: this process believes that it is another time, by as much as the environment says.
const wrong = Number(process.env.CLOCK_WRONG_BY_MS ?? 0);
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + wrong);
    else super(...parts);
  }
  static now() {
    return Real.now() + wrong;
  }
};
