/** The words of a class in xAPI 1.0.3 (docs/protocol/class-xapi.md): ADL's where it has one, else addresses below the instance's own. */

export const ANSWERED = "http://adlnet.gov/expapi/verbs/answered";
export const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
export const COURSE = "http://adlnet.gov/expapi/activities/course";
export const MEETING = "http://adlnet.gov/expapi/activities/meeting";

/** The form of what stands in our extensions. */
export const FORM = 1;

/** @param base the address of the instance that wrote the file */
export const termsAt = (base: string) => ({
  opened: `${base}/xapi/verbs/opened`,
  joined: `${base}/xapi/verbs/joined`,
  attended: `${base}/xapi/verbs/attended`,
  showed: `${base}/xapi/verbs/showed`,
  class: `${base}/xapi/class`,
  learner: `${base}/xapi/learner`,
  day: `${base}/xapi/day`,
  answer: `${base}/xapi/answer`,
});
export type Terms = ReturnType<typeof termsAt>;
