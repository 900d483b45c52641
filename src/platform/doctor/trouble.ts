/** What a public address answers, in words: why it is not this campaign, and what a proxy does to it. */
import type { IncomingMessage } from "node:http";
import { look, well, wrong, type Finding } from "./finding.ts";
import type { Seen } from "./probe.ts";

export const HALF = 1024 * 1024; // bytes; both halves are more than nginx takes by itself
/** From a net for documents (RFC 5737): nobody has it. */
export const FORGED = "203.0.113.77";
export const hostOf = (base: string): string => new URL(base).host;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

export function unreached(base: string, { code = "", message }: NodeJS.ErrnoException): Finding {
  const host = hostOf(base);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return wrong(
      "address",
      `The name ${host} leads nowhere.`,
      "At whoever sold you the name, let an A record (and an AAAA record) lead to this machine, wait some minutes, and look at CND_URL for a mistyped letter.",
    );
  if (/CERT|SELF_SIGNED|ISSUER|ERR_TLS|SIGNATURE/.test(code))
    return wrong(
      "address",
      `Browsers will not trust the certificate of ${host} (${code}).`,
      "Let Caddy or certbot get one for exactly this name, and renew it: caddy reload, or certbot renew.",
    );
  if (code === "ECONNREFUSED")
    return wrong(
      "address",
      `Nothing listens at ${base}.`,
      "Start the proxy (systemctl start caddy), and see that it listens on port 443 and that no firewall stands before it.",
    );
  if (/EPROTO|WRONG_VERSION/.test(code))
    return wrong(
      "address",
      `What listens at ${base} does not speak https.`,
      "Let the proxy listen there with a certificate (docs/recipes), and the program behind it on another port.",
    );
  if (code === "ECONNRESET" || code === "EPIPE")
    return wrong(
      "proxy",
      `The proxy at ${base} ends the line while a body of ${(2 * HALF) / 1024 / 1024} MB is sent: photos and films do not arrive.`,
      CUT,
    );
  return wrong(
    "address",
    `${base} does not answer (${code || message}).`,
    "See that the name leads to this machine (dig), that the proxy runs, and that a firewall lets port 443 in. From some home networks their own public address cannot be reached: then ask from another one.",
  );
}
const CUT =
  "Let it take bodies up to 512 MB: client_max_body_size 512m in nginx, max_size 512MB in Caddy (docs/recipes).";

/** Something answers that is not this campaign. */
export function elsewhere(base: string, { status, headers }: Answer): Finding {
  if (status === 413)
    return wrong("proxy", `The proxy at ${base} takes no body of 2 MB (413).`, CUT);
  if (status === 502 || status === 503 || status === 504)
    return wrong(
      "address",
      `The proxy at ${base} does not reach this program (${status}).`,
      "Let it ask at the program's own address: the PORT of the program in the proxy's upstream, and HOST=127.0.0.1 where both are on this machine.",
    );
  if (status >= 300 && status < 400)
    return wrong(
      "address",
      `${base} leads to ${headers.location ?? "another address"}.`,
      "Let CND_URL be the address where readers end up, with or without www, and let the proxy lead the other one there.",
    );
  return wrong(
    "address",
    `Something else than this campaign answers at ${base} (${status}).`,
    "See that the name leads to this machine, and that the proxy hands this name to this program's port and not to another site.",
  );
}

/** @param seen what came to the program, and whether the first half of a body did before the second was sent */
export function throughProxy(
  base: string,
  { headers }: Answer,
  seen: Seen & {
    readonly isHeldBack: boolean;
    /** The command answered itself, and says nothing but what it saw. */
    readonly isStandIn: boolean;
  },
): Finding[] {
  const found: Finding[] = [];
  if (!seen.isStandIn && headers["strict-transport-security"] === undefined)
    found.push(
      wrong(
        "proxy",
        "Browsers are not told that this address is for https alone (Strict-Transport-Security), so somebody on the line can lead readers elsewhere.",
        `Start the program with CND_URL=${base}, and let the proxy drop no header of its answers.`,
      ),
    );
  if (URL.parse(`http://${seen.host}`)?.hostname !== new URL(base).hostname)
    found.push(
      wrong(
        "proxy",
        `The proxy asks the program for ${seen.host || "no host"} in place of ${hostOf(base)}.`,
        "Let it hand the name on: proxy_set_header Host $host in nginx. Caddy does so by itself.",
      ),
    );
  if (seen.address === FORGED)
    found.push(
      wrong(
        "proxy",
        "The proxy hands on what a stranger claims about where they come from, so limits of forms can be got around.",
        'Let it write the header anew: proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header Forwarded ""; in nginx, header_up -Forwarded in Caddy (docs/recipes).',
      ),
    );
  else if (!seen.isBelieved)
    found.push(
      look(
        "proxy",
        `Everybody comes from one address, ${seen.peer}: the proxy is on another machine as far as the program sees, and is not believed. All people share one limit of forms.`,
        `Start the program with CND_PROXY=${seen.peer}, if that is your proxy, and close its PORT to everybody else.`,
      ),
    );
  else if (seen.address === "")
    found.push(
      wrong(
        "proxy",
        "The proxy does not say for whom it asks, so all people share one limit of forms.",
        "Let it say so: proxy_set_header X-Forwarded-For $remote_addr in nginx. Caddy does so by itself; where another header is set too, drop that one.",
      ),
    );
  if (seen.bytes !== 2 * HALF)
    found.push(wrong("proxy", `Of a body of ${2 * HALF} bytes ${seen.bytes} arrived.`, CUT));
  else if (seen.isHeldBack)
    found.push(
      wrong(
        "proxy",
        "The proxy keeps a body back until all of it has arrived: an upload over a bad connection begins anew each time it is cut.",
        "Let it hand bodies on as they come: proxy_request_buffering off in nginx. Caddy does so by itself.",
      ),
    );
  return found.length > 0 ? found : [well("proxy", "The proxy hands on what it should.")];
}
