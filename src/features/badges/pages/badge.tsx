/** A badge, for whoever has its address: what it is for, who signed it, whether it stands, how it is checked. No name. */
import { dayAt } from "../../../engines/calendar/day.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import { safeLink } from "../../../platform/web/links.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { codeOf } from "../code/code.ts";
import { CodeDrawing } from "../code/drawing.tsx";
import type { BadgePayload } from "../credential.ts";
import type { GivenBadge } from "../private.ts";
import type { BadgeWords } from "../words.ts";

export function BadgeMain(props: {
  readonly badge: GivenBadge;
  readonly payload: BadgePayload;
  readonly isBack: boolean;
  readonly words: BadgeWords;
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { badge, payload, isBack, words, lang, to } = props;
  const { page: w } = words;
  const { achievement } = payload.credentialSubject;
  const { pathname } = new URL(achievement.id);
  const code = codeOf(badge.token);
  const kid = `/badges/keys/${badge.kid}`;
  return (
    <article>
      <PlainHead title={<bdi>{payload.name}</bdi>} stand={w.what(payload.issuer.name)} />
      <p class={isBack ? "status" : "aside"} role={isBack ? "alert" : undefined}>
        <b>{isBack ? w.takenBack : w.stands}</b>
      </p>
      <dl class="facts">
        <dt>{w.for}</dt>
        <dd dir="auto">{achievement.criteria.narrative}</dd>
        <dt>{w.by}</dt>
        <dd>
          <bdi>{payload.issuer.name}</bdi>, <bdi dir="ltr">{payload.iss}</bdi>
        </dd>
        <dt>{w.when}</dt>
        <dd>{formatDay(dayAt(payload.nbf * 1000), lang)}</dd>
        <dt>{w.course}</dt>
        <dd>
          <a href={safeLink(achievement.id) === undefined ? undefined : to(pathname)}>
            <bdi dir="ltr">{pathname}</bdi>
          </a>
        </dd>
      </dl>
      <Section id="check" title={w.check} mini>
        <p class="prose">{w.checkLead}</p>
        <p>
          <a class="button" href={to("/badges/check")}>
            {w.toCheck}
          </a>
        </p>
      </Section>
      <Section id="own" title={w.own} mini>
        <p class="prose">{w.ownLead}</p>
        <p class="chips">
          <a href={`/badges/${badge.id}.jwt`}>{w.token}</a>
          <a href={kid}>{w.key}</a>
        </p>
        {code !== undefined && <CodeDrawing code={code} label={w.code} class="code large" />}
      </Section>
    </article>
  );
}
