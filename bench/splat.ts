/** SPLAT! (Debian's `splat`) over a tile of ours: a folder with the ground, the mast and the parameters of ITM as it reads them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

export const hasSplat = (): boolean => existsSync("/usr/bin/splat");

interface Mast {
  readonly lat: number;
  readonly lon: number;
  /** Metres over the ground. */
  readonly mast: number;
  readonly receiver: number;
  /** Kilometres. */
  readonly radius: number;
  readonly mhz: number;
}

/** @param tile `.hgt.gz` of 3 arc-seconds, named by its south-western corner */
export function splatOver(
  tile: string,
  { lat, lon, mast, receiver, radius, mhz }: Mast,
): Disposable & {
  readonly dir: string;
  /** Its Longley-Rice of before ITWOM around the mast. @param under a command that it runs under @returns what it said as errors */
  run(more: readonly string[], under?: readonly string[]): string;
} {
  const dir = mkdtempSync(join(tmpdir(), "cnd-splat-"));
  const run = ([command, ...args]: readonly string[]) =>
    spawnSync(command!, args, { cwd: dir, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  const hgt = basename(tile, ".gz");
  writeFileSync(join(dir, hgt), gunzipSync(readFileSync(tile)));
  run(["srtm2sdf", "-d", "/dev/null", hgt]);
  const west = (360 - lon) % 360; // degrees, as it counts them
  writeFileSync(join(dir, "tx.qth"), `TX\n${lat}\n${west}\n${mast} meters\n`);
  // permittivity, conductivity, refractivity, MHz, climate, vertical, situations, time; watts where it is to say dBm
  const itm = `15\n0.005\n301\n${mhz}\n5\n1\n0.5\n0.5\n`;
  const asked = ["splat", "-t", "tx.qth", "-L", String(receiver), "-R", String(radius)];
  return {
    dir,
    run(more, under = []) {
      writeFileSync(join(dir, "tx.lrp"), more.includes("-dbm") ? `${itm}10\n` : itm);
      return run([...under, ...asked, "-metric", "-N", "-n", "-olditm", "-d", "./", ...more])
        .stderr;
    },
    [Symbol.dispose]: () => rmSync(dir, { recursive: true }),
  };
}
