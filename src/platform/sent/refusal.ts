/** Why something was not done, in words for whoever asked: it was to be expected, and is no fault of the program. */
export class Refusal {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}
