import "./support/node.mjs";

import("./support/testing.mjs").then(({ runTests }) => runTests(process.argv[2] || "all"));
