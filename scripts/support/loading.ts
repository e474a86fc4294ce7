/** What a load says of itself while it runs. `done` and `of` are bytes or lines, in the same unit. */
export type Progress = { done: number; of: number };

/** One line that grows in a terminal; elsewhere a line for each tenth. `words` says what has come of it so far. */
export function drawProgress<P extends Progress>(words: (progress: P) => string) {
  let told = 0;
  return (progress: P) => {
    const share = progress.of === 0 ? 1 : progress.done / progress.of;
    const line = `${Math.floor(share * 100)}%, ${words(progress)}`;
    if (process.stdout.isTTY) {
      const filled = Math.round(share * 30);
      process.stdout.write(`\r  [${"█".repeat(filled)}${"·".repeat(30 - filled)}] ${line}   `);
    } else if (share * 10 >= told + 1) {
      told = Math.floor(share * 10);
      say(line);
    }
  };
}

export const say = (line: string) => console.log(`  ${line}`);

/** Says what is wrong in one line, and ends with 1 once what runs has ended. */
export function fail(line: string) {
  console.error(`  ${line}`);
  process.exitCode = 1;
}
