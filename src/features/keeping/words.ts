/** The words of keeping, by language: around a book's text, on the page of what is kept, beside the text read aloud. */
import { catalogue } from "../../platform/words/catalogue.ts";
import * as en from "./words/en.ts";
import * as ar from "./words/ar.ts";
import * as es from "./words/es.ts";
import * as fr from "./words/fr.ts";
import * as hi from "./words/hi.ts";
import * as pt from "./words/pt.ts";
import * as sw from "./words/sw.ts";
import * as zh from "./words/zh.ts";

export const bookWordsIn = catalogue({
  en: en.book,
  fr: fr.book,
  es: es.book,
  pt: pt.book,
  ar: ar.book,
  sw: sw.book,
  hi: hi.book,
  zh: zh.book,
});

export const keepWordsIn = catalogue({
  en: en.keep,
  fr: fr.keep,
  es: es.keep,
  pt: pt.keep,
  ar: ar.keep,
  sw: sw.keep,
  hi: hi.keep,
  zh: zh.keep,
});

export const aloudWordsIn = catalogue({
  en: en.aloud,
  fr: fr.aloud,
  es: es.aloud,
  pt: pt.aloud,
  ar: ar.aloud,
  sw: sw.aloud,
  hi: hi.aloud,
  zh: zh.aloud,
});
