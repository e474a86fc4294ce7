import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { freePort, isFree } from "@/scripts/support/ports.mjs";

const start = (env: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, DATA_DIR: "/nowhere/that/is", ...env },
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}`.split("\n").filter((line) => line.includes("✗")) };
};

describe("a start that cannot work says why in one line, ends with 1, and touches nothing", () => {
  test.each([
    [{ MODE: "test" }, "  ✗  MODE is not demo or live."],
    [{ PORT: "http" }, "  ✗  PORT is not a whole number from 1 to 65535."],
    [{ PORT: "70000" }, "  ✗  PORT is not a whole number from 1 to 65535."],
  ])("%o", (env, line) => {
    expect(start(env)).toEqual({ status: 1, said: [line] });
  });

  test("a port that another program has", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    expect(await isFree(port, "127.0.0.1")).toBe(false);
    const { status, said } = start({ PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(said).toEqual([expect.stringContaining(`Port ${port} is taken by another program.`)]);
  });

  test("a Node that is too old", () => {
    const old = `Object.defineProperty(process.versions, "node", { value: "18.20.1" }); import("./scripts/start.mjs");`;
    const { status, stderr } = spawnSync(process.execPath, ["-e", old], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe("x  Throughcare needs Node 20.19 or later; this is 18.20.1. See https://nodejs.org");
  });
});
