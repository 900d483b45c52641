/** What stands on every page, in Portuguese. */
import { counting } from "../../words/counted.ts";
import type { Chrome } from "./en.ts";

const count = counting("pt");

export const pt: Chrome = {
  lang: "pt",
  skip: "Ir para o texto",
  main: "Principal",
  nav: {
    "/stories": "Histórias",
    "/do-good": "Fazer o bem",
    "/pledges": "Compromissos",
    "/conversation": "Conversa",
    "/take-part": "Participar",
  },
  weight: (weight) =>
    `Esta página pesa ${weight} kB com o seu estilo. Nenhum script, nenhuma fonte a carregar, nenhum cookie. Nada se guarda sobre quem lê.`,
  weightWithScript: (weight) =>
    `Esta página pesa ${weight} kB com o seu estilo. Um só script pequeno, próprio, nenhuma fonte a carregar, nenhum cookie. Nada se guarda sobre quem lê.`,
  review: "As palavras em português da interface aguardam revisão de uma pessoa de língua materna.",
  languages: "Línguas",
  search: "Pesquisar",
  feed: "Feed",
  data: "Dados abertos",
  honest: "Como mantemos a honestidade",
  about: "Sobre",
  privacy: "Privacidade",
  press: "Imprensa",
  events: "Encontros",
  updates: "Novidades por e-mail",
  lost: "Não há nada neste endereço",
  lostHint: "A página pode ter sido retirada, ou o endereço tem um erro. Tudo começa na capa.",
  failed: "Não foi possível fazer esta página",
  failedHint: "A falha é nossa e ficou anotada. Tente de novo dentro de um minuto.",
  away: "Neste momento não conseguimos chegar à nossa base de dados",
  awayHint:
    "As páginas que já foram lidas continuam aqui; nada se perdeu e nada de novo foi guardado. Tente de novo daqui a um minuto.",
  full: "Já não há espaço no nosso disco",
  fullHint:
    "Nada do que enviou foi guardado: guarde-o consigo por agora. Quem mantém este sítio vê porquê; tente mais tarde.",
  patterns: {
    title: "O que dizem as tramas",
    claimed: "declarado pelo autor",
    claimedMeans:
      "Dito por quem assumiu o compromisso. Escrevemos assim para todos. O número de um terceiro nomeado é «relatado».",
    evidenced: "documentado",
    evidencedMeans: "Apresentado com uma fonte ou dados que outros podem verificar.",
    attested: "atestado",
    attestedMeans: "Assinado aqui por alguém que não é o autor do compromisso.",
    notFound:
      "O que não encontrámos chamamos não encontrado por nós, com o dia da pesquisa. Uma correção fica ao lado do que corrige.",
    log: "Cada entrada é assinada e datada num [registo que qualquer pessoa pode copiar e comparar].",
  },
  share: {
    title: "Passe adiante",
    link: "Ligação para copiar",
    message: "Mensagem",
    mail: "Correio",
    print: "Para imprimir: sem imagens",
  },
  form: {
    choose: "Escolha",
    done: "Está feito.",
    nothingSent: "Ainda nada foi enviado.",
    fields: (n) => count(n, { one: "Um campo a rever.", other: "{n} campos a rever." }),
  },
};
