/** "Open data, to keep": everything that can be taken along, how to cite it, and a pledge to copy. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { apiAddresses } from "../api/openapi.ts";
import { FILES, type OpenFile } from "../files.ts";

export interface DataPageProps {
  readonly frame: Frame;
  readonly today: string;
  readonly to: (path: string) => string;
  readonly licence: { readonly name: string; readonly url: string } | undefined;
  /** A pledge as the fragment that can be copied. */
  readonly example?: { readonly slug: string; readonly title: string; readonly html: string };
}

export function DataMain(props: DataPageProps): Html {
  const { to, example } = props;
  return (
    <article>
      <header class="row head">
        <h1 class="c10">Open data, to keep</h1>
        <p class="stand c8">
          Everything shown here can be taken along: no key, no account, from any site. A figure
          comes with who said it, when, and of which date it speaks.
        </p>
      </header>
      <section aria-labelledby="files">
        <h2 class="knot" id="files">
          Files
        </h2>
        <Files files={FILES} />
      </section>
      <section aria-labelledby="api">
        <h2 class="knot" id="api">
          API
        </h2>
        <p class="prose">
          JSON, for reading. Each thing carries its permanent id, its page and the address of its
          record in the log. Lists come in pages of 100: <code>?page=2</code>.
        </p>
        <ul class="lines">
          <li>
            <a href="/api/openapi.json">Description, OpenAPI 3.1</a>
            <code>/api/openapi.json</code>
          </li>
          {apiAddresses().map(({ path, summary }) => (
            <li>
              {path.includes("{") ? summary : <a href={path}>{summary}</a>}
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </section>
      <Cite {...props} />
      <section aria-labelledby="embed">
        <h2 class="knot" id="embed">
          A pledge on your page
        </h2>
        <p class="prose">
          Every pledge is also a piece of HTML at <code>/data/pledges/SLUG.html</code>: no script,
          no frame, nothing that your readers’ browsers would fetch from here. It says on which day
          it was copied; copy it again when you want newer figures.
        </p>
        {example ? (
          <div class="field">
            <label for="copy">
              To copy: {example.title}
              <span class="hint">
                From{" "}
                <a href={`/data/pledges/${example.slug}.html`}>/data/pledges/{example.slug}.html</a>
              </span>
            </label>
            <textarea id="copy" readonly rows={12} dir="ltr">
              {example.html}
            </textarea>
          </div>
        ) : (
          <p>
            No pledge stands here yet. <a href={to("/pledges")}>Pledges</a>
          </p>
        )}
      </section>
    </article>
  );
}

function Files({ files }: { readonly files: readonly OpenFile[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Form</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, name, what, form }) => (
          <tr>
            <th scope="row">
              <a href={path}>{name}</a>
              <small>{what}</small>
            </th>
            <td>{form}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cite({ frame, today, licence }: DataPageProps) {
  return (
    <section aria-labelledby="cite">
      <h2 class="knot" id="cite">
        Licence, and how to cite
      </h2>
      <div class="prose">
        <p>
          {licence ? (
            <>
              The campaign’s own texts and data: <a href={licence.url}>{licence.name}</a>.
            </>
          ) : (
            "The campaign has not stated a licence for its own texts. A figure is a fact: say who said it and when."
          )}{" "}
          What sources say belongs to the sources, and names belong to their owners.
        </p>
        <p>
          Cite a figure with the one who said it, its date and its source, and where you found it:
        </p>
        <blockquote>
          <p>
            {frame.name}: open data. {frame.base}/data, read on {formatDay(today, "en")}.
          </p>
        </blockquote>
        <p>
          To cite one thing for good, name its permanent id, the 64 digits under{" "}
          <code>subject</code>. To show later that what you cite stood here, keep{" "}
          <a href="/log/checkpoint">the log’s checkpoint</a> of that day.
        </p>
        <p>
          In the IATI file this campaign reports what others do and says so. It is not registered
          with IATI; its reference begins with CND and is not a registered one. Figures are not to
          be added up: activities that may count the same people name one another.
        </p>
      </div>
    </section>
  );
}
