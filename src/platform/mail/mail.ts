/** Mail out: plain text, one message at a time, by the server that the operator names (CND_MAIL). Loaded when first used. */
import type { Transporter } from "nodemailer";

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  /** Further headers, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Mail {
  /** Resolves with the server's answer once it has taken it. @throws Error with `responseCode` where the server refused */
  send(message: Message): Promise<string>;
  close(): void;
}

/** @param url `smtp://…` or `smtps://…`; `?from=` names the sender, else its user at its host */
export function openMail(url: string): Mail {
  const server = new URL(url);
  const sender = server.searchParams.get("from") ?? senderOf(server);
  server.searchParams.delete("from");
  let opening: Promise<Transporter> | undefined;
  const open = async () => {
    const { createTransport } = await import("nodemailer");
    server.searchParams.set("pool", "true");
    return createTransport(server.href);
  };
  return {
    async send({ to, subject, text, headers }) {
      const transport = await (opening ??= open());
      const from = sender;
      const message = { from, to, subject, text, ...(headers && { headers }) };
      const { response } = (await transport.sendMail(message)) as { response?: string };
      return response ?? "";
    },
    close: () => void opening?.then((transport) => transport.close()),
  };
}

function senderOf({ username, hostname }: URL): string {
  const name = decodeURIComponent(username);
  return name.includes("@") ? name : `${name === "" ? "campaign" : name}@${hostname}`;
}
