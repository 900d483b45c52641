/** Servers, names and a certificate for tests of what asks others. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { isPrivateAddress } from "./private-networks.ts";

/** Where the servers of these tests stand; the one address of this machine that is taken for a public one. */
export const OUTSIDE = "127.0.0.2";
export const isPrivate = (address: string): boolean =>
  address !== OUTSIDE && isPrivateAddress(address);

let made: { readonly key: string; readonly cert: string };

/** Has this process trust a certificate for `*.example.org` and `*.example.net`, for as long as it runs. */
export function certify(): Disposable {
  const folder = mkdtempSync(join(tmpdir(), "guard-"));
  const [keyFile, certFile] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const covered = "subjectAltName=DNS:*.example.org,DNS:*.example.net,IP:127.0.0.1,IP:127.0.0.2";
  execFileSync(
    "openssl",
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test -addext ${covered} -keyout ${keyFile} -out ${certFile}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  made = { key: readFileSync(keyFile, "utf8"), cert: readFileSync(certFile, "utf8") };
  setDefaultCACertificates([...getCACertificates("default"), made.cert]);
  return { [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** A server of the outside, and how often it was connected to. */
export async function serve(answer: RequestListener, host = OUTSIDE, port = 0) {
  const server = createServer({ ...made, maxHeaderSize: 1e6 }, answer);
  const at = { port: 0, connections: 0, host };
  server.on("connection", () => (at.connections += 1));
  await new Promise<void>((done) => server.listen(port, host, done));
  at.port = (server.address() as { port: number }).port;
  return Object.assign(at, {
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

/** Names of these tests alone: each asking gets the next of its answers. */
export function names(book: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, options, done) => {
    const turns = book[hostname] ?? [[OUTSIDE]];
    const found = turns[Math.min(asked.filter((n) => n === hostname).length, turns.length - 1)]!;
    asked.push(hostname);
    const all = found.map((address) => ({ address, family: isIP(address) }));
    if (options.all) (done as unknown as (e: null, a: unknown) => void)(null, all);
    else done(null, all[0]!.address, all[0]!.family);
  };
  return { asked, lookup };
}
