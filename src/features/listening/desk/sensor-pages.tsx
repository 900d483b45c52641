/** The form of a sensor, and its key, which is shown once. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { Choice, Hint, Line, NothingSent, Said, Tick } from "../../../platform/web/form-fields.tsx";
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { QrCode } from "../../../platform/web/share.tsx";
import { filled } from "../../../platform/words/inline.tsx";
import type { Sensor } from "../private/forms.ts";
import { ALARMS, PART, SENSORS } from "./path.ts";
import type { Problems, Typed } from "./sensor-form.ts";
import { Head } from "./visit.tsx";
import type { DeskWords } from "./words.ts";

interface FormProps {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  /** By name. */
  readonly places: readonly { readonly subject: string; readonly name: string }[];
  readonly typed: Typed;
  readonly problems: Problems;
  readonly trouble: string | undefined;
}

function Fields({ words, places, typed, problems }: FormProps): Html {
  const { form, lang } = words;
  const field = { typed, problems };
  return (
    <>
      <Line name="name" maxlength={8} required {...field}>
        {form.name}
        <Hint>{form.nameHint}</Hint>
      </Line>
      <Choice
        name="place"
        none={form.noPlace}
        options={places.map(({ subject, name }) => [subject, name])}
        lang={lang}
        {...field}
      >
        {form.place}
        <Hint>{form.placeHint}</Hint>
      </Choice>
      <Line name="spot" maxlength={120} required {...field}>
        {form.spot}
        <Hint>{form.spotHint}</Hint>
      </Line>
      <Line name="every" inputmode="numeric" maxlength={6} required {...field}>
        {form.every}
        <Hint>{form.everyHint}</Hint>
      </Line>
      <Line name="lat" maxlength={12} {...field}>
        {form.lat}
        <Hint>{form.positionHint}</Hint>
      </Line>
      <Line name="lon" maxlength={12} {...field}>
        {form.lon}
      </Line>
      <Line name="empty" inputmode="decimal" maxlength={6} {...field}>
        {form.empty}
        <Hint>{form.emptyHint}</Hint>
      </Line>
    </>
  );
}

export function NewMain(props: FormProps & { readonly id: string }): Html {
  const { visit, words, problems, trouble, id } = props;
  const { fresh, lang } = words;
  return (
    <>
      <Head visit={visit} title={fresh.title} stand={fresh.lead} />
      <NothingSent heading={fresh.notMade} problems={problems} trouble={trouble} lang={lang} />
      <form method="post" action={`${SENSORS}/new`}>
        <input type="hidden" name="id" value={id} />
        <Fields {...props} />
        <p class="acts">
          <button type="submit">{fresh.button}</button>
        </p>
      </form>
      <p>
        <a href={PART}>{words.back}</a>
      </p>
    </>
  );
}

export function OneMain(
  props: FormProps & { readonly sensor: Sensor; readonly seen: string; readonly state: Html },
): Html {
  const { visit, words, sensor, problems, trouble, seen, state } = props;
  const { one, lang } = words;
  const at = `${SENSORS}/${sensor.id}`;
  return (
    <>
      <Head visit={visit} title={<bdi>{sensor.name}</bdi>} stand={state} />
      <NothingSent heading={words.notDone} problems={problems} trouble={trouble} lang={lang} />
      <p>
        <a href={`${ALARMS}?which=all&sensor=${sensor.id}`}>{one.alarms}</a> ·{" "}
        <a href={PART}>{words.back}</a>
      </p>
      {sensor.closed === null && (
        <>
          <form method="post" action={at}>
            <input type="hidden" name="seen" value={seen} />
            <Fields {...props} />
            <p class="acts">
              <button type="submit">{one.save}</button>
            </p>
          </form>
          <Section id="key" title={one.key} mini>
            <p>{one.keyHint}</p>
            <form method="post" action={`${at}/key`}>
              <Tick name="sureKey" typed={{}} problems={{}} required>
                {one.sureKey}
              </Tick>
              <input type="hidden" name="key" value={sensor.key_hash.slice(0, 16)} />
              <p class="acts">
                <button type="submit">{one.newKey}</button>
              </p>
            </form>
          </Section>
          <Section id="anew" title={one.anew} mini>
            <p>{one.anewHint}</p>
            <form method="post" action={`${at}/anew`}>
              <p class="acts">
                <button type="submit">{one.anew}</button>
              </p>
            </form>
          </Section>
          <Section id="down" title={one.down} mini>
            <p>{one.downHint}</p>
            <form method="post" action={`${at}/down`}>
              <Tick name="sureDown" typed={{}} problems={{}} required>
                <span>{filled(one.sureDown("{name}"), { name: <bdi>{sensor.name}</bdi> })}</span>
              </Tick>
              <p class="acts">
                <button type="submit">{one.down}</button>
              </p>
            </form>
          </Section>
        </>
      )}
    </>
  );
}

/** A sheet to print: the key, the address, and how the sensor speaks. Rule LW15. */
export function KeyMain(props: {
  readonly words: DeskWords;
  readonly sensor: Pick<Sensor, "id" | "name" | "spot" | "every">;
  readonly key: string;
  readonly base: string;
}): Html {
  const { words, sensor, key, base } = props;
  const { key: w } = words;
  const { name } = sensor;
  const address = `${base}/listening/heard`;
  const code = `${address}#sensor=${name}&key=${key.replaceAll("-", "")}`;
  return (
    <>
      <header class="head tight">
        <h1>{filled(w.title("{name}"), { name: <bdi>{name}</bdi> })}</h1>
      </header>
      <Said>
        <p>{w.once}</p>
      </Said>
      <section aria-labelledby="sheet">
        <h2 class="knot mini" id="sheet">
          <bdi>{name}</bdi> · <bdi>{sensor.spot}</bdi>
        </h2>
        <p>
          {w.sheetKey}: <strong dir="ltr">{key}</strong>
        </p>
        <p>
          {w.address}: <span dir="ltr">{address}</span>
        </p>
        <QrCode text={code} class="code" />
        <p class="small">{w.code}</p>
        <p>{w.alive}</p>
        <pre tabindex={0} dir="ltr">
          {`curl ${address} \\\n  -H 'Authorization: Bearer ${key}' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"sensor":"${name}","id":"'$(date +%s)'","say":"alive","clock":"'$(date -u +%FT%TZ)'","battery":3.9,"level":-42}'`}
        </pre>
        <p>{filled(w.program("{file}"), { file: <bdi>{name}.key</bdi> })}</p>
        <pre tabindex={0} dir="ltr">
          {`arecord -q -f S16_LE -r 48000 -t raw | \\\n  cnd listen --sensor ${name} --key-file ${name}.key --to ${base} \\\n  --rate 48000 --every ${sensor.every} --threshold desk -`}
        </pre>
        <p>{w.line}</p>
        <pre
          tabindex={0}
          dir="ltr"
        >{`${name} MOTOR 0.93 14:32 B3.9\n${name} ALIVE 14:32 B3.9 L-42`}</pre>
        <p class="small">{w.lineHint}</p>
        <p>{w.never}</p>
      </section>
      <p class="acts">
        <a href={`${SENSORS}/${sensor.id}`}>{w.done}</a>
      </p>
    </>
  );
}
