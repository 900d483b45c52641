/** The words of the open letter, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { LetterWords } from "./en.ts";

const count = counting("pt");

export const pt: LetterWords = {
  lang: "pt",
  open: "A carta aberta",
  share: "Partilho estes objetivos",
  sign: "Assinar",
  signed: (n) => count(n, { one: "{n} assinatura.", other: "{n} assinaturas." }),
  nobody: "Ainda ninguém assinou. O seu nome pode ser o primeiro.",
  latest: "As mais recentes:",
  readIt: "Ler a carta",
  who: "Quem assinou",
  selfReported:
    "Declarado por cada um: confirmado por uma ligação num correio ou em papel, e a ninguém foram pedidos documentos. Quem não confirmou não é contado.",
  unread: (n) =>
    count(n, {
      one: "O nome de {n} deles ainda não foi lido, ou não é mostrado.",
      other: "Os nomes de {n} deles ainda não foram lidos, ou não são mostrados.",
    }),
  byKind: "Por tipo",
  byCountry: "Por país",
  kinds: {
    person: "Pessoa",
    carrier: "Operador",
    company: "Empresa",
    community: "Organização comunitária",
    activist: "Ativista",
  },
  names: "Nomes",
  onPaper: (by) => `em papel, guardado por ${by}`,
  find: "Procurar um nome ou um lugar",
  findButton: "Procurar",
  found: (n) => count(n, { one: "{n} nome encontrado.", other: "{n} nomes encontrados." }),
  all: "Todos os nomes",
  pages: "Páginas",
  pageOf: (n, all) => `Página ${n} de ${all}`,
  newer: "Mais novo",
  older: "Mais antigo",
  feed: "Feed",
  table: "Em tabela (CSV)",
  feedOf: (title, name) => `${title}, ${name}`,
  form: {
    title: "Partilho estes objetivos",
    lead: "Assine com o seu nome ou com um que escolha. Recebe um correio com uma ligação; ao carregar no botão dela, a sua assinatura conta. Uma pessoa lê o seu nome antes de ser mostrado.",
    name: "O seu nome, ou um que escolha",
    nameHint: "É mostrado. Uma organização assina com o seu.",
    kind: "Assina como",
    place: "O seu lugar (pode ficar vazio)",
    placeHint: "Uma aldeia, uma cidade, uma região: tão exato como quiser que seja mostrado.",
    country: "País (pode ficar vazio)",
    words: "Uma frase sua (pode ficar vazia)",
    wordsHint: "No máximo 280 caracteres, em qualquer língua. É lida antes de ser mostrada.",
    address: "O seu endereço de correio",
    addressHint:
      "Nunca é mostrado; dele só se guarda uma impressão, para que um endereço assine uma vez.",
    send: "Enviem-me a ligação",
    noMail:
      "Esta cópia da campanha não pode enviar correio, por isso recebe assinaturas em papel: pergunte às pessoas que a mantêm.",
    askedTitle: "Veja o seu correio",
    asked:
      "Se o endereço estiver certo, um correio com uma ligação vai a caminho. Nada é contado antes de carregar no botão; a ligação vale três dias.",
    stale: "Este formulário é demasiado antigo para ser enviado. Envie-o outra vez, por favor.",
    unread: "Não foi possível ler este formulário. Preencha-o outra vez, por favor.",
    busy: "Assinaram tantas pessoas nesta hora que não se recebe mais. Envie mais tarde, por favor.",
    nameExpected: "Escreva um nome de no máximo 80 caracteres, sem um endereço nele.",
    placeExpected: "Escreva um lugar de no máximo 80 caracteres, sem um endereço nele.",
    wordsExpected: "Escreva uma frase de no máximo 280 caracteres, sem um endereço nela.",
    addressExpected: "Escreva um endereço de correio, por exemplo ana@example.org.",
    choose: "Escolha um destes.",
  },
  mine: {
    title: "A sua assinatura",
    states: {
      asked: "Carregue no botão, e a sua assinatura conta.",
      confirmed: "A sua assinatura conta. Uma pessoa lê o seu nome antes de ser mostrado.",
      named: "A sua assinatura conta, e o seu nome é mostrado.",
      unnamed: "A sua assinatura conta. O seu nome não é mostrado.",
      withdrawn: "Retirou-a. Já não está aqui.",
    },
    lost: "Esta ligação já não vale, ou este endereço já assinou.",
    again: "Assinar a carta",
    youSign: "Assina como",
    confirm: "Partilho estes objetivos",
    reason: "Porquê",
    keep: "Guarde este endereço, ou o correio: é a única forma de tirar o seu nome.",
    takeBack: "Retirar",
    sure: "Tirar a minha assinatura e apagar o meu nome",
    unsure: "Nada foi retirado: marque primeiro a caixa.",
    takeBackSend: "Retirar",
    see: "À carta",
  },
  mail: {
    subject: (title) => `Confirme a sua assinatura: ${title}`,
    text: (campaign, title, name, link) =>
      `Alguém, esperamos que você, quer assinar «${title}» de ${campaign} como ${name}.\n\nPara confirmar, abra este endereço e carregue no botão. Vale três dias:\n${link}\n\nGuarde este correio: no mesmo endereço pode tirar o seu nome.\nSe não foi você, não faça nada: ninguém é contado, e não ouvirá mais falar disto.\n`,
    againSubject: (title) => `Já assinou: ${title}`,
    again: (campaign, title, day, link) =>
      `Alguém, esperamos que você, quer assinar «${title}» de ${campaign}. Este endereço assinou a ${day}, e um endereço assina uma vez.\n\nA sua assinatura, e a forma de a retirar:\n${link}\n`,
  },
  paper: {
    title: "Assinado em papel",
    lead: "Escreva os nomes de uma folha assinada à mão. Guarda a folha; quem lá está pode pedir para ser tirado. A mesma linha escrita duas vezes conta uma.",
    list: "Nomes, um por linha; um lugar depois de um ponto e vírgula",
    listHint: "Por exemplo: Amina Diallo; Mankosi",
    by: "Quem guarda a folha",
    byHint: "É mostrado ao lado dos nomes.",
    where: "Onde foi assinado",
    wheres: { desk: "Perante pessoas da campanha", hub: "Num ponto local" },
    send: "Juntá-los à carta",
    added: (n) =>
      count(n, { one: "Foi juntada {n} assinatura.", other: "Foram juntadas {n} assinaturas." }),
    byExpected: "Escreva o nome de quem guarda a folha, de no máximo 80 caracteres.",
    listExpected: (most) => `Escreva pelo menos um nome, e no máximo ${most} linhas.`,
    lineExpected: (n) =>
      `Linha ${n}: escreva um nome e, se quiser, um lugar, cada um de no máximo 80 caracteres e sem um endereço nele.`,
  },
  desk: {
    title: "Carta aberta",
    waits: "nomes da carta aberta para ler",
    none: "Nenhum nome espera.",
    noLetter:
      "Ainda não há carta: escreva uma página livre com o endereço «letter» nas definições, ou pages/letter.md na pasta da campanha.",
    reading: "Nomes para ler",
    readingIs: "Cada um já está contado. É mostrado o que deixar passar.",
    show: "Mostrar",
    showWithout: "Mostrar o nome sem a frase",
    leaveOut: "Não mostrar o nome",
    reason: "Porque não é mostrado (quem assinou lê isto)",
    reasonExpected:
      "Nada foi decidido: diga em no máximo 500 caracteres porque não é mostrado o nome.",
    late: "Isto já foi decidido, ou retirado.",
    showAll: (n) => count(n, { one: "Mostrar", other: "Mostrar os {n}" }),
    takeOff: "Tirar uma assinatura",
    takeOffIs:
      "Para um nome que não devia estar aqui, ou alguém de uma folha que o pede. É apagada, e o número desce.",
    takeOffSend: "Tirar",
    takeOffReason: "Porquê (fica escrito no registo)",
    numbers: "A carta",
  },
};
