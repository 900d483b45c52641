/** A learner's own badge. */
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { codeOf } from "../code/code.ts";
import { CodeDrawing } from "../code/drawing.tsx";
import type { GivenBadge } from "../private.ts";
import { readToken } from "../token.ts";
import type { BadgeWords } from "../words.ts";

interface OwnProps {
  /** Those that stand. */
  readonly badges: readonly GivenBadge[];
  readonly words: BadgeWords;
  readonly to: (path: string) => string;
}

export function OwnMain({ badges, words, to }: OwnProps): Html {
  const { own } = words;
  return (
    <article>
      <PlainHead title={own.title} stand={badges.length > 0 ? own.lead : undefined} />
      {badges.length === 0 && <p class="prose">{own.none}</p>}
      {badges.map((badge) => (
        <One badge={badge} words={words} to={to} />
      ))}
      <p class="chips">
        {badges.length > 0 && <a href={to("/class/badge/print")}>{own.print}</a>}
        <a href={to("/class/now")}>{own.back}</a>
      </p>
    </article>
  );
}

function One({
  badge,
  words: { own },
  to,
}: Omit<OwnProps, "badges"> & { badge: GivenBadge }): Html {
  const read = readToken(badge.token);
  const code = codeOf(badge.token);
  return (
    <Section id={`badge-${badge.id}`} title={<bdi>{read.ok && read.payload.name}</bdi>} mini>
      {code !== undefined && <CodeDrawing code={code} label={own.code} class="code large" />}
      <p class="prose">{own.photo}</p>
      <p class="chips">
        <a href={to(`/badges/${badge.id}`)}>{own.see}</a>
        <a href={`/badges/${badge.id}.jwt`} download="badge.jwt">
          {own.file}
        </a>
      </p>
    </Section>
  );
}
