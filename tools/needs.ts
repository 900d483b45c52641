/**
 * What the tests need from the system, found or installed (Debian, as root). Nothing is skipped silently: what is missing
 * and cannot be installed ends the run with one clear line.
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";

interface Need {
  readonly what: string;
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  readonly found: () => string | undefined;
}

const onPath = (name: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(":")
    .map((dir) => join(dir, name))
    .find((file) => existsSync(file));

export const NEEDS = {
  postgres: {
    what: "PostgreSQL server programs (initdb, postgres)",
    packages: ["postgresql"],
    found: () => globSync("/usr/lib/postgresql/*/bin/initdb").toSorted().at(-1) ?? onPath("initdb"),
  },
  // With its window, for profiles that are kept and links that are shaped; all other pages are read in the one without.
  chromium: { what: "Chromium", packages: ["chromium"], found: () => onPath("chromium") },
  // The same engine, which starts in a fifth and reads a page in a third of the processor's time.
  headless: {
    what: "Chromium without a window",
    packages: ["chromium-headless-shell"],
    found: () => onPath("chromium-headless-shell"),
  },
  java: {
    what: "a Java runtime for the HTML and the EPUB checker",
    packages: ["default-jre-headless"],
    found: () => onPath("java"),
  },
  ffmpeg: {
    what: "ffmpeg and ffprobe",
    packages: ["ffmpeg"],
    found: () => onPath("ffprobe") && onPath("ffmpeg"),
  },
  epubcheck: {
    what: "EPUBCheck",
    packages: ["epubcheck"],
    found: () =>
      [onPath("epubcheck"), "/usr/share/java/epubcheck.jar"].find(
        (file) => file && existsSync(file),
      ),
  },
  strace: { what: "strace", packages: ["strace"], found: () => onPath("strace") },
  snac: { what: "snac", packages: ["snac2"], found: () => onPath("snac") },
  nginx: { what: "nginx", packages: ["nginx"], found: () => onPath("nginx") },
  caddy: { what: "Caddy", packages: ["caddy"], found: () => onPath("caddy") },
  openssl: { what: "OpenSSL's program", packages: ["openssl"], found: () => onPath("openssl") },
  age: { what: "age", packages: ["age"], found: () => onPath("age") },
  gettext: {
    what: "gettext (msgfmt, msgmerge)",
    packages: ["gettext"],
    found: () => onPath("msgfmt") && onPath("msgmerge"),
  },
  pyjwt: {
    what: "PyJWT with its cryptography",
    packages: ["python3-jwt", "python3-cryptography"],
    found: () => globSync("/usr/lib/python3/dist-packages/jwt").at(0),
  },
  zbar: { what: "zbarimg", packages: ["zbar-tools"], found: () => onPath("zbarimg") },
  go: { what: "Go", packages: ["golang-go"], found: () => onPath("go") },
  gomod: {
    what: "Go's golang.org/x/mod",
    packages: ["golang-golang-x-mod-dev"],
    found: () => globSync("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog").at(0),
  },
} satisfies Record<string, Need>;

/** What `npm run test:long` needs besides. */
export const LONG_NEEDS = {
  faketime: {
    what: "libfaketime",
    packages: ["faketime"],
    found: () => globSync("/usr/lib/*/faketime/libfaketimeMT.so.1").at(0),
  },
  // For a machine on which nothing was installed, and one in a container.
  debian: { what: "mmdebstrap", packages: ["mmdebstrap"], found: () => onPath("mmdebstrap") },
  containers: {
    what: "buildah",
    packages: ["buildah", "crun", "netavark"],
    found: () => onPath("buildah") && globSync("/usr/lib/podman/netavark").at(0),
  },
  dejavu: fonts("DejaVu", "fonts-dejavu-core"),
  noto: fonts("Noto", "fonts-noto-core"),
  liberation: fonts("Liberation", "fonts-liberation"),
} satisfies Record<string, Need>;

function fonts(what: string, name: string): Need {
  const found = () => globSync(`/usr/share/fonts/truetype/${what.toLowerCase()}`).at(0);
  return { what: `the fonts ${what}`, packages: [name], found };
}

export function provide(needs: readonly Need[]): void {
  const missing = needs.filter((need) => need.found() === undefined);
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  const canInstall = process.getuid?.() === 0 && onPath("apt-get") !== undefined;
  const ask = `Missing: ${missing.map((need) => need.what).join(", ")}. On Debian: apt-get install ${packages.join(" ")}`;
  if (!canInstall) fail(ask);
  console.log(`Installing ${packages.join(" ")} for the tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  const still = needs.filter((need) => need.found() === undefined);
  if (still.length > 0) fail(ask);
}

export function fail(line: string): never {
  console.error(line);
  process.exit(1);
}
