/** Below a newsletter that is written: a test, the sending, the end of it; and what stands there once it waits or went. */
import { Hint, Line, Tick } from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import { shownAt } from "../../../../engines/calendar/zone.ts";
import { nameOf } from "./list.tsx";
import { addressOf, type ComposeProps } from "./props.ts";

export function Sending(props: ComposeProps) {
  const { words, row, writing, whom, mails, problems, zone } = props;
  const { desk } = words;
  const at = addressOf(props);
  return (
    <>
      <form method="post" action={`${at}/test?lang=${writing}`}>
        <p class="acts">
          <button type="submit" class="quiet">
            {desk.test}
          </button>
        </p>
      </form>
      <Section id="send" title={desk.send} mini>
        <p>{mails ? desk.whom(whom) : desk.noServer}</p>
        <form method="post" action={`${at}/send`}>
          <input type="hidden" name="version" value={String(row.version)} />
          <Tick name="sure" typed={{}} problems={problems}>
            {desk.sure}
          </Tick>
          <p class="acts">
            <button type="submit" name="do" value="now">
              {desk.now}
            </button>
          </p>
          <Line name="when" type="datetime-local" typed={{}} problems={problems}>
            {desk.whenIn(nameOf(zone))}
            <Hint>{desk.whenHint}</Hint>
          </Line>
          <p class="acts">
            <button type="submit" name="do" value="later" class="quiet">
              {desk.later}
            </button>
          </p>
        </form>
      </Section>
      <Ending at={`${at}/delete`} title={desk.delete} sure={desk.deleteSure} />
    </>
  );
}

/** One that waits for its hour, goes out, or went. */
export function Waiting(props: ComposeProps) {
  const { words, row, slug, writing, zone } = props;
  const { desk } = words;
  const at = addressOf(props);
  return (
    <>
      <p>
        {row.state === "sent"
          ? desk.sentHint
          : row.state === "saying"
            ? desk.going
            : desk.goesOut(shownAt(row.due!, zone), nameOf(zone))}
      </p>
      <p class="acts">
        {slug !== undefined && <a href={`/newsletters/${slug}`}>{desk.see}</a>}
        {slug === undefined && row.state !== "sent" && (
          <a href={`${at}/preview?lang=${writing}`}>{desk.preview}</a>
        )}
      </p>
      {row.state === "scheduled" && (
        <form method="post" action={`${at}/send`}>
          <input type="hidden" name="version" value={String(row.version)} />
          <p class="acts">
            <button type="submit" name="do" value="stop">
              {desk.stop}
            </button>
          </p>
        </form>
      )}
      {slug !== undefined && (
        <Ending at={`${at}/withdraw`} title={desk.withdraw} sure={desk.withdrawSure} />
      )}
      {row.state === "sent" && slug === undefined && <p>{desk.withdrawn}</p>}
    </>
  );
}

function Ending({
  at,
  title,
  sure,
}: {
  readonly at: string;
  readonly title: string;
  readonly sure: string;
}) {
  return (
    <details>
      <summary>{title}</summary>
      <form method="post" action={at}>
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="sure" value="yes" required /> {sure}
          </label>
        </div>
        <p class="acts">
          <button type="submit" class="quiet">
            {title}
          </button>
        </p>
      </form>
    </details>
  );
}
