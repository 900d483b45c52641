/** The form by which anybody asks for updates, and what is said after each step. Rules U1 and U2. */
import { WhatNext } from "../../../platform/web/what-next.tsx";
import { Choice, Hint, Line, NothingSent } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { PassOn, Thanks } from "../../../platform/web/thanks.tsx";
import type { Choices, Typed } from "../choice.ts";
import type { Words } from "../words.ts";

interface SubscribeProps {
  readonly words: Words;
  readonly choices: Choices;
  readonly typed: Typed;
  readonly problems?: Readonly<Record<string, string>>;
  readonly trouble?: string;
  /** Whether this copy can send mail. */
  readonly mails: boolean;
  /** A path in the language of the page. */
  readonly to: (path: string) => string;
}

export function Subscribe(props: SubscribeProps): Html {
  const { words } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {props.mails ? <Form {...props} /> : <p class="stand">{words.none}</p>}
      <p>
        {words.feeds} <a href="/feed.xml">{words.feed}</a>
      </p>
      <p>
        <a class="more" href={props.to("/newsletters")}>
          {words.earlier}
        </a>
      </p>
    </>
  );
}

function Form({ words, to, choices, typed, problems = {}, trouble }: SubscribeProps) {
  return (
    <>
      <NothingSent problems={problems} trouble={trouble} lang={words.lang} />
      <div class="row">
        <form class="c7" method="post" action={to("/updates")}>
          <section aria-label={words.title}>
            <Line
              name="address"
              type="email"
              autocomplete="email"
              maxlength={254}
              typed={typed}
              problems={problems}
              required
            >
              {words.address}
            </Line>
            <Choice
              name="what"
              options={choices.what}
              lang={words.lang}
              typed={typed}
              problems={problems}
              required
            >
              {words.what}
            </Choice>
            <Choice
              name="lang"
              options={choices.lang}
              lang={words.lang}
              typed={typed}
              problems={problems}
              required
            >
              {words.language}
              <Hint>{words.languageHint}</Hint>
            </Choice>
            <Choice
              name="often"
              options={choices.often}
              lang={words.lang}
              typed={typed}
              problems={problems}
              required
            >
              {words.often}
            </Choice>
            <p class="acts field">
              <button type="submit">{words.send}</button>
            </p>
          </section>
        </form>
        <WhatNext heading={words.next} steps={words.steps} />
      </div>
    </>
  );
}

/** A step: what it says, and the button that takes it or the way on. */
export function Step(props: {
  readonly title: string;
  readonly text: string;
  readonly button?: string;
  readonly onward?: { readonly to: string; readonly words: string };
  /** After somebody gave an address, or confirmed it. */
  readonly passOn?: Parameters<typeof PassOn>[0];
}): Html {
  const { title, text, button, onward, passOn } = props;
  return (
    <>
      {passOn ? <Thanks title={title} next={text} /> : <PageHead title={title} stand={text} />}
      {passOn && <PassOn {...passOn} />}
      {button !== undefined && (
        <form method="post">
          <p class="acts">
            <button type="submit">{button}</button>
          </p>
        </form>
      )}
      {onward && (
        <p>
          <a class="more" href={onward.to}>
            {onward.words}
          </a>
        </p>
      )}
    </>
  );
}
