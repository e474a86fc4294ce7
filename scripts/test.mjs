import "./support/node.mjs";

import("./testing/run.mjs").then(({ runTests }) => runTests(process.argv[2] || "all"));
