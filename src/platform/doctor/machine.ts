/** What the machine has to have: Node, room on the disk, a clock that goes right, a free port, ffmpeg. */
import { spawn } from "node:child_process";
import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { look, well, wrong, type Finding } from "./finding.ts";

const NEEDED = 24; // Node's major version, as `engines` of the package says

/** @param version such as `26.10.0` */
export function nodeCheck(version: string): Finding {
  if (Number.parseInt(version) >= NEEDED) return well("node", `Node ${version} runs this program.`);
  return wrong(
    "node",
    `Node ${version} runs this program, which needs ${NEEDED} or newer.`,
    `Install Node ${NEEDED} or newer and start it with that one.`,
  );
}

const MB = 1024 * 1024;
const LITTLE = 1024 * MB; // a few hundred photos, or one film
const NOTHING = 100 * MB; // what a database and a restart want to go on

/** Of the disk on which a folder lies. */
export interface Room {
  /** Bytes that this user may still write. */
  readonly free: number;
  readonly size: number;
  /** Files that may still be made; undefined where the file system sets no bound. */
  readonly files: number | undefined;
}

/** @throws Error ENOENT where there is no such folder */
export async function roomAt(dir: string): Promise<Room> {
  const { bavail, blocks, bsize, ffree, files } = await statfs(dir);
  return { free: bavail * bsize, size: blocks * bsize, files: files > 0 ? ffree : undefined };
}

export function diskCheck(dir: string, { free, size, files }: Room): Finding {
  const left = `${inMb(free)} of ${inMb(size)} are free on the disk of ${dir}`;
  const todo = `Delete what is not needed there, or move the data folder to a larger disk. Old backups are often the largest: see df -h ${dir}`;
  if (files !== undefined && files < 1000)
    return wrong(
      "disk",
      `The disk of ${dir} takes no more than ${files} further files, though bytes are free.`,
      `Delete folders with very many small files there: see df -i ${dir}`,
    );
  if (free < NOTHING)
    return wrong("disk", `The disk is full: ${left}. Nothing more can be saved.`, todo);
  if (free < LITTLE) return look("disk", `The disk fills: ${left}.`, todo);
  return well("disk", `${left}.`);
}
const inMb = (bytes: number): string =>
  bytes < 10_000 * MB ? `${Math.floor(bytes / MB)} MB` : `${Math.floor(bytes / MB / 1024)} GB`;

const AHEAD = 10 * 60_000; // ms; a record that is further ahead waits
const OFF = 2 * 60_000; // ms by which clocks of two machines may differ, and nobody notices

interface Clocks {
  /** What the machine says, UTC ms. */
  readonly now: number;
  /** When something was last said or seen here, UTC ms; undefined where nothing was. */
  readonly last: number | undefined;
  /** What an answer from the public address says, UTC ms; undefined where none came. */
  readonly told?: number | undefined;
}

export function clockCheck({ now, last, told }: Clocks): Finding {
  const todo =
    "Let the machine set its clock by the network: timedatectl set-ntp true. Then look again.";
  if (last !== undefined && now < last - AHEAD)
    return wrong(
      "clock",
      `The machine's clock says ${moment(now)}, which is before the last thing that was done here, at ${moment(last)}. Until it is set, the program goes on from there.`,
      todo,
    );
  if (told !== undefined && Math.abs(now - told) > OFF)
    return wrong(
      "clock",
      `The machine's clock says ${moment(now)}; the server at the public address says ${moment(told)}.`,
      todo,
    );
  return well("clock", `The clock says ${moment(now)}.`);
}
const moment = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)} UTC`;

/** Whether this process may listen there. Asked only where nothing of ours does. */
export async function portCheck(at: {
  readonly port: number;
  readonly host: string;
}): Promise<Finding> {
  const { port, host } = at;
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
    return well("port", `Port ${port} of ${host} is free.`);
  } catch (error) {
    return portTrouble(at, error as NodeJS.ErrnoException);
  } finally {
    server.close();
  }
}

function portTrouble(
  { port, host }: { port: number; host: string },
  error: NodeJS.ErrnoException,
): Finding {
  const { code, message } = error;
  if (code === "EADDRINUSE")
    return wrong(
      "port",
      `Port ${port} of ${host} is taken by another program.`,
      `End that program (ss -ltnp shows which one it is), or choose another port here and in the proxy: PORT=8081`,
    );
  if (code === "EACCES")
    return wrong(
      "port",
      `This user may not listen on port ${port}.`,
      "Choose a port from 1024 on, such as PORT=8080, and put a proxy before it.",
    );
  if (code === "EADDRNOTAVAIL")
    return wrong(
      "port",
      `${host} is no address of this machine.`,
      "Set HOST to an address of this machine: 127.0.0.1 behind a proxy, 0.0.0.0 for everybody.",
    );
  return wrong(
    "port",
    `Nothing can listen on port ${port} of ${host}: ${message}.`,
    "Choose another PORT or HOST.",
  );
}

/** @param path the folders in which programs are looked for, as PATH has them; the process's own without it */
export async function ffmpegCheck(path?: string): Promise<Finding> {
  const lacking: string[] = [];
  for (const tool of ["ffmpeg", "ffprobe"]) if (!(await runs(tool, path))) lacking.push(tool);
  if (lacking.length === 0)
    return well("ffmpeg", "ffmpeg is here, so films and sounds are made lighter.");
  return look(
    "ffmpeg",
    `${lacking.join(" and ")} cannot be started, so films and sounds that people send are not taken, and none are made lighter. All else works.`,
    "Install it: apt-get install ffmpeg",
  );
}

const runs = (tool: string, path: string | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    const how = { stdio: "ignore", timeout: 10_000 } as const;
    const child = spawn(
      tool,
      ["-version"],
      path === undefined ? how : { ...how, env: { PATH: path } },
    );
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
