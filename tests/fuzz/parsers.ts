/**
 * Every parser that meets strangers, as it is called in the program, with valid samples of what it reads. Whatever comes,
 * it answers or refuses in its own way, within its time.
 */
import { globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { CsvError } from "../../src/engines/csv/csv.ts";
import { parsePattern } from "../../src/engines/coverage/pattern-file.ts";
import { PatternError } from "../../src/engines/coverage/pattern.ts";
import { partsOf } from "../../src/engines/plaintext/address.ts";
import { tidy } from "../../src/engines/plaintext/tidy.ts";
import { trouble } from "../../src/engines/plaintext/trouble.ts";
import { parseEntryBundle } from "../../src/engines/tlog/bundle.ts";
import { parseCheckpoint } from "../../src/engines/tlog/checkpoint.ts";
import { TlogError } from "../../src/engines/tlog/error.ts";
import { openNote } from "../../src/engines/tlog/note.ts";
import { parseTilePath } from "../../src/engines/tlog/tiles.ts";
import { parseVkey } from "../../src/engines/tlog/vkey.ts";
import { tokens, wanted } from "../../src/engines/tokens/tokens.ts";
import { folderParts } from "../../src/folder-parts.ts";
import { registry } from "../../src/models.ts";
import { readBloom } from "../../src/importers/books/bloom.ts";
import { readStorybook } from "../../src/importers/books/storybook.ts";
import { unpackZip } from "../../src/importers/books/unpack.ts";
import { expand } from "../../src/importers/shortcodes.ts";
import { ArrivalError } from "../../src/importers/site.ts";
import { readSite } from "../../src/importers/source.ts";
import { toMarkdown, toWords } from "../../src/importers/to-markdown.ts";
import { readMultipart, tellWords } from "../../src/features/contributions/api.ts";
import { openUploads } from "../../src/features/contributions/store.ts";
import {
  cueProblems as signCueProblems,
  readSignCues,
  writeSignCues,
} from "../../src/features/books/cues.ts";
import { PREFIX, tokenOf } from "../../src/features/badges/code/code.ts";
import { readToken } from "../../src/features/badges/token.ts";
import { readRows } from "../../src/features/datasets/read-rows.ts";
import { keyHash } from "../../src/features/listening/sensors/key.ts";
import { linesIn } from "../../src/features/listening/sensors/lines.ts";
import { readMessage } from "../../src/features/listening/sensors/message.ts";
import { cellAt, isCell } from "../../src/features/measurements/cell.ts";
import { readSent } from "../../src/features/measurements/raw.ts";
import { pointFrom } from "../../src/engines/terrain/position.ts";
import { plainText } from "../../src/features/search/indexing.ts";
import { readBounded } from "../../src/platform/federation/bounded-json.ts";
import { claimOf, matchesDigest } from "../../src/platform/federation/signed-head.ts";
import { wordsOfHtml } from "../../src/platform/federation/words-of-html.ts";
import { parseFile } from "../../src/platform/folder/parse.ts";
import { TreeError } from "../../src/platform/folder/tree.ts";
import { verifyIncoming } from "../../src/platform/log/incoming.ts";
import { openBlanking } from "../../src/platform/media/blanking.ts";
import { blankLate } from "../../src/platform/media/blanking/late.ts";
import { secondKind } from "../../src/platform/media/ends.ts";
import { mediaKind } from "../../src/platform/media/kind.ts";
import { MediaError } from "../../src/platform/media/media-error.ts";
import { tellsPlace } from "../../src/platform/media/tells-place.ts";
import { cueProblems, readCues, writeCues } from "../../src/platform/media/webvtt.ts";
import { unpackArchive } from "../../src/platform/process/archive.ts";
import { readDocument, readEntry, RecordError } from "../../src/platform/records/record.ts";
import { createRouter } from "../../src/platform/web/router.ts";
import { readForm } from "../../src/platform/web/form-body.ts";
import { codingFor } from "../../src/platform/web/headers.ts";
import { markdownHtml } from "../../src/platform/web/markdown.tsx";
import { numberIn } from "../../src/platform/web/typed-number.ts";

export interface Parser {
  readonly samples: readonly Buffer[];
  /** @param work a folder for what it writes */
  readonly read: (bytes: Buffer, work: string) => unknown;
  /** Whether an error is its way to refuse; without it, it throws none. */
  readonly refuses?: (error: unknown) => boolean;
  /** ms of the processor for 64 kB, when nothing else is to be done. */
  readonly budget: number;
}

const text = (bytes: Buffer): string => new TextDecoder().decode(bytes);
const router = createRouter([["GET /stories/:slug/comment", 1] as const, ["GET /c/*", 2] as const]);
const samplesOf = (...texts: readonly string[]): Buffer[] => texts.map((one) => Buffer.from(one));
const NAMES = new Set(["title", "text", "name"]);
const MULTIPART = (type: string, ...parts: readonly string[]): Buffer =>
  Buffer.from(
    `content-type: ${type}\n\n${parts.map((part) => `--x\r\n${part}\r\n`).join("")}--x--\r\n`,
  );
const filesOf = (...patterns: readonly string[]): Buffer[] =>
  globSync(patterns)
    .toSorted()
    .map((file) => readFileSync(file))
    .filter((bytes) => bytes.length <= 64_000);
const isOf =
  (...classes: readonly (abstract new (...from: never[]) => Error)[]) =>
  (error: unknown): boolean =>
    classes.some((one) => error instanceof one);

/** As a file, for what reads files. */
function inFile(bytes: Buffer, work: string): string {
  const file = join(work, "input");
  writeFileSync(file, bytes);
  return file;
}

/** A request: its headers up to an empty line, then its body. */
function request(bytes: Buffer): IncomingMessage {
  const end = bytes.indexOf("\n\n");
  const head = bytes.subarray(0, end < 0 ? bytes.length : end).toString("latin1");
  const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 2);
  const stream = Readable.from(body.length > 0 ? [body] : [], { objectMode: false });
  return Object.assign(stream, { headers: headersIn(head) }) as unknown as IncomingMessage;
}
function headersIn(head: string): IncomingHttpHeaders {
  const headers: Record<string, string> = {};
  for (const line of head.slice(0, 16_000).split("\n")) {
    const at = line.indexOf(":");
    if (at > 0) headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  return headers;
}

const TURNING = {
  link: (url: string) => url,
  picture: (url: string, alt: string) => ({ address: url, alt }),
};
const partFor = (form: string, space: string) =>
  folderParts.find((part) => part.form === form && part.space === space)!;
const FOLDER = [
  ["campaign.yaml", partFor("yaml", "campaign")],
  ["partners.yaml", partFor("yaml-list", "partners")],
  ["places.geojson", partFor("geojson", "places")],
  ["pledges/a.yaml", partFor("yaml-files", "pledges")],
  ["stories/a.md", partFor("markdown-files", "stories")],
] as const;
const RECORDS = globSync("docs/protocol/records/{valid,invalid}/*.json").toSorted();
const WXR = gunzipSync(readFileSync("tests/data/wordpress/export.xml.gz")).subarray(0, 20_000);
const BLOOM =
  '<html><body data-l1="en"><div id="bloomDataDiv"><div data-book="bookTitle" lang="en">T</div><div data-book="licenseUrl" lang="*">http://creativecommons.org/licenses/by/4.0/</div></div><div class="bloom-page cover" data-xmatter-page="frontCover"><img src="c%20d.jpg"></div><div class="bloom-page"><div class="bloom-imageContainer" style="background-image:url(\'a.jpg\')" data-creator="A"></div><div class="bloom-translationGroup"><div class="bloom-editable" lang="en"><p><span class="audio-sentence" id="a">One.</span> <span class="audio-sentence">Two.</span></p></div><div class="bloom-editable" lang="fr"><p>Un.<br>Deux.</p></div></div><div class="bloom-videoContainer"><video><source src="video/a.mp4#t=1.0,3.4"></video></div></div></body></html>';
const TIMES = Date.parse("2026-11-24T12:00:00Z");

/** A tar of one file, as ustar has it. */
function tar(name: string, body: string, type = "0"): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write("0000600\x000000000\x000000000\x00", 100);
  head.write(
    `${body.length.toString(8).padStart(11, "0")}\0${"0".padStart(11, "0")}\0        ${type}`,
    124,
  );
  head.write("ustar\x0000", 257);
  const sum = head.reduce((all, byte) => all + byte, 0);
  head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([
    head,
    Buffer.from(body.padEnd(512 * Math.ceil(body.length / 512), "\0")),
    Buffer.alloc(1024),
  ]);
}

