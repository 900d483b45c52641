/** Mail out: plain text, one message at a time, by the server that the operator names (CND_MAIL). Loaded when first used. */
import { Readable } from "node:stream";
import type { Transporter, SendMailOptions } from "nodemailer";
import { timeNow } from "../process/steady-clock.ts";
import { unmarked } from "../words/fallback.ts";
import { nameInMail } from "./names.ts";

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  /** Further headers, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `<left@right>`; the same for the same message, however often it is tried. Chosen at random without. */
  readonly id?: string;
  /** Whether its failing is counted nowhere: it tells of failures itself, and would tell of its own for ever. */
  readonly isUncounted?: boolean;
  /** How the text travels; chosen by what it holds without. */
  readonly encoding?: "quoted-printable" | "base64";
}
export interface Mail {
  /**
   * Resolves with the server's answer once it has taken it.
   * @param beforeEnd runs when all was handed over but the dot that ends it, without which no server delivers it; where
   * it rejects, the dot never goes out
   * @throws Error with `responseCode` where the server refused
   */
  send(message: Message, beforeEnd?: () => Promise<void>): Promise<string>;
  /** The bytes of a message as it is handed to the server. */
  weigh(message: Message): Promise<number>;
  /** How many could not be handed over since this process began: refused, or no server answered. */
  failures(): number;
  /** No more than so many are handed over in a minute. */
  readonly perMinute: number;
  close(): void;
}

const PER_MINUTE = 600; // messages; what a small provider takes from one sender without complaint

/**
 * @param url `smtp://…` or `smtps://…`; `?from=` names the sender, else its user at its host; `?perMinute=` bounds the
 * speed of updates
 * @param foot the last line of each letter, in its language
 * @param named who it is from in the eyes of people; left out where `?from=` says it: `Somebody <a@example.org>`
 */
export function openMail(
  url: string,
  named?: () => Promise<string>,
  foot?: (lang: string | undefined) => Promise<string>,
): Mail {
  const server = new URL(url);
  const address = server.searchParams.get("from") ?? senderOf(server);
  const from = async () => {
    const name = address.includes("<") ? "" : nameInMail((await named?.()) ?? "");
    return name === "" ? address : { name, address };
  };
  const perMinute = Number(server.searchParams.get("perMinute") ?? PER_MINUTE);
  if (!Number.isInteger(perMinute) || perMinute < 1)
    throw new Error("CND_MAIL: expected perMinute as a whole number from 1, such as 600.");
  server.searchParams.delete("from");
  server.searchParams.delete("perMinute");
  const footed = async (message: Message): Promise<Message> => {
    const line = await foot?.(message.headers?.["Content-Language"]);
    return line === undefined
      ? message
      : { ...message, text: `${message.text.trimEnd()}\n\n-- \n${line}\n` };
  };
  let opening: Promise<Transporter> | undefined;
  let failed = 0;
  const open = async () => {
    const { createTransport } = await import("nodemailer");
    server.searchParams.set("pool", "true");
    const transport = createTransport(server.href);
    transport.use("stream", ({ data, message }, done) => {
      const { beforeEnd } = data as Options;
      if (beforeEnd) message.processFunc((bytes) => Readable.from(withheld(bytes, beforeEnd)));
      done();
    });
    return transport;
  };
  return {
    perMinute,
    failures: () => failed,
    async send(message, beforeEnd) {
      const transport = await (opening ??= open());
      let isRecalled = false; // by whoever sends it: no failure
      const options: Options = {
        ...optionsOf(await footed(message), await from()),
        date: new Date(timeNow()),
        ...(beforeEnd && {
          beforeEnd: () =>
            beforeEnd().catch((error: unknown) => {
              isRecalled = true;
              throw error;
            }),
        }),
      };
      try {
        const sent = (await transport.sendMail(options)) as { response?: string };
        return sent.response ?? "";
      } catch (error) {
        if (!isRecalled && !message.isUncounted) failed += 1;
        throw error;
      }
    },
    async weigh(message) {
      const { createTransport } = await import("nodemailer");
      const dry = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
      return (
        (await dry.sendMail(optionsOf(await footed(message), await from()))).message as Buffer
      ).length;
    },
    close: () => void opening?.then((transport) => transport.close()),
  };
}

interface Options extends SendMailOptions {
  readonly beforeEnd?: () => Promise<void>;
}

/** Read when the server has asked for the text and not before, so that the end is held back at the very last. */
async function* withheld(
  bytes: AsyncIterable<Uint8Array>,
  beforeEnd: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await beforeEnd();
}

/** RFC 3834: nobody wrote it, so that no machine answers it. */
const BY_ITSELF = { "Auto-Submitted": "auto-generated" };

const optionsOf = (
  { to, subject, text, headers, id, encoding }: Message,
  from: NonNullable<SendMailOptions["from"]>,
): SendMailOptions => ({
  from,
  to,
  subject: unmarked(subject),
  text: unmarked(text),
  headers: { ...BY_ITSELF, ...headers },
  ...(id !== undefined && { messageId: id }),
  ...(encoding && { textEncoding: encoding }),
});

function senderOf({ username, hostname }: URL): string {
  const name = decodeURIComponent(username);
  return name.includes("@") ? name : `${name === "" ? "campaign" : name}@${hostname}`;
}
