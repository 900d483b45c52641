/**
 * The packages where nothing else is: a Debian of its essential programs, without a network. They are installed, serve the first
 * campaign, and are removed; what is left is data. The image is built of the same `.deb` and started.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import test, { after, before } from "node:test";
import { LONG_NEEDS } from "../../tools/needs.ts";
import { about } from "../../tools/packages/about.ts";
import { control } from "../../tools/packages/deb.ts";

const { name, version } = about();
const TGZ = `${name}-${version}.tgz`;
const deb = (of: string): string => `${name}_${version}_${of}.deb`;
const MOST = { fetched: 110_000_000, installed: 340_000_000 }; // bytes, of the .deb
const HERE = { x64: "amd64", arm64: "arm64" }[process.arch as "x64"];

// Beside the checkout’s own files: a temporary folder may lie where no device can be made.
mkdirSync(".cache", { recursive: true });
const dir = mkdtempSync(resolve(".cache/installed-"));
const base = join(dir, "base.tar");
const figures: string[] = [];

before(() => {
  assert.equal(process.getuid?.(), 0, "A machine without anything is made by root alone.");
  for (const { what, found } of [LONG_NEEDS.debian, LONG_NEEDS.containers])
    assert.ok(found() !== undefined, `Missing: ${what}. npm run test:long installs it on Debian.`);
  make("pack");
  make("deb");
  // Its essential programs, and what the package asks for of Debian’s libraries.
  const [, asked = ""] = /^Depends: (.*)$/m.exec(control("x64", 1))!;
  const include = asked.replaceAll(/ \([^)]*\)/g, "").replaceAll(", ", ",");
  // However this machine comes to Debian’s packages.
  const ways = globSync("/etc/apt/apt.conf.d/*").filter((file) =>
    /Acquire|Proxy/.test(readFileSync(file, "utf8")),
  );
  const options = ways.map((file) => `--aptopt=${file}`);
  const how = ["--variant=minbase", `--include=${include}`, ...options, "trixie", base];
  execFileSync("mmdebstrap", how, { stdio: ["ignore", "ignore", "inherit"] });
});
after(() => {
  rmSync(dir, { recursive: true, force: true });
  for (const line of figures) console.log(line);
});

function make(what: "pack" | "deb", ...more: readonly string[]): void {
  execFileSync("npm", ["run", "--silent", what, "--", ...more], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const sum = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** A machine of its own: a folder with a Debian. */
