/** What the form says where a film is offered of somebody who signs a picture book; part of `words.ts`. */
export const signing = {
  title: "Sign a picture book",
  description:
    "Film yourself, or somebody who agrees, signing this book. You do not need an account.",
  stand:
    "Read the book, then sign it page by page in one film. Make sure that the light comes from the front, that the wall behind you is plain, and that your hands and face can be seen. Someone at the desk checks the film. Nothing is shown without the consent of everyone in it.",
  heads: { name: "Name and sign language", agree: "Who agrees?" },
  stands: {
    name: "Choose the name to show with the film, and say which sign language you use.",
    agree:
      "Each person in the film agrees for themselves, and can withdraw at any time with their own code. The person signing must agree to be seen, or the film cannot be sent.",
  },
  book: "Open the book",
  note: "Message to us",
  film: "Please choose the film.",
  only: "Please confirm that everyone signing in the film is a real person.",
  stated:
    "A real person signs in this film, and none of it was computer-generated. We do not accept computer-generated signers, because children learn language from people.",
  language: "Sign language used",
  languageHint: "Enter a language code, such as xki (Kenya) or sfs (South Africa)",
  languagesHint:
    "Enter language names, separated by commas. If you leave this empty, we use only the book’s own language.",
  which: "Please enter the code of the sign language, such as xki.",
  agree: "Please say who is signing, and tick the box to allow the film to be shown.",
  one: "book signing",
  many: "book signings",
  take: "Move the film to the desk to mark its sentences",
  look: "Watch the film",
  withdrawing:
    "the film, its clips, its sentence marks and the consents are deleted, and anything published from them is erased.",
  lost: "This book is no longer on this site.",
  unheard: "The film’s sound is removed unless everyone in it agreed to be heard.",
};
