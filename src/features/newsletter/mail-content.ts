/** What a mail tells, and who sends it. */

/** A story as mails tell it. */
export interface MailStory {
  readonly title: string;
  /** Who and where, in a line; empty where it names nobody and nowhere. */
  readonly who: string;
  readonly summary: string;
  readonly markdown: string;
  /** The language of its text here. */
  readonly lang: string;
  readonly url: string;
  /** What somebody said in a conversation: its words are the summary. */
  readonly isComment?: true;
  /** Words of the campaign to all its readers: the text is that of a mail already. */
  readonly isNewsletter?: true;
}
export interface Sender {
  readonly name: string;
  readonly base: string;
  /** The full address of all stories, in the language of the mail. */
  readonly stories: string;
  readonly independence: string;
}
