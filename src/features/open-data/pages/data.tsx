/** "Open data, to keep": everything that can be taken along, how to cite it, and a pledge to copy. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import { apiAddresses } from "../api/openapi.ts";
import { FILES } from "../files.ts";
import { wordsIn, type DataWords } from "../words.ts";

interface DataPageProps {
  readonly frame: Frame;
  readonly today: string;
  readonly lang: string;
  readonly to: (path: string) => string;
  readonly licence: { readonly name: string; readonly url: string } | undefined;
  /** A pledge as the fragment that can be copied. */
  readonly example?: { readonly slug: string; readonly title: string; readonly html: string };
}

export function DataMain(props: DataPageProps): Html {
  const { lang, to, example } = props;
  const words = wordsIn(lang);
  return (
    <article>
      <PageHead title={words.title} stand={words.about} />
      <Section id="files" title={words.files}>
        <Files words={words} to={to} />
      </Section>
      <Section id="api" title={words.api}>
        <p class="prose">{filled(words.apiIs, { page: code("?page=2") })}</p>
        <ul class="lines">
          <li>
            <a href="/api/openapi.json">{words.apiDescription}</a>
            {code("/api/openapi.json")}
          </li>
          {apiAddresses().map(({ path, summary }) => (
            <li>
              <span {...foreign("en", lang)}>
                {path.includes("{") ? summary : <a href={path}>{summary}</a>}
              </span>
              {code(path)}
            </li>
          ))}
        </ul>
      </Section>
      <Cite {...props} />
      <Section id="embed" title={words.embed}>
        <p class="prose">{filled(words.embedIs, { address: code("/data/pledges/SLUG.html") })}</p>
        {example ? (
          <div class="field">
            <label for="copy">
              {words.copy(example.title)}
              <span class="hint">
                {filled(words.from, {
                  address: (
                    <a href={to(`/data/pledges/${example.slug}.html`)}>
                      {code(to(`/data/pledges/${example.slug}.html`))}
                    </a>
                  ),
                })}
              </span>
            </label>
            <textarea id="copy" readonly rows={12} dir="ltr">
              {example.html}
            </textarea>
          </div>
        ) : (
          <p>
            <a href={to("/pledges")}>{words.noPledge}</a>
          </p>
        )}
      </Section>
    </article>
  );
}

/** Written from left to right in every language. */
const code = (text: string) => <code dir="ltr">{text}</code>;

function Files({
  words,
  to,
}: {
  readonly words: DataWords;
  readonly to: (path: string) => string;
}) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.form}</th>
        </tr>
      </thead>
      <tbody>
        {FILES.map(({ path, form }) => (
          <tr>
            <th scope="row">
              <a href={path === "/log" ? to(path) : path}>{words.fileWords[path].name}</a>
              <small>{words.fileWords[path].what}</small>
            </th>
            <td>
              <bdi {...foreign("en", words.lang)}>{form}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cite({ frame, today, lang, licence }: DataPageProps) {
  const words = wordsIn(lang);
  return (
    <Section id="cite" title={words.cite}>
      <div class="prose">
        <p>
          {licence
            ? filled(words.licence, { licence: <a href={licence.url}>{licence.name}</a> })
            : words.noLicence}{" "}
          {words.belongs}
        </p>
        <p>{words.citeFigure}</p>
        <blockquote>
          <p>
            {frame.name}: {words.citation(frame.base, formatDay(today, lang))}
          </p>
        </blockquote>
        <p>
          {filled(words.citeThing, {
            subject: code("subject"),
            checkpoint: <a href="/log/checkpoint">{words.checkpoint}</a>,
          })}
        </p>
        <p>{words.iati}</p>
      </div>
    </Section>
  );
}
