/** A `.deb` of a tree: the program and its Node, a unit for each campaign, a user of its own. */
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { about, moment } from "./about.ts";
import { named, written, type Bill } from "./bill.ts";
import { bringNode, PINNED } from "./node-binary.ts";
import { run, sameEverywhere, type Machine } from "./tree.ts";

const OURS = "tools/packages/debian";
const LIB = "usr/lib/connect-not-divide";
const DOC = "usr/share/doc/connect-not-divide";
/** As Debian calls it. */
export const ARCHITECTURES: Readonly<Record<Machine, string>> = { x64: "amd64", arm64: "arm64" };
/** Where the package puts what stands in debian/, and with which rights. */
export const PLACES = {
  cnd: ["usr/bin/cnd", 0o755],
  "cnd@.service": ["usr/lib/systemd/system/cnd@.service", 0o644],
  "cnd.conf": ["etc/cnd/cnd.conf", 0o644],
  copyright: [`${DOC}/copyright`, 0o644],
  postinst: ["DEBIAN/postinst", 0o755],
  prerm: ["DEBIAN/prerm", 0o755],
  postrm: ["DEBIAN/postrm", 0o755],
} as const;

/**
 * @param dir the tree, which the package takes away from here
 * @returns the file that was made
 */
export async function makeDeb(dir: string, machine: Machine, bill: Bill): Promise<string> {
  const root = `${dir}.deb`;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, LIB, ".."), { recursive: true });
  renameSync(dir, join(root, LIB));
  mkdirSync(join(root, DOC), { recursive: true });
  for (const one of ["README.md", "CHANGES.md", "docs", "LICENSE"]) {
    const from = join(root, LIB, one);
    if (one === "docs" || one === "README.md")
      cpSync(from, join(root, DOC, one === "docs" ? "." : one), { recursive: true });
    if (one === "CHANGES.md")
      writeFileSync(join(root, DOC, "changelog.gz"), gzipSync(readFileSync(from), { level: 9 }));
    rmSync(from, { recursive: true });
  }
  await bringNode(machine, join(root, LIB, "node"), join(root, DOC, "node-LICENSE"));
  writeFileSync(join(root, LIB, "dist/sbom.cdx.json"), written(withNode(bill, machine)));
  for (const [from, [to]] of Object.entries(PLACES)) {
    mkdirSync(join(root, to, ".."), { recursive: true });
    cpSync(join(OURS, from), join(root, to));
  }
  const files = (readdirSync(root, { recursive: true }) as string[])
    .filter((one) => /^(?:etc|usr)\//.test(one) && statSync(join(root, one)).isFile())
    .toSorted();
  const bytes = files.reduce((sum, one) => sum + statSync(join(root, one)).size, 0);
  writeFileSync(join(root, "DEBIAN/conffiles"), `/${PLACES["cnd.conf"][0]}\n`);
  writeFileSync(join(root, "DEBIAN/control"), control(machine, Math.ceil(bytes / 1024)));
  writeFileSync(join(root, "DEBIAN/md5sums"), sums(root, files));
  sameEverywhere(root);
  for (const [to, mode] of Object.values(PLACES)) run("chmod", [mode.toString(8), join(root, to)]);
  const made = resolve(`${about().name}_${about().version}_${ARCHITECTURES[machine]}.deb`);
  process.env["SOURCE_DATE_EPOCH"] ??= String(moment()); // dpkg-deb's own files bear it too
  run("dpkg-deb", ["--root-owner-group", "-Zzstd", "-z15", "--build", root, made]);
  rmSync(root, { recursive: true });
  return made;
}

/**
 * The package as Debian's programs read it.
 * @param kilobytes what it takes when it is installed
 */
export function control(machine: Machine, kilobytes: number): string {
  const { name, version, description } = about();
  return `Package: ${name}
Version: ${version}
Architecture: ${ARCHITECTURES[machine]}
Maintainer: The authors of ${name} <authors@${name}.invalid>
Installed-Size: ${kilobytes}
Depends: libatomic1, libc6 (>= 2.28), libgcc-s1, libstdc++6 (>= 5.2), passwd
Recommends: ffmpeg
Suggests: caddy | nginx, postgresql
Section: web
Priority: optional
Description: system that a campaign for connectivity runs on
 ${description}
 .
 It brings the Node ${PINNED.version} that it runs on. A campaign is a folder in /var/lib/cnd, served by
 cnd@FOLDER.service as the user cnd; /etc/cnd/cnd.conf has the settings.
`;
}

function sums(root: string, files: readonly string[]): string {
  const sum = (file: string) => createHash("md5").update(readFileSync(join(root, file)));
  return files
    .filter((file) => !file.startsWith("etc/"))
    .map((file) => `${sum(file).digest("hex")}  ${file}\n`)
    .join("");
}

/** npm lists what npm brings; the Node of the package stands beside it. */
function withNode(bill: Bill, machine: Machine): Bill {
  const purl = `pkg:npm/node-linux-${machine}@${PINNED.version}`;
  const content = Buffer.from(PINNED[machine].slice("sha512-".length), "base64").toString("hex");
  const node = {
    "bom-ref": purl,
    type: "platform",
    name: `node-linux-${machine}`,
    version: PINNED.version,
    purl,
    licenses: [{ license: { id: "MIT" } }],
    hashes: [{ alg: "SHA-512", content }],
  };
  return named({ ...bill, components: [...bill.components, node] }, moment());
}
