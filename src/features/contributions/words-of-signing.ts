/** What the form says where a film is offered of somebody who signs a picture book; part of `words.ts`. */
export const signing = {
  title: "Sign a picture book",
  description: "Film yourself, or somebody who agrees, signing this book. No account is needed.",
  stand:
    "Look at the book, then sign it page by page in one film: light from the front, a plain wall behind, hands and face in the picture. A person of the desk looks at it; nothing is shown without the consent of everybody in it.",
  heads: { name: "Name and sign language", agree: "Who agrees?" },
  stands: {
    name: "Say under which name you stand beside the film, and in which sign language you sign.",
    agree:
      "Each person in the film agrees for themselves, and can take it back at any time with a code of their own. Who signs agrees to be seen; without that it cannot be sent.",
  },
  book: "Open the book",
  note: "What you would like to say to us",
  film: "Please choose the film.",
  only: "Please confirm it: only people sign here.",
  stated:
    "A person signs in this film, and nothing in it was generated. A signer that a machine made is refused: a child learns a language from people.",
  language: "The sign language",
  languageHint: "By its tag, such as xki for Kenya or sfs for South Africa",
  languagesHint: "Their names, with commas between. Left empty: the book’s own alone.",
  which: "Please say in which sign language, such as xki.",
  agree: "Please say who signs, and tick that the film may be shown.",
  one: "signing of a book",
  many: "signings of books",
  take: "Take it to the desk, to mark its sentences",
  look: "Look at the film",
  withdrawing:
    "the film, its clips, its marks and the consents are deleted; what was published of it is erased.",
  lost: "This book stands here no more.",
  unheard: "Its sound is taken out, unless everybody in it agreed to be heard.",
};
