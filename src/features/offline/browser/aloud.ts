/** The script of reading aloud: the browser's own voice, or a recorded one, and the sentence that is said lights up. */

interface Sentence {
  readonly text: string;
  readonly range: Range;
}

function begin(): void {
  const article = document.querySelector<HTMLElement>("article.aloud")!;
  const sentences = sentencesOf(article);
  followRecording(article, sentences);
  if (!("speechSynthesis" in globalThis)) return;
  speechSynthesis.getVoices(); // some browsers look for their voices when first asked, and answer with none
  byId("voice").hidden = false;
  const reading = readingOf(article.lang, sentences);
  byId("play").addEventListener("click", () => reading.play());
  byId("pause").addEventListener("click", () => reading.pause());
  byId("back").addEventListener("click", () => reading.back());
  addEventListener("pagehide", () => reading.pause());
}

/** Every sentence of the title, the summary and the text, in their order; raised numbers are not said. */
function sentencesOf(article: HTMLElement): Sentence[] {
  const segmenter = new Intl.Segmenter(article.lang, { granularity: "sentence" });
  const blocks = article.querySelectorAll<HTMLElement>("h1, h2, h3, h4, p, li, td, th, pre");
  return [...blocks].flatMap((block) => {
    if (block.querySelector("p, li")) return [];
    const { text, at } = spokenOf(block);
    return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
      const said = segment.trim();
      if (!/[\p{L}\p{N}]/u.test(said)) return [];
      const from = index + segment.indexOf(said);
      const range = document.createRange();
      range.setStart(...at(from));
      range.setEnd(...at(from + said.length - 1, 1));
      return [{ text: said, range }];
    });
  });
}

/** A block's text without its raised numbers, and where each of its characters stands in the document. */
function spokenOf(block: HTMLElement) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest("sup")) continue;
    nodes.push({ node: node as Text, from: text.length });
    text += node.textContent;
  }
  const at = (place: number, after = 0): [Text, number] => {
    const { node, from } = nodes.findLast((one) => one.from <= place)!;
    return [node, place - from + after];
  };
  return { text, at };
}

/** One sentence an utterance: a pause is exact, and a voice that stops after 15 seconds never gets that far. */
function readingOf(lang: string, sentences: readonly Sentence[]) {
  let next = 0;
  let turn = 0; // what an utterance of an earlier turn still reports is not heard

  const play = (): void => {
    speechSynthesis.cancel();
    turn += 1;
    if (!hasVoice(lang)) {
      byId("no-voice").hidden = false;
      return;
    }
    byId("no-voice").hidden = true;
    playing(true);
    if (next >= sentences.length) next = 0;
    say(turn);
  };
  const say = (mine: number): void => {
    const sentence = sentences[next];
    if (mine !== turn) return;
    if (!sentence) return pause();
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = lang;
    utterance.voice = voiceOf(lang) ?? null;
    utterance.addEventListener("start", () => mine === turn && light(sentence));
    utterance.addEventListener("end", () => {
      if (mine !== turn) return;
      next += 1;
      say(mine);
    });
    utterance.addEventListener("error", () => mine === turn && pause()); // the button to go on comes back
    speechSynthesis.speak(utterance);
  };
  const pause = (): void => {
    turn += 1;
    speechSynthesis.cancel();
    playing(false);
  };
  const back = (): void => {
    next = Math.max(0, next - 1);
    play();
  };
  return { play, pause, back };
}

function playing(is: boolean): void {
  byId("play-part").hidden = is;
  byId("pause-part").hidden = !is;
  byId(is ? "pause" : "play").focus();
}

const voiceOf = (lang: string) =>
  speechSynthesis.getVoices().find((voice) => voice.lang === lang) ??
  speechSynthesis.getVoices().find((voice) => voice.lang.split(/[-_]/)[0] === lang.split("-")[0]);

const hasVoice = (lang: string): boolean => voiceOf(lang) !== undefined;

/** The captions of a recording say when each sentence is said. */
function followRecording(article: HTMLElement, sentences: readonly Sentence[]): void {
  const track = document.querySelector<HTMLTrackElement>("audio track")?.track;
  if (!track) return;
  track.mode = "hidden"; // read, not shown: the text itself stands here
  track.addEventListener("cuechange", () => {
    const cue = track.activeCues?.[0] as VTTCue | undefined;
    const words = cue && bare(cue.text);
    const sentence = words && sentences.find(({ text }) => meets(bare(text), words));
    if (sentence) light(sentence);
  });
}

const meets = (sentence: string, cue: string): boolean =>
  sentence.includes(cue) || cue.includes(sentence);
const bare = (text: string): string =>
  text.toLowerCase().replaceAll(/<[^<>]*>|[^\p{L}\p{N}\p{M}]+/gu, "");

function light({ range }: Sentence): void {
  if ("highlights" in CSS) CSS.highlights.set("said", new Highlight(range));
  else
    getSelection()?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "auto" });
}

const byId = (id: string): HTMLElement => document.getElementById(id)!;

begin();
