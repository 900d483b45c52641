/** The fediverse at the desk. */
import type { HostStatus } from "../../../platform/federation/speaking.ts";
import type { BlockRow } from "../../../platform/private/blocks.ts";
import type { Following } from "../../../platform/private/fediverse-people.ts";
import { Choice, Line, Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Words } from "../words.ts";

interface DeskProps {
  readonly words: Words;
  readonly lang: string;
  readonly handle: string;
  /** Absent where other servers cannot reach this one. */
  readonly state: "on" | "off" | "absent";
  readonly mayTurn: boolean;
  /** How many messages a restore has held back. */
  readonly held: number;
  readonly trouble?: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly shut: readonly BlockRow[];
  readonly hosts: readonly HostStatus[];
  readonly following: readonly Following[];
}

const PART = "/desk/fediverse";

export function FediverseDesk(props: DeskProps): Html {
  const { words, state, handle, trouble } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">
          {{ on: words.lead(handle), off: words.off, absent: words.notHere }[state]}
        </p>
      </header>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      {props.held > 0 && <Held {...props} />}
      {state === "on" && <Deeds {...props} />}
      <Shut {...props} />
      {state === "on" && <Servers {...props} />}
      {state === "on" && <Followed {...props} />}
      <Section id="speaks" title={words.speaks} mini>
        <p>{words.speaksWhat}</p>
      </Section>
      {props.mayTurn && state !== "absent" && (
        <form method="post" action={`${PART}/turn`}>
          <p class="acts">
            <button class="quiet" type="submit" name="do" value={state === "on" ? "off" : "on"}>
              {state === "on" ? words.turnOff : words.turnOn}
            </button>
          </p>
        </form>
      )}
    </>
  );
}

function Held({ words, held, mayTurn }: DeskProps) {
  return (
    <Section id="held" title={words.held} mini>
      <p>{words.heldIs(held)}</p>
      {mayTurn && (
        <form method="post" action={`${PART}/held`}>
          <p class="acts">
            <button class="quiet" type="submit" name="do" value="send">
              {words.heldSend}
            </button>
            <button class="quiet" type="submit" name="do" value="drop">
              {words.heldDrop}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}

function Deeds({ words, typed }: DeskProps) {
  const fields = { typed, problems: {} };
  return (
    <Section id="do" title={words.do} mini>
      <form method="post" action={`${PART}/do`}>
        <Line {...fields} name="address" required maxlength={500}>
          {words.address}
        </Line>
        <Choice
          {...fields}
          lang={words.lang}
          name="do"
          required
          options={Object.entries(words.deeds)}
        >
          {words.what}
        </Choice>
        <p class="acts">
          <button type="submit">{words.doIt}</button>
        </p>
      </form>
    </Section>
  );
}

function Shut({ words, typed, shut }: DeskProps) {
  const fields = { typed, problems: {} };
  const ways = [
    ["blocked", words.blocked],
    ["muted", words.muted],
  ] as const;
  return (
    <Section id="shut" title={words.shut} mini>
      <p>{words.shutLead}</p>
      <form method="post" action={`${PART}/shut`}>
        <Line {...fields} name="who" required maxlength={500}>
          {words.who}
        </Line>
        <Choice {...fields} lang={words.lang} name="is" required options={ways}>
          {words.how}
        </Choice>
        <Line {...fields} name="note">
          {words.note}
        </Line>
        <p class="acts">
          <button type="submit">{words.keepOut}</button>
        </p>
      </form>
      {shut.length === 0 ? (
        <p>{words.shutNone}</p>
      ) : (
        <ul class="lines">
          {shut.map(({ who, is, note, day }) => (
            <li>
              <bdi>{bare(who)}</bdi>
              <small>
                {[is === "blocked" ? words.isBlocked : words.isMuted, day, note]
                  .filter((one) => one !== "")
                  .join(" · ")}
              </small>
              <form method="post" action={`${PART}/open`}>
                <input type="hidden" name="who" value={who} />
                <button class="quiet" type="submit" aria-label={`${words.letIn}: ${bare(who)}`}>
                  {words.letIn}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Servers({ words, hosts }: DeskProps) {
  return (
    <Section id="servers" title={words.servers} mini>
      {hosts.length === 0 ? (
        <p>{words.serversNone}</p>
      ) : (
        <ul class="lines">
          {hosts.map(({ host, followers, waiting, state, next, problem }) => (
            <li>
              <bdi>{host}</bdi>
              <small>
                {[
                  words.followers(followers),
                  waiting > 0 && words.waits(waiting),
                  words.state[state],
                  problem,
                  next !== undefined && words.again(minute(next)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Followed({ words, following }: DeskProps) {
  return (
    <Section id="following" title={words.following} mini>
      {following.length === 0 ? (
        <p>{words.followingNone}</p>
      ) : (
        <ul class="lines">
          {following.map(({ uri, state }) => (
            <li>
              <bdi>{bare(uri)}</bdi>
              <small>{words[state]}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const bare = (uri: string): string => uri.replace(/^https:\/\//, "");
/** UTC, to the minute. */
const minute = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
