/** The river, upstream first: an organisation joins, is found, is bought from, agrees, delivers, is learned from. */
const river = ["register", "search", "calloff", "agreements", "delivery", "outcomes", "market", "openness"];

const upstreamOnly = river.slice(0, -1).map((room, i) => ({
  name: `${room}-never-looks-downstream`,
  severity: "error",
  from: { path: `^lib/${room}/` },
  to: { path: `^lib/(${river.slice(i + 1).join("|")})/` },
}));

/** Files that are pure: at home in a browser and in a two-millisecond test. */
const pure = "[a-z/-]*(states|policy|schema|rules|words)\\.ts$";

module.exports = {
  forbidden: [
    ...upstreamOnly,
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-is-the-ground",
      severity: "error",
      from: { path: "^lib/core/" },
      to: { path: "^(app|components|lib/(?!core/))" },
    },
    {
      name: "reference-stands-on-core",
      severity: "error",
      from: { path: "^lib/reference/" },
      to: { path: "^(app|components|lib/(?!core/|reference/))" },
    },
    {
      name: "identity-stands-beside-the-river",
      severity: "error",
      from: { path: "^lib/identity/" },
      to: { path: `^lib/(${river.join("|")})/` },
    },
    {
      name: "lib-never-sees-the-screen",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "lib-does-not-know-next",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/identity/" },
      to: { path: "node_modules/(next|next-auth)/" },
    },
    {
      name: "pure-files-stay-pure",
      severity: "error",
      from: { path: `^lib/(${river.join("|")})/${pure}` },
      to: {
        path: "^lib/.*/(commands|queries)(\\.ts$|/)|^lib/core/(db|door/(command|lifecycle))\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-read-types-not-data",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/.*/(queries|commands)(\\.ts$|/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-has-no-domain-word",
      severity: "error",
      from: { path: "^components/(ui|form|picture)/" },
      to: { path: `^lib/(${river.join("|")}|identity|reference)/` },
    },
    {
      name: "database-only-in-lib",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/core/(db|prisma/client)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "writes-only-in-commands",
      severity: "error",
      // The search's engines only read, and what they read the database alone may write (prisma/grants.ts).
      from: {
        path: `^lib/(${river.join("|")})/`,
        pathNot: "/commands(\\.ts$|/)|/queries(\\.ts$|/)|^lib/search/(sql|language|live)/",
      },
      to: { path: "^lib/core/(db|door/(command|lifecycle))\\.ts$", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/core/prisma/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
