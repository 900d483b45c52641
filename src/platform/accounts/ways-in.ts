/** Coming in: by a link, a PIN, a code or a passkey. What may be a guess is looked at first, in guesses.ts. */
import { networkOf } from "../web/network.ts";
import { headersOf, type Accounts, type Entered, type Req } from "./account.ts";
import { openGuesses } from "./guesses.ts";
import { machineNow } from "../process/steady-clock.ts";
import { agedNow, type AccountsOptions, type Library } from "./library.ts";
import type { Networks } from "./networks.ts";
import type { Passkeys } from "./passkeys.ts";
import { is, setAccount, type Rows } from "./rows.ts";
import { linkName, newToken, vouchedFor } from "./tries.ts";

type WaysIn = Pick<
  Accounts,
  "link" | "linkAgain" | "enterByLink" | "enterByPin" | "enterByCode" | "enterByPasskey"
>;

interface WaysInOptions extends Pick<AccountsOptions, "private" | "clock" | "notes" | "aheadBy"> {
  readonly rows: Rows;
  readonly library: Library;
  readonly networks: Networks;
  readonly passkeys: Passkeys;
  readonly signIns: Pick<Accounts, "who" | "revoke">;
}

export function openWaysIn(options: WaysInOptions): WaysIn {
  const { private: privately, rows, library, networks, passkeys, notes } = options;
  const { who, revoke } = options.signIns;
  const guesses = openGuesses(privately, networks, options.clock ?? (() => performance.now()));
  const asked = <B extends object>(req: Req, body: B) => ({
    body: { ...body, network: networkOf(req) },
    headers: headersOf(req),
    returnHeaders: true as const,
  });
  const comes = async (req: Req, body: { readonly userId: string; readonly strong: boolean }) =>
    (await library()).auth.api.come(asked(req, body));
  /** Somebody who comes in where they were signed in already is signed in there once. */
  async function entered(
    req: Req,
    come: { headers: Headers; response: { id: string } | undefined } | undefined,
    lang: string | undefined,
    by: { readonly way: string; readonly tried?: string | undefined },
  ): Promise<Entered> {
    if (!come?.response) {
      notes?.refused(by.tried, by.way, req);
      return undefined;
    }
    const { headers, response } = come;
    await notes?.came(response.id, by.way, req);
    if (lang !== undefined) await setAccount(rows, response.id, { lang });
    const before = await who(req);
    if (before?.account.id === response.id) await revoke(response.id, before.signIn);
    return headers.getSetCookie();
  }

  const link: Accounts["link"] = async (id, minutes, by = "vouched") => {
    const { auth } = await library();
    const token = newToken();
    const expiresAt = new Date(machineNow() + minutes * 60_000);
    const { internalAdapter } = await auth.$context;
    await internalAdapter.createVerificationValue({
      identifier: linkName(token),
      value: by === "vouched" ? vouchedFor(id) : id,
      expiresAt,
    });
    return token;
  };

  return {
    link,

    async linkAgain(id, minutes) {
      const given = is("value", vouchedFor(id));
      const now = new Date(agedNow(options)).toISOString();
      const isOpen = { field: "expiresAt", operator: "gt", value: now } as const;
      if ((await rows.find("auth_verification", given, isOpen)).length === 0) return undefined;
      await rows.remove("auth_verification", given);
      return link(id, minutes);
    },

    async enterByLink(token, req, lang) {
      const named = is("identifier", linkName(token));
      const isThere = (await rows.find("auth_verification", named)).length > 0;
      const come = isThere && (await (await library()).auth.api.useLink(asked(req, { token })));
      return entered(req, come || undefined, lang, { way: "link" });
    },

    async enterByPin(name, pin, req, lang) {
      const looked = await guesses.pin(name, pin, networkOf(req));
      if (looked === "busy") return "busy";
      const come = looked && (await comes(req, { ...looked, strong: false }));
      const [tried, twin] = come?.response ? [] : await rows.find("auth_user", is("name", name));
      const by = { way: "PIN", tried: tried && !twin ? String(tried["id"]) : undefined };
      return entered(req, come, lang, by);
    },

    async enterByCode(typed, req) {
      const visitor = await who(req);
      if (!visitor) return undefined;
      const { id } = visitor.account;
      const { codes } = await library();
      const looked = await guesses.code(id, networkOf(req), () => codes.check(id, typed));
      if (looked === "busy") return "busy";
      const come = looked && (await comes(req, { ...looked, strong: true }));
      return entered(req, come, undefined, { way: "code", tried: id });
    },

    async enterByPasskey(answer, req, lang) {
      const userId = await passkeys.check(answer);
      const come = userId === undefined ? undefined : await comes(req, { userId, strong: true });
      return entered(req, come, lang, { way: "passkey" });
    },
  };
}
