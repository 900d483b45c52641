/** English that an editor would rewrite, as far as a program can tell. docs/voice.md has an example of each pattern, and what to write. */

export interface Pattern {
  /** As docs/voice.md and `npm run voice` call it. */
  readonly name: string;
  readonly instead: string;
  /** One of them is enough. */
  readonly turns: readonly Turn[];
}

/** Whether a sentence has this turn of phrase. */
type Turn = (sentence: string) => boolean;

/** “Who has a card can come” for “people with a card”. “Who you are and what you do” names two things, and is left alone. */
const UNNAMED =
  /^Who (?!you|they|we|he|she|it|else|may|is told)(?:[\w’]+ ){1,7}?(?:is|are|needs?|can|has|have|gets?|will|stays?|may|must|stands?|brings?|breaks?)\b[^?]*$/;

/** A longer sentence holds more than one thought. */
const MOST_WORDS = 28;

const has =
  (expression: RegExp): Turn =>
  (sentence) =>
    expression.test(sentence);

export const PATTERNS: readonly Pattern[] = [
  {
    name: "whoever",
    instead: "name the person, or say “if you”",
    turns: [has(/\bwho(?:m|so)?ever\b/i), has(UNNAMED)],
  },
  {
    name: "clauses",
    instead: "one “who”, “which” or “that” per sentence: make two sentences, or use a noun",
    turns: [(sentence) => relativeClauses(sentence) > 1],
  },
  {
    name: "nobody",
    instead: "say what there is, what people can do or what cannot happen",
    turns: [has(/\bnobody\b(?! else\b)/i), has(/\bno one (?:has|have|had)\b[^.]* yet\b/i)],
  },
  {
    name: "not known",
    instead: "“we found no …”, once, with the day we look again",
    turns: [has(/\bnot (?:yet )?known\b/i)],
  },
  {
    name: "it is … that",
    instead: "begin with who does it",
    turns: [
      has(
        /\bit (?:is|was) (?:not )?(?:the|your|our|their|his|her|its|those|these|here|there) (?!first|only|last|same|best|most)[^.,;:!?]*\b(?:who|that|which)\b/i,
      ),
    ],
  },
  {
    name: "inversion",
    instead: "subject, verb, object",
    turns: [
      has(
        /^(?:In|On|At|Under|Beside|Behind|Below|Above|With|From|Of|To|Here|There) (?:[^.,;:]* )?(?:stands?|lies?|belongs?|goes|hangs?) (?:(?:an?|the|its|their|your|our|who|what|how)\b|\{)/,
      ),
    ],
  },
  {
    name: "stands",
    instead: "is, has, says, appears; or the thing itself",
    turns: [
      has(/\bwhat (?:stands|lies)\b/i),
      has(/\b(?:stands?|lies?) (?:here|there|below|above|beside|already)\b/),
      has(
        /\b(?:names?|texts?|words?|numbers?|figures?|pages?|lists?|lines?|something|nothing) (?:stands?|lies?) (?:in|at|with|under|on)\b/i,
      ),
    ],
  },
  {
    name: "is no",
    instead: "isn’t a …",
    turns: [
      has(
        /(?<!\b(?:there|that|here)) (?:is|are|was|were) no (?!longer|more|less|such|one|better|worse|different|doubt|match|use|time|need|reason|way|exception|secret|surprise)[a-z]/i,
      ),
    ],
  },
  {
    name: "literal",
    instead: "the verb that English uses",
    turns: [
      has(/\blook whether\b/i),
      has(/\bhow (?:right|good)(?: (?:it|that|the|this|they|a|each)\b|$)/i),
      has(/\b(?:take|takes|took) (?:it|them|this|these|the \w+) along\b/i),
      has(/\bis one line\b/i),
      has(/\bfor ever\b/i),
      has(
        /\b(?:codes?|links?|badges?|keys?|PIN|cards?|signatures?) (?:does not|do not|still|no longer) holds?\b/i,
      ),
      has(/\bholds? (?:until|no more)\b/i),
      has(/^left empty\b/i),
      has(/\banew\b/i),
      has(
        /\b(?:page|file|place|address|record|line|list|key|tick|name|store|alarm|style) of its own\b/i,
      ),
      has(/\bown yes\b/i),
      has(/\bways? to come in\b/i),
    ],
  },
  {
    name: "abstract",
    instead: "the verb itself",
    turns: [
      has(
        /\bthe (?!beginning|meaning|building|meeting|morning|evening|recording|training|hearing|opening|drawing|reading|warning|setting|wording|ending|being|spelling|signing)[a-z]+ing of (?:an?|the|its|their|your|our|\{)/i,
      ),
      has(/\b(?:in order to|with regard to|in the event (?:of|that)|for the purpose of)\b/i),
      has(/\b(?:utili[sz]e|facilitate|hereby|therein|thereby|shall)\b/i),
    ],
  },
  {
    name: "long",
    instead: `at most ${MOST_WORDS} words: make two sentences`,
    turns: [(sentence) => /[.!?:]\W*$/.test(sentence) && sentence.split(/\s+/).length > MOST_WORDS],
  },
];

export const patternsIn = (sentence: string): readonly Pattern[] =>
  PATTERNS.filter(({ turns }) => turns.some((finds) => finds(sentence)));

/** “Say who goes” and “in which order” ask; “the person who goes” describes, and so does “a page that is shown”. */
const ASKED =
  /(?:\b(?:says?|said|asks?|asked|knows?|sees?|tells?|told|chooses?|decides?|notes?|looks?(?: up)?|shows?|records?|and|or)|[:;]) (?:who|whom|whose|which)\b|\b(?:by|for|in|on|of|from|to|under|at|with) which (?!(?:an?|the|it|they|you|we|he|she|its|their|his|her|somebody|others|this|no)\b)/gi;
const RELATIVE =
  /(?<=\S )\b(?:who|whom|whose|which|whoever)\b|(?<=[a-z] )that (?=(?:is|was|are|were|has|have|had|can|could|will|would|may|might|must|should|does|do|did|comes?|goes|holds?|needs?|says?|makes?|takes?|gives?|shows?|names?|runs?|fits?|uses?|lets?)\b)|(?<=\b(?:an?|the|each|every|any) [\w-]+ )that (?=(?:you|we|they|he|she|it|others|somebody)\b)/gi;

const relativeClauses = (sentence: string): number =>
  (sentence.replaceAll(ASKED, "").match(RELATIVE) ?? []).length;
