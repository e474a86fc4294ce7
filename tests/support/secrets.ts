/** Secrets that are good for tests and nothing else: the same in each run, so that a failure can be looked at again. */
export const secrets = {
  NEXTAUTH_SECRET: "only-for-tests-0123456789-abcdefghijkl",
  THROUGHCARE_KEY: Buffer.from(Array.from({ length: 32 }, (_, i) => i + 1)).toString("base64"),
  AUDIT_SIGNING_KEY: "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g",
};
