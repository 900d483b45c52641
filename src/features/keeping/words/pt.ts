/** The words of keeping, in Portuguese. */
import type { AloudWords, BookWords, KeepWords } from "./en.ts";

export const book: BookWords = {
  lang: "pt",
  by: (names) => `Por ${names}`,
  from: "De",
  cover: "A marca da campanha.",
  coverOf: (place) => `Globo com ${place} marcado.`,
  contents: "Índice",
  titlePage: "Folha de rosto",
  sources: "Fontes",
  access:
    "Texto com títulos em ordem e índice; cada imagem tem uma descrição; nada depende da cor, do som ou do movimento.",
  machine: "tradução automática, a aguardar revisão",
  person: "a aguardar revisão",
};

export const keep: KeepWords = {
  lang: "pt",
  title: "Guardar e ler depois",
  description: "Histórias guardadas no seu telefone, para ler sem ligação.",
  stand:
    "As histórias que guarda aqui, e as últimas vinte que leu, abrem-se sem ligação. Estão no seu telefone e em mais lado nenhum.",
  plain: "Esta parte precisa do seu script. O que está abaixo funciona sem ele.",
  unable:
    "O seu navegador só guarda páginas de um endereço seguro (https), e este não o é. O que está abaixo funciona na mesma.",
  add: "Guardar {title}",
  kept: "Guardada. Agora abre-se sem ligação.",
  notKept: "Não foi possível trazê-la. Tente de novo quando houver ligação.",
  later: "Para ler depois",
  noLater: "Nada ainda. Cada história tem uma ligação «Ler depois».",
  read: "Lidas há pouco",
  noRead: "Nada ainda. A partir de agora guardam-se as histórias que abrir.",
  onPhone: "O que está neste telefone",
  whatIsKept:
    "As páginas da lista acima com as suas imagens pequenas, e esta página: cerca de meio megabyte. Mais ninguém fica a saber. Quando há ligação, o seu navegador pergunta se cada uma ainda está de pé; uma história retirada sai então do seu telefone.",
  forget: "Esquecer tudo",
  forgotten: "Tudo está esquecido, e nada mais se guarda.",
  instead: "Sem script, sem https",
  print: "para imprimir: sem imagens",
  storyBook: "Esta história em livro (EPUB)",
  book: "Todas as histórias em livro (EPUB)",
  readLater: "Ler depois",
  epub: "Livro (EPUB)",
  aloud: "Maior, ou lida em voz alta",
};

export const aloud: AloudWords = {
  lang: "pt",
  settings: "Como ler",
  back: "A história tal como está",
  size: "Letra",
  space: "Linhas",
  play: "Ler em voz alta",
  pause: "Pausa",
  again: "Uma frase atrás",
  noVoice:
    "Este aparelho não tem voz para a língua desta história. As suas definições de fala talvez ofereçam uma.",
  recorded: "Uma voz gravada",
  sources: "Fontes",
  sizes: ["como de costume", "maior", "grande", "muito grande"],
  spaces: ["como de costume", "mais afastadas", "muito afastadas"],
};
