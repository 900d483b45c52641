/**
 * Every request that leaves this program is begun here, so that each says who asks: many servers and their firewalls answer
 * nobody who does not, and whoever finds a stranger in their log learns where to read about it.
 */
import { request as plainRequest, type ClientRequest } from "node:http";
import { request as secureRequest, type RequestOptions } from "node:https";

/** What a request says about who asks: `ConnectNotDivide/0.1.0 (+https://example.org/)`. */
export type Agent = string & { readonly __agent: true };

/** @param base the public address of the instance, where one asks */
export const agentOf = (version: string, base?: string): Agent =>
  `ConnectNotDivide/${version}${base === undefined ? "" : ` (+${new URL(base).href})`}` as Agent;

/** As `request` of node:http or node:https, whichever the address is of. Headers have names in small letters. */
export function openRequest(
  agent: Agent,
  url: URL,
  options: Omit<RequestOptions, "headers"> & {
    readonly headers: Readonly<Record<string, string | number>>;
  },
): ClientRequest {
  const begin = url.protocol === "https:" ? secureRequest : plainRequest;
  return begin(url, { ...options, headers: { "user-agent": agent, ...options.headers } });
}

/**
 * A `fetch` for addresses that whoever runs the command named; those that strangers name are asked through the guard
 * (guard.ts).
 */
export function fetchAs(agent: Agent): typeof fetch {
  return (input, init) => {
    const asked = new Request(input, init);
    asked.headers.set("user-agent", agent);
    return fetch(asked);
  };
}
