/** What somebody at the desk types to name something on another server. Pure. */

const HANDLE = /^@?([\p{L}\p{N}_.-]+)@([\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+)$/u;
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/** An https address, or a handle as `@name@host`; undefined for anything else. */
export function readAddress(typed: string): string | undefined {
  const text = typed.trim();
  const handle = HANDLE.exec(text);
  if (handle) return `@${handle[1]}@${handle[2]!.toLowerCase()}`;
  const url = text.startsWith("https://") ? URL.parse(text) : null;
  return url?.username === "" ? url.href : undefined;
}

interface Who {
  readonly who: string;
  readonly sort: "account" | "domain" | "handle";
}

/** The name of a server, `social.example`, the address of an account, or its handle. */
export function readWho(typed: string): Who | undefined {
  const text = typed.trim();
  if (HOST.test(text) && URL.canParse(`https://${text}`))
    return { who: new URL(`https://${text}`).hostname, sort: "domain" };
  const address = readAddress(text);
  if (address === undefined) return undefined;
  if (address.startsWith("@")) return { who: address, sort: "handle" };
  const { pathname, hostname, search } = new URL(address);
  return pathname === "/" && search === ""
    ? { who: hostname, sort: "domain" }
    : { who: address, sort: "account" };
}
