import pino from "pino";

/** One line of JSON for each thing that an operator should know. Never personal data, tokens or what was typed. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: ["email", "*.email", "token", "*.token", "password", "*.password", "cookie", "*.cookie"],
    remove: true,
  },
});
