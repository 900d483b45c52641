/** A mail server that keeps what it is given: enough SMTP for a client that wants no encryption. */
import { createServer, type Socket } from "node:net";

export interface PostOffice extends Disposable {
  /** As `CND_MAIL` names it. */
  readonly url: string;
  /** What came, headers and text. */
  readonly letters: readonly string[];
  /** From now on it refuses every recipient with this answer. */
  refuse(answer: string): void;
}

export async function openPostOffice(): Promise<PostOffice> {
  const letters: string[] = [];
  const state = { refusal: "" };
  const server = createServer(
    (socket) => void serve(socket, letters, state).catch(() => undefined),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}/?from=desk@example.org`,
    letters,
    refuse: (answer) => void (state.refusal = answer),
    [Symbol.dispose]: () => void server.close(),
  };
}

async function serve(socket: Socket, letters: string[], state: { refusal: string }): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 post office");
  let waiting = "";
  let letter: string | undefined;
  for await (const part of socket.setEncoding("utf8")) {
    waiting += part as string;
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (letter !== undefined && line !== ".") letter += `${line}\n`;
      else if (letter !== undefined) {
        letters.push(letter);
        letter = undefined;
        say("250 kept");
      } else if (/^DATA/i.test(line)) {
        letter = "";
        say("354 go on");
      } else if (/^RCPT/i.test(line) && state.refusal !== "") say(state.refusal);
      else if (/^QUIT/i.test(line)) {
        say("221 good bye");
        socket.end();
      } else say("250 fine");
    }
  }
}
