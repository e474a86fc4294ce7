import "./support/node.mjs";

import("./support/run.mjs").then(({ runThroughcare }) => runThroughcare(process.argv[2] === "dev" ? "dev" : "start"));