export const PARSERS: Readonly<Record<string, Parser>> = {
  badge: {
    budget: 200,
    samples: samplesOf(
      "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUub3JnIn0.QUJD",
      `${PREFIX}${"0".repeat(510)}BB8UJCLQE7W581`,
    ),
    read: (bytes) => [readToken(text(bytes)), tokenOf(text(bytes))],
  },
  multipart: {
    budget: 200,
    samples: [
      MULTIPART(
        "multipart/form-data; boundary=x",
        'Content-Disposition: form-data; name="title"\r\n\r\nA mast',
        'Content-Disposition: form-data; name="text"\r\nContent-Type: text/plain\r\n\r\nOne\r\ntwo',
        'Content-Disposition: form-data; name="other"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nabc',
        'Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nabc',
      ),
      ...samplesOf(
        "content-type: multipart/form-data\n\n--x--",
        "content-type: application/x-www-form-urlencoded\n\ntitle=a",
      ),
    ],
    read: async (bytes, work) => {
      const req = Object.assign(request(bytes), { complete: true });
      const store = openUploads(work, async () => undefined, Date.now);
      const options = { names: NAMES, words: tellWords("en"), most: { whole: 1_000_000 }, by: "x" };
      const form = await readMultipart(req, store, options);
      if ("came" in form) await Promise.all(form.came.map(({ id }) => store.discard(id)));
    },
  },
  form: {
    budget: 100,
    samples: samplesOf(
      "content-type: application/x-www-form-urlencoded\n\ntitle=A+mast&text=caf%C3%A9%0D%0A&name=",
      "content-type: application/x-www-form-urlencoded; charset=utf-8\n\ntext=a",
    ),
    read: (bytes) => readForm(request(bytes), ["title", "text", "name"], 1_000_000),
  },
  json: {
    budget: 100,
    samples: samplesOf(
      '{"@context":["https://a.org",{"b":1}],"type":"Create","object":{"id":"x\\u0041","n":-1.5e3}}',
      "[[[1]],null,true]",
    ),
    read: (bytes) => readBounded(bytes, { depth: 24, nodes: 8000 }),
  },
  sensor: {
    budget: 100,
    samples: filesOf("docs/protocol/listening/{valid,invalid}/**/*.{json,txt}"),
    read: (bytes) => [
      readMessage(bytes),
      readMessage(bytes.subarray(0, 300)),
      linesIn(text(bytes), TIMES),
      keyHash(text(bytes)),
    ],
  },
  measurement: {
    budget: 100,
    samples: filesOf("docs/protocol/records/valid/*.json")
      .slice(0, 2)
      .concat(
        samplesOf(
          '{"cell":"84bc0a3ffffffff","month":"2026-11","browser":"a","result":{"sent":10,"lost":1,"failures":[]}}',
        ),
      ),
    read: (bytes) => {
      const read = readBounded(bytes, { depth: 10, nodes: 1000 });
      if ("value" in read) readSent(read.value, "2026-11-24");
    },
  },
  record: {
    budget: 200,
    samples: RECORDS.map((file) =>
      Buffer.from((JSON.parse(readFileSync(file, "utf8")) as { entry: string }).entry),
    ),
    read: async (bytes) => {
      await verifyIncoming([{ entry: bytes, document: undefined }], registry.kinds);
      readEntry(bytes);
    },
    refuses: isOf(RecordError),
  },
  document: {
    budget: 200,
    samples: RECORDS.flatMap(
      (file) =>
        (JSON.parse(readFileSync(file, "utf8")) as { document: string | null }).document ?? [],
    ).map((one) => Buffer.from(one)),
    read: (bytes) => readDocument(bytes, "0".repeat(64)),
    refuses: isOf(RecordError),
  },
  note: {
    budget: 200,
    samples: samplesOf(
      "example.org/log\n12\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.org/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n",
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "tile/0/x001/234.p/12",
    ),
    read: (bytes) => {
      const own = (reading: () => unknown) => {
        try {
          reading();
        } catch (error) {
          if (!(error instanceof TlogError)) throw error;
        }
      };
      own(() => openNote(bytes, []));
      own(() => parseCheckpoint(text(bytes)));
      own(() => parseVkey(text(bytes)));
      own(() => parseEntryBundle(bytes));
      parseTilePath(text(bytes));
    },
  },
  markdown: {
    budget: 1500,
    samples: filesOf("campaign/stories/*.md", "docs/protocol/valid/small/stories/*.md").slice(
      0,
      12,
    ),
    read: (bytes) => {
      markdownHtml({ text: text(bytes), sources: 3 });
      plainText(text(bytes));
    },
  },
  html: {
    budget: 300,
    samples: samplesOf(
      '<p>Hello <span class="h-card"><a href="https://a.org/@b" class="u-url mention">@<span>b</span></a></span><br/>two &amp; three</p><ul><li>a</li></ul>',
      '<blockquote><p>q</p></blockquote><pre>x  y</pre><p><a href="https://a.org/long"><span class="invisible">https://</span>a.org</a> <img alt="😀"></p><table><tr><td>1</td></tr></table>',
    ),
    read: (bytes) => wordsOfHtml({ html: text(bytes), warning: text(bytes), most: 5000 }),
  },
  plaintext: {
    budget: 400,
    samples: samplesOf(
      "See (https://a.org/b_(c)), or https://xn--80ak6aa92e.com.",
      "שלום \u202eabc\u202c عالم\u2067x\u2069",
      "pаypal\u200b.com 👩‍🔥\u0301\u0301 VVirn!!!!! aaaaaaaaaaaa",
    ),
    read: (bytes) => {
      const tidied = tidy(text(bytes));
      if (tidy(tidied) !== tidied) throw new Error("It is tidied twice otherwise than once.");
      partsOf(tidied);
      trouble(text(bytes));
    },
  },
  folder: {
    budget: 3000,
    samples: filesOf(
      "docs/protocol/valid/small/*.{yaml,geojson}",
      "docs/protocol/valid/small/**/*.{yaml,md}",
      "docs/protocol/invalid/*/**/*.{yaml,md}",
    ).slice(0, 40),
    read: (bytes) => {
      const whole = text(bytes);
      const [file, part] =
        FOLDER[whole.startsWith("---") ? 4 : whole.startsWith("{") ? 2 : bytes.length % 4]!;
      parseFile(part, file, whole);
    },
    refuses: isOf(TreeError),
  },
  site: {
    budget: 1000,
    samples: [
      WXR,
      ...samplesOf(
        '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://a.org</link><item><title>T</title><link>https://a.org/2020/01/t/</link><content:encoded><![CDATA[<p>x</p>]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.org/"/><entry><title>T</title><link href="https://a.org/t"/><content type="html">&lt;p&gt;x&lt;/p&gt;</content><updated>2020-01-01T00:00:00Z</updated></entry></feed>',
        '{"db":[{"meta":{"exported_on":1},"data":{"posts":[{"id":"1","title":"T","slug":"t","html":"<p>x</p>","status":"published","published_at":"2020-01-01"}],"tags":[],"users":[]}}]}',
      ),
    ],
    read: (bytes, work) => readSite(inFile(bytes, work)),
    refuses: isOf(ArrivalError),
  },
  storybook: {
    budget: 1000,
    samples: samplesOf(
      "# Two hills\n\n##\nA hill. A light\non it.\n\n##\n\n##\n* License: [CC-BY]\n* Text: Ana, Ben\n* Illustration: Cleo\n* Translated By: Dan\n* Language: sw\n",
    ),
    read: (bytes) => readStorybook(text(bytes), "en"),
    refuses: isOf(ArrivalError),
  },
  bloom: {
    budget: 2000,
    samples: samplesOf(
      `${BLOOM}{"license":"cc-by-nc","features":["signLanguage:xki"],"copyright":"Ana"}`,
      `${BLOOM}{"license":"custom","licenseNotes":"As you like","author":"Ana","bookInstanceId":"1"}`,
    ),
    read: (bytes) => {
      const whole = text(bytes);
      const at = whole.lastIndexOf(">") + 1;
      return readBloom(whole.slice(0, at), whole.slice(at), "a book");
    },
    refuses: isOf(ArrivalError),
  },
  bloompub: {
    budget: 1000,
    samples: [
      Buffer.from(
        zipSync({
          "index.htm": strToU8(BLOOM),
          "meta.json": strToU8("{}"),
          "a/b.jpg": strToU8("x"),
        }),
      ),
      Buffer.from(zipSync({ "index.htm": [strToU8(BLOOM), { level: 0 }] })),
    ],
    read: (bytes, work) =>
      unpackZip(inFile(bytes, work), join(work, "unpacked"), (path) => path.endsWith(".htm")),
    refuses: isOf(ArrivalError),
  },
  post: {
    budget: 4000,
    samples: samplesOf(
      'One\n\n[caption id="a" width="300"]<a href="https://a.org"><img src="https://a.org/a.jpg" alt="x"></a> Words[/caption]\n\n[gallery ids="1,2"]\n\nhttps://video.example.org/1\n',
      "<h2>T</h2><p>a <b>b</b> <i>c</i></p><pre><code>x</code></pre><table><tr><td>1</td><td>2</td></tr></table><ol><li>a<ul><li>b</li></ul></li></ol>",
    ),
    read: (bytes) => {
      const notes = new Set<string>();
      const html = expand(
        text(bytes),
        { isPlain: bytes.length % 2 === 0, files: new Map() },
        notes,
      );
      toMarkdown(html, { ...TURNING, notes });
      toWords(html);
    },
    refuses: (error) => error instanceof RangeError && error.message.startsWith("expected"),
  },
  csv: {
    budget: 300,
    samples: samplesOf(
      'iso,year,value\nZAF,2024,75.4\n"LSO",2024,"4,7"\n',
      'a,"b ""c""\nd",e\r\n1,2,3\r\n',
    ),
    read: async (bytes) => {
      const kind = { kind: "country-indicator", mapping: {} } as unknown as Parameters<
        typeof readRows
      >[1];
      for await (const _ of readRows(Readable.from([bytes]), kind));
    },
    refuses: isOf(CsvError),
  },
  media: {
    budget: 1000,
    samples: filesOf("tests/data/wordpress/uploads/**/*.{jpg,png}")
      .slice(0, 6)
      .concat(filesOf("campaign/media/*.{webp,vtt}").slice(0, 3)),
    read: async (bytes, work) => {
      const kind = mediaKind(bytes.subarray(0, 512));
      if (kind === undefined) return;
      const file = inFile(bytes, work);
      await secondKind(file, kind);
      await tellsPlace(file, kind);
      const blanking = openBlanking();
      const blanked = inFile(Buffer.from(blanking.next(bytes)), work);
      await blankLate(blanked, blanking);
      if (readFileSync(blanked).length !== bytes.length)
        throw new Error(`Expected ${bytes.length} bytes after blanking.`);
    },
    refuses: (error) => error instanceof MediaError,
  },
  "antenna-pattern": {
    budget: 100,
    samples: samplesOf(
      `NAME a\nFREQUENCY 5600\nGAIN 17 dBi\n${["HORIZONTAL", "VERTICAL"].map((cut) => `${cut} 360\n${Array.from({ length: 360 }, (_, i) => `${i} ${i % 20}\n`).join("")}`).join("")}`,
      `MODNUM:,a\nGUNITS:,DBI/DBR\nMDGAIN:,17\nPATFRE:,5600\n${["AZ", "EL"].map((cut) => `PATCUT:,${cut}\nPOLARI:,V/V\n-180,-20\n-90,-9\n0,0\n90,-9\n180,-20\n`).join("")}ENDFIL:,EOF\n`,
    ),
    read: (bytes) => parsePattern(text(bytes), 5600),
    refuses: isOf(PatternError),
  },
  webvtt: {
    budget: 300,
    samples: filesOf("campaign/media/*.vtt")
      .slice(0, 6)
      .concat(
        samplesOf(
          "WEBVTT\n\nNOTE x\n\n1\n00:00.000 --> 00:01.500 align:start\n<v Ana>Hello &amp; <i>you</i>\n",
        ),
      ),
    read: (bytes) => {
      const cues = readCues(text(bytes));
      if (!cues) return;
      cueProblems(cues);
      writeCues(cues);
    },
  },
  signing: {
    budget: 300,
    samples: samplesOf(
      'WEBVTT\n\np1s1\n00:00.000 --> 00:04.000\n{"s":"p1s1"}\n\nasleep\n00:01.000 --> 00:02.000\n{"s":"p1s1","w":"asleep"}\n',
      'WEBVTT kind=metadata\r\n\r\nNOTE x\r\n\r\n1\r\n00:01 --> 00:02 align:start\r\n{"s":\r\n"p2s1"}\r\n\r\n1\r\n01:00:00.000 --> 00:02.000\r\nHello\r\n',
    ),
    read: (bytes) => {
      const cues = readSignCues(text(bytes));
      if (!cues) return;
      signCueProblems(cues, { pages: [{ lines: ["One.", "Two."] }] }, 60);
      const written = writeSignCues(cues);
      if (writeSignCues(readSignCues(written)!) !== written)
        throw new Error("It is written twice otherwise than once.");
    },
  },
  archive: {
    budget: 1000,
    samples: [
      tar("manifest.json", '{"files":1,"bytes":10}'),
      tar("manifest.json", "{}", "2"),
      Buffer.concat([tar("manifest.json", '{"files":2}').subarray(0, 1024), tar("media/a", "abc")]),
    ],
    read: async (bytes, work) => {
      const to = mkdtempSync(join(work, "to-"));
      await unpackArchive(inFile(gzipSync(bytes, { level: 1 }), work), to, () => ({}));
    },
    // It says in an Error what the archive holds instead: none of the language's own.
    refuses: (error) =>
      error instanceof Error && !isOf(TypeError, RangeError, ReferenceError)(error),
  },
  signature: {
    budget: 100,
    samples: samplesOf(
      'content-type: application/activity+json\ndate: Tue, 24 Nov 2026 12:00:00 GMT\ndigest: SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nsignature: keyId="https://a.org/u#main-key",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="YQ=="\n\n',
      'content-type: application/ld+json; profile="x"\ncontent-digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\nsignature-input: sig1=("@method" "content-digest");created=1795521600;keyid="https://a.org/u#k"\nsignature: sig1=:YQ==:\n\n',
    ),
    read: (bytes) => {
      const { headers } = request(bytes);
      claimOf(headers, TIMES);
      matchesDigest(headers, bytes);
    },
  },
  typed: {
    budget: 300,
    samples: samplesOf(
      "42.43, 1.93",
      "1.234,5",
      "१२३",
      "mast near Mankosi 2024",
      "网络 village",
      "84bc0a3ffffffff",
      "gzip, br;q=0.5, *;q=0",
      "/stories/mankosi/comment",
    ),
    read: (bytes) => {
      const typed = text(bytes);
      const point = pointFrom(typed);
      if (point) cellAt(point.lat, point.lon);
      isCell(typed);
      for (const lang of ["en", "fr", "ar", "hi"]) numberIn(typed, lang);
      Array.from(tokens(typed));
      wanted(typed);
      codingFor(typed.slice(0, 16_000));
      router.match("GET", encodeURI(typed.slice(0, 2000).toWellFormed()));
    },
  },
};