function bareMachine() {
  const root = mkdtempSync(join(dir, "root-"));
  execFileSync("tar", ["--extract", "--file", base, "--directory", root]);
  const at = (path: string): string => join(root, path);
  return {
    root,
    at,
    /** Run a script in it as root, without a network; what it started ends with it. */
    run(script: string, env: Readonly<Record<string, string>> = {}): string {
      const outside = `mount -t proc proc "$0/proc" && ip link set lo up && exec chroot "$0" /bin/sh -euc "$1"`;
      const done = spawnSync(
        "unshare",
        [
          "--net",
          "--mount",
          "--pid",
          "--fork",
          "--kill-child",
          "/bin/sh",
          "-ec",
          outside,
          root,
          script,
        ],
        {
          encoding: "utf8",
          env: { PATH: "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", ...env },
          timeout: 600_000,
        },
      );
      assert.equal(done.status, 0, `${done.stdout}\n${done.stderr}`);
      return done.stdout;
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Every path, with the bytes that its file takes on a disk. */
function paths(root: string): ReadonlyMap<string, number> {
  const all = globSync("**", { cwd: root, exclude: (one) => one === "proc" || one === "sys" });
  return new Map(
    all.map((path) => {
      const { blocks } = lstatSync(join(root, path));
      return [path, blocks * 512];
    }),
  );
}

function added(was: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>) {
  const more = [...now].filter(([path]) => !was.has(path));
  return {
    paths: more.map(([path]) => path),
    bytes: more.reduce((all, [, bytes]) => all + bytes, 0),
  };
}

/**
 * A script that serves by `how`, reads the front page and a story, does `more` meanwhile, and stops it.
 * @param ends whether it must end well when it is told to; buildah kills what it runs
 */
const serving = (node: string, how: string, more = "", ends = true): string => `
${how} >/tmp/said 2>&1 &
server=$!
cat >/tmp/ask.mjs <<'EOF'
const answer = async (path) => {
  for (let i = 0; i < 1200; i++) {
    const got = await fetch("http://127.0.0.1:8080" + path).catch(() => undefined);
    if (got?.status === 200) return got.text();
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(path + " was not answered");
};
await answer("/healthz");
const front = await answer("/");
const story = /href="(\\/stories\\/[a-z0-9-]+)"/.exec(front)?.[1];
const [style] = front.match(/<style/) ?? [];
console.log("read", front.includes("<h1"), (await answer(story)).includes("<h1"), style !== undefined);
console.log("read", (await answer("/fr/")).includes('lang="fr"'));
EOF
${node} /tmp/ask.mjs || { cat /tmp/said; exit 1; }
${more}
kill -TERM $server
wait $server || ${ends ? "{ cat /tmp/said; exit 1; }" : "true"}
cat /tmp/said
rm /tmp/said /tmp/ask.mjs
`;

/** npm keeps modules of its own compiled in /tmp, which is no trace of what it installed. */
const NPM = "NODE_DISABLE_COMPILE_CACHE=1 npm";

test("PK5 the same commit makes the same bytes", () => {
  const files = [TGZ, deb(HERE), "SHA256SUMS"];
  const first = files.map(sum);
  make("pack");
  make("deb", HERE);
  assert.deepEqual(files.map(sum), first);
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"]);
  for (const file of globSync(`${name}[-_]${version}*`))
    figures.push(`${(statSync(file).size / 1e6).toFixed(1)} MB  ${file}`);
});

test("PK1 a .deb holds programs of its own machine alone, and has the size that a village link can bear", () => {
  for (const [machine, code] of [
    ["amd64", 0x3e],
    ["arm64", 0xb7],
  ] as const) {
    const to = join(dir, machine);
    execFileSync("dpkg-deb", ["--extract", deb(machine), to]);
    const files = globSync("**", { cwd: to }).map((one) => join(to, one));
    const compiled = files.filter((file) => {
      if (!lstatSync(file).isFile()) return false;
      const bytes = readFileSync(file).subarray(0, 20);
      if (bytes.toString("latin1", 1, 4) !== "ELF") return false;
      assert.equal(bytes.readUInt16LE(18), code, file);
      return true;
    });
    const names = compiled.map((file) => basename(file)).toSorted();
    assert.ok(
      names.includes("node") && names.some((one) => one.endsWith(".node")),
      names.join(" "),
    );
    assert.ok(
      names.some((one) => one.startsWith("libvips")),
      names.join(" "),
    );
    assert.ok(statSync(deb(machine)).size <= MOST.fetched);
    rmSync(to, { recursive: true });
  }
});

test("PK1 PK6 the .deb serves the first campaign without a network, and leaves nothing but data", () => {
  using own = bareMachine();
  const was = paths(own.root);
  copyFileSync(deb(HERE), own.at("tmp/cnd.deb"));
  own.run("dpkg --install /tmp/cnd.deb; rm /tmp/cnd.deb; dpkg --verify connect-not-divide");
  const { bytes } = added(was, paths(own.root));
  figures.push(`${(bytes / 1e6).toFixed(1)} MB  the .deb, installed`);
  assert.ok(bytes <= MOST.installed, `${bytes} bytes`);
  const lib = "/usr/lib/connect-not-divide";
  assert.equal(own.run("cnd --version"), `${version}\n`);
  const said = own.run(`
    # As the unit does, but for what systemd keeps from it.
    cp -r ${lib}/campaign /var/lib/cnd/first
    chown -R cnd:cnd /var/lib/cnd/first
    unit=/usr/lib/systemd/system/cnd@.service
    start=$(sed -n 's/^ExecStart=//p' $unit | sed s/%i/first/g)
    set -a
    eval "$(sed -n 's/^Environment=//p' $unit | sed s/%i/first/g | tr ' ' '\\n')"
    . /etc/cnd/cnd.conf
    set +a
    cd /var/lib/cnd
    ${serving(
      `${lib}/node`,
      "setpriv --reuid=cnd --regid=cnd --init-groups -- $start",
      `env -i PATH="$PATH" cnd account invite owner
      env -i PATH="$PATH" cnd backup /var/backups/cnd/one.tar.gz`,
    )}
    # By hand, as root, who becomes the user cnd.
    env -i PATH="$PATH" cnd init second --yes
    stat --format='%U %n' second/campaign.yaml first/.data/log.sqlite
    find /var/lib/cnd /var/backups/cnd -not -user cnd`);
  assert.match(said, /read true true true\nread true\n/);
  assert.match(said, /http:\/\/localhost:8080\/desk\/\S+/);
  assert.match(said, /See it: cnd serve second\n/);
  assert.doesNotMatch(said, /bin\/cnd\.js/);
  assert.match(said, /\ncnd second\/campaign\.yaml\ncnd first\/\.data\/log\.sqlite\n$/);

  own.run("dpkg --remove connect-not-divide");
  const conf = added(was, paths(own.root)).paths.filter((path) => path.startsWith("etc/cnd"));
  assert.deepEqual(conf, ["etc/cnd", "etc/cnd/cnd.conf"], "settings stay until they are purged");
  const purged = own.run("dpkg --purge connect-not-divide");
  assert.match(purged, /Kept: the campaigns in \/var\/lib\/cnd/);
  assert.deepEqual(strangers(added(was, paths(own.root)).paths), []);
  own.run("rm -r /var/lib/cnd /var/backups/cnd; userdel cnd"); // as it said
  assert.doesNotMatch(readFileSync(own.at("etc/passwd"), "utf8"), /cnd/);
});

test("PK1 the tgz is installed by npm without a network and serves the first campaign in any folder", () => {
  using own = bareMachine();
  // What whoever installs it brings: a Node, and npm.
  copyFileSync(process.execPath, own.at("usr/local/bin/node"));
  const npm = dirname(dirname(realpathSync(which("npm"))));
  cpSync(npm, own.at("usr/local/lib/node_modules/npm"), { recursive: true });
  writeFileSync(
    own.at("usr/local/bin/npm"),
    '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n',
    { mode: 0o755 },
  );
  own.run("useradd --create-home somebody");
  const was = paths(own.root);
  copyFileSync(TGZ, own.at(`tmp/${TGZ}`));
  const installed = own.run(
    `${NPM} install --global --prefix=/usr/local ./tmp/${TGZ} 2>&1; rm /tmp/${TGZ}`,
  );
  assert.match(installed, /added \d+ packages?/);
  const { bytes } = added(was, paths(own.root));
  figures.push(`${(bytes / 1e6).toFixed(1)} MB  the tgz, installed`);
  const said = own.run(`
    exec setpriv --reuid=somebody --regid=somebody --init-groups -- /bin/sh -euc '
    export HOME=/home/somebody
    cd $HOME
    cnd --version
    cnd init own --yes
    cp -r /usr/local/lib/node_modules/connect-not-divide/campaign first
    ${serving("node", "nice -n 15 cnd serve first", "cnd account invite owner").replaceAll("'", `'"'"'`)}'`);
  assert.ok(said.startsWith(`${version}\nMade own with `), said);
  assert.match(said, /See it: cnd serve own\n/);
  assert.match(said, /read true true true\nread true\n/);
  assert.match(said, /http:\/\/localhost:8080\/desk\/\S+/);
  own.run(`${NPM} uninstall --global --prefix=/usr/local connect-not-divide`);
  assert.deepEqual(strangers(added(was, paths(own.root)).paths), []);
});

test("PK1 an image is built of the .deb by the Containerfile without a network, and serves the first campaign", () => {
  const store = join(dir, "store");
  const buildah = [
    "buildah",
    "--root",
    store,
    "--runroot",
    join(dir, "run"),
    "--storage-driver",
    "vfs",
  ].join(" ");
  // By buildah's own chroot: within a container, as CI is, nobody may make another. Nor may it raise its own limits.
  const chroot = `--isolation chroot --volume ${resolve("campaign")}:/campaign:ro`;
  const script = `
    ip link set lo up
    most() { prlimit --noheadings --output=HARD "--$1" | sed s/unlimited/-1/; }
    limits="--ulimit nofile=$(most nofile):$(most nofile) --ulimit nproc=$(most nproc):$(most nproc)"
    base=$(${buildah} from scratch)
    ${buildah} add --quiet $base ${base} /
    ${buildah} commit --quiet --rm $base localhost/base
    ${buildah} build --quiet --isolation chroot $limits --format docker --build-arg TARGETARCH=${HERE} \
      --build-arg BASE=localhost/base --build-arg WITH= --tag localhost/cnd .
    made=$(${buildah} from $limits localhost/cnd)
    ${serving(process.execPath, `${buildah} run ${chroot} $made -- cnd serve /campaign`, `${buildah} run ${chroot} $made -- cnd account invite owner`, false)}`;
  const how = "--net --mount --pid --fork --kill-child --mount-proc /bin/sh -euc".split(" ");
  const done = spawnSync("unshare", [...how, script], { encoding: "utf8", timeout: 900_000 });
  assert.equal(done.status, 0, `${done.stdout}\n${done.stderr}`);
  assert.match(done.stdout, /read true true true\nread true\n/);
  assert.match(done.stdout, /http:\/\/localhost:8080\/desk\/\S+/);
  assert.match(done.stdout, /for everyone who can reach this machine\n/);
});

function which(program: string): string {
  const found = process.env["PATH"]!.split(":")
    .map((one) => join(one, program))
    .find((file) => lstatSync(file, { throwIfNoEntry: false }));
  assert.ok(found, `Missing: ${program}`);
  return found;
}

/** Of what came: what is neither data nor the installers’ own logs. Compiled modules go with the next boot. */
function strangers(came: readonly string[]): string[] {
  const data = /^(?:var\/(?:lib|backups)\/cnd|home\/somebody\/(?:own|first))(?:\/|$)/;
  const logs =
    /^(?:root\/\.npm|var\/lib\/dpkg|var\/log|var\/cache\/(?:apt|ldconfig)|etc\/(?:passwd|group|shadow|gshadow|subuid|subgid)-$|tmp\/cnd-modules-\d+)(?:\/|$|)/;
  return came.filter((path) => !data.test(path) && !logs.test(path));
}
