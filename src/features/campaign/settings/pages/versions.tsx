/** Every version of the campaign's words or of a free page, one of them compared with today, and a button that brings it back. */
import { Changes } from "../../../../platform/web/changes.tsx";
import { Said } from "../../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { FrontWords } from "../front-words.ts";

export interface VersionLine {
  readonly id: string;
  readonly when: string;
  readonly is: "now" | "earlier" | "end" | "gone";
}

export function VersionsPage(props: {
  readonly words: FrontWords;
  readonly lang: string;
  readonly path: string;
  /** What it is a version of. */
  readonly title: string;
  readonly isPage: boolean;
  /** The newest first. */
  readonly lines: readonly VersionLine[];
  /** The newest when this page was made. */
  readonly base: string;
  readonly compared?:
    | { readonly when: string; readonly before: string; readonly after: string }
    | undefined;
  readonly done?: string | undefined;
  readonly trouble?: string | undefined;
}): Html {
  const { words: w, path, title, isPage, lines, base, compared, done, trouble } = props;
  return (
    <>
      <PlainHead
        title={`${w.versions}: ${title}`}
        stand={isPage ? w.pageVersionsHint : w.versionsHint}
      />
      {done !== undefined && <Said>{done}</Said>}
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      {compared && (
        <Section id="compared" title={compared.when} mini>
          {compared.before === compared.after ? (
            <p>{w.sameAs}</p>
          ) : (
            <>
              <p class="hint">{w.compareKey}</p>
              <Changes {...compared} words={w} />
            </>
          )}
        </Section>
      )}
      <ol class="lines">
        {lines.map(({ id, when, is }) => (
          <li>
            <span>
              {when}
              {is !== "earlier" && <small> {w.is[is]}</small>}
            </span>
            {is === "earlier" && (
              <span class="chips">
                <a href={`${path}?of=${id}`}>
                  {w.compare}
                  <span class="vh">: {when}</span>
                </a>
                <form method="post" action={path}>
                  <input type="hidden" name="base" value={base} />
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" class="quiet small">
                    {w.bringBack}
                    <span class="vh">: {when}</span>
                  </button>
                </form>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p>
        <a href="/desk/settings">{w.toSettings}</a>
      </p>
    </>
  );
}
