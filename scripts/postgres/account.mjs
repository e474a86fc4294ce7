// @ts-check
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KnownFailure } from "../support/telling.mjs";

/**
 * Who the server runs as: PostgreSQL refuses root.
 * @typedef {{ name: string, uid: number, gid: number }} Account
 */

/** The account for the server when we are root; `null` when we are an ordinary user and it can be ourselves.
 * @param {string | null} remembered
 * @param {string | null} data where a cluster may lie already: it can only be run by the account that owns it
 * @param {(line: string) => void} say
 * @returns {Account | null}
 */
export function serverAccount(remembered, data, say) {
  if (process.getuid?.() !== 0) return null;
  const owner = data && existsSync(data) ? statSync(data) : null;
  if (owner && owner.uid !== 0) return { name: remembered ?? String(owner.uid), uid: owner.uid, gid: owner.gid };
  const known = [remembered, "postgres", "throughcare"].flatMap((name) => (name ? [lookUp(name)] : [])).find(Boolean);
  if (known) return known;
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "throughcare"], {
    stdio: "ignore",
  });
  const made = lookUp("throughcare");
  if (made) say("     PostgreSQL refuses to run as root: made a system account, throughcare, for it.");
  const account = made ?? lookUp("nobody");
  if (!account)
    throw new KnownFailure(
      "PostgreSQL refuses to run as root and no other account was found. Run as an ordinary user.",
    );
  return account;
}

/** Where the server's data can lie so that its account reaches it: the folder itself, or a place made for it.
 * @param {string} folder
 * @param {Account | null} account
 * @param {string} native
 */
export function reachableHome(folder, account, native) {
  if (!account || (canEnter(account, folder) && canRun(account, join(native, "bin", "postgres")))) return folder;
  const key = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 12);
  for (const base of ["/var/lib", tmpdir()]) {
    const home = join(base, `throughcare-${key}`);
    try {
      mkdirSync(home, { recursive: true });
      chownSync(home, 0, 0);
      chmodSync(home, 0o711);
      if (canEnter(account, home)) return home;
    } catch {
      // Not here; the next place may do.
    }
  }
  throw new KnownFailure(
    `PostgreSQL runs as ${account.name}, which cannot enter ${folder}. Move the folder, or set DATABASE_URL to a server.`,
  );
}

/** @param {string} name @returns {Account | null} */
function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : 0;
  });
  return uid && gid ? { name, uid, gid } : null;
}

/** @param {Account} account @param {string} folder */
const canEnter = ({ uid, gid }, folder) =>
  spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;

/** @param {Account} account @param {string} program */
const canRun = ({ uid, gid }, program) =>
  spawnSync(program, ["--version"], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
