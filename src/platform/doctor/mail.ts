/** Whether mail goes out: the server answers, lets us in, and takes one where that is asked. */
import { openMail } from "../mail/mail.ts";
import { look, well, wrong, type Finding } from "./finding.ts";

const PATIENCE = 10_000; // ms that a mail server is given to greet

/** @param url as CND_MAIL has it @param to whom one is sent; none is without it */
export async function mailCheck(url: string | undefined, to?: string): Promise<Finding> {
  if (url === undefined) {
    const says = "No mail server is named, so no mail goes out: no links to sign in, no updates.";
    const todo =
      "Name one: CND_MAIL=smtp://user:password@mail.example.org:587. Where a service file names it, run this with the same settings.";
    return to === undefined ? look("mail", says, todo) : wrong("mail", says, todo);
  }
  const at = new URL(url);
  const place = `${at.hostname}:${at.port || (at.protocol === "smtps:" ? 465 : 587)}`;
  try {
    await greeted(url);
    if (to === undefined)
      return well(
        "mail",
        `The mail server ${place} answers. To send one: cnd doctor --mail ADDRESS`,
      );
    const mail = openMail(url);
    try {
      const answer = await mail.send({ to, subject: "A test of cnd doctor", text: TEXT });
      return well(
        "mail",
        `The mail server ${place} took a mail to ${to} (${answer}). Look whether it arrived, and not among the spam.`,
      );
    } finally {
      mail.close();
    }
  } catch (error) {
    return troubleOf(error, place);
  }
}
const TEXT =
  "This was sent by cnd doctor to see whether mail goes out. It does.\n\nNobody has to do anything.\n";

async function greeted(url: string): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const own = new URL(url);
  own.search = ""; // `from` and `perMinute` are ours
  const transport = createTransport({
    url: own.href,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function troubleOf(error: unknown, place: string): Finding {
  const { code, responseCode, message } = error as Error & {
    code?: string;
    responseCode?: number;
  };
  const line = message.split("\n")[0]!.slice(0, 200);
  if (code === "EAUTH")
    return wrong(
      "mail",
      `The mail server ${place} does not know this user and password (${line}).`,
      "Put the right ones into CND_MAIL. Signs such as @ and / are written there as %40 and %2F.",
    );
  if (code === "EENVELOPE" || responseCode !== undefined)
    return wrong(
      "mail",
      `The mail server ${place} refused the mail (${line}).`,
      "Its sender has to be one that the server may send for: add ?from=name@your-domain to CND_MAIL, or ask whoever runs the server.",
    );
  if (code === "ETLS" || /certificate|SSL|TLS/i.test(line))
    return wrong(
      "mail",
      `The mail server ${place} offers no encryption that can be trusted (${line}).`,
      "Use the name that its certificate has, and the right scheme: smtps:// for port 465, smtp:// for 587.",
    );
  return wrong(
    "mail",
    `The mail server ${place} does not answer (${line}).`,
    "See that its name and port in CND_MAIL are right, and that a firewall lets this machine out to it. Many networks close port 25: use 587.",
  );
}
