/** The words of pledges, in Portuguese: the same for every pledger. */
import { counting } from "../../../platform/words/counted.ts";
import type { PledgeWords } from "./en.ts";

const count = counting("pt");

export const pt: PledgeWords = {
  lang: "pt",
  units: { people: "pessoas", students: "alunos", schools: "escolas", sites: "locais" },
  accept: {
    one: "Compromisso",
    about: "Fica em {pledge}, assinado por este site.",
    whose: "De quem são estas palavras?",
    whoseHint: "Certifique-se por um meio que tem de outro lado, nunca pelo que foi enviado.",
    other: "outra pessoa o diz",
    pledger: "o autor do compromisso o diz, e certifiquei-me disso",
    button: "Dizê-lo em público",
    byExpected: "Escolha uma das duas.",
    answerExpected:
      "Só o autor do compromisso pode responder. Certifique-se de que a resposta vem dele e diga-o aqui, ou recuse-a.",
  },
  over: (value) => `mais de ${value}`,
  range: (low, high) => `${low} a ${high}`,
  states: {
    claimed: "declarado",
    evidenced: "documentado",
    attested: "atestado",
    selfReported: "declarado pelo autor",
    reported: "relatado",
  },
  status: {
    open: "aberto",
    openUntil: (day) => `aberto até ${day}`,
    silent: (open, day) => `${open}; em silêncio: nenhum relatório encontrado por nós desde ${day}`,
    closed: (state) => `passada a data; número final ${state}`,
    wanted: "passada a data; procura-se o número final",
    notFound: (day) => `passada a data; nenhum número final encontrado por nós (pesquisa: ${day})`,
    notFoundIn:
      "passada a data; nenhum número final encontrado por nós (pesquisa: {day}, [fontes])",
    send: "Tem o número? Envie-o",
  },
  numbers: {
    claimed: (value) => `declarado: ${value}`,
    evidenced: (value, day) => `documentado: ${value}, ${day}`,
    attested: (value, day) => `atestado: ${value}, ${day}`,
    evidenceWanted: "prova: procura-se",
    attestationOpen: "atestação: aberta",
    noneYet: "nada ainda",
  },
  with: "com {names}, ",
  since: (day) => `desde ${day}`,
  unlisted: "Uma organização que já não consta aqui",
  firstPledge: "Ainda não há compromissos. [O seu pode ser o primeiro.]",
  sendAbout: "Enviar um número, uma prova ou uma contestação",
  firstFigure: "Procura-se um primeiro número",
  notProgress: "O número não é dado ali como avanço para a promessa.",
  countsBefore: (value) => `Conta ${value} de antes do compromisso.`,
  revises: (value) => `Revê ${value}.`,
  wordedDifferently: "com outras palavras",
  totals: {
    by: (n) => count(n, { one: "{n} compromisso que conta", other: "{n} compromissos que contam" }),
    sinceMade: "{unit} desde que os compromissos foram assumidos, por {pledges}.",
    shared: (n) =>
      count(n, {
        one: "{n} lugar é nomeado por mais de um compromisso nos mesmos anos: no extremo baixo de um intervalo, as pessoas de lá contam uma vez.",
        other:
          "{n} lugares são nomeados por mais de um compromisso nos mesmos anos: no extremo baixo de um intervalo, as pessoas de lá contam uma vez.",
      }),
    towards: (n) =>
      count(n, {
        one: "{n} destes compromissos conta para outro: no extremo baixo de um intervalo não lhe acrescenta nada.",
        other:
          "{n} destes compromissos contam para outro: no extremo baixo de um intervalo não lhe acrescentam nada.",
      }),
  },
  list: {
    title: "Compromissos",
    titleCounted: "Compromissos que contam para a meta",
    description:
      "Promessas feitas em público, na mesma forma e com as mesmas palavras: o que foi dito, por quem, para quando, e o que o prova.",
    about:
      "Promessas feitas em público, por quem quiser, na mesma forma: o que foi dito, por quem, para quando, e os números desde então, cada um com a sua fonte e a sua data.",
    table: "Os compromissos em tabela",
    figures: "Todos os números em tabela",
    asOf: "Tudo o que foi dito até agora, com a situação em {day}.",
    today: "Hoje",
    counted: "Contado para a meta",
    silent: (n) =>
      count(n, {
        one: "{n} compromisso está em silêncio, sem relatório encontrado por nós há 24 meses, e não é contado. A sua página diz desde quando.",
        other:
          "{n} compromissos estão em silêncio, sem relatório encontrado por nós há 24 meses, e não são contados. A página de cada um diz desde quando.",
      }),
    thoseCounted: "Os compromissos que são contados",
    all: "Todos os compromissos, com as mesmas palavras",
    onlyThese: "Os totais acima contêm apenas o que estes dizem.",
    more: (n) => count(n, { one: "Mais de {n} compromisso", other: "Mais dos {n} compromissos" }),
    ownForm:
      "Um número, uma prova, uma correção ou uma contestação envia-se pelo formulário do próprio compromisso: cada um tem o seu, igual para todos.",
    make: "Assumir um compromisso",
    context: "Para situar",
    series: "Séries de números sem promessa.",
  },
  page: {
    records: "Os registos por trás desta página",
    reached: "Dito e alcançado",
    note: "Nota.",
    claimToEvidence: "Do dito à prova",
    sendFigure: "Enviar um número",
    fileEvidence: "Apresentar uma prova",
    correct: "Corrigir um número",
    dispute: "Contestar um número",
    sign: "Assinar por um número",
    signHow:
      "Quem não é autor do compromisso, e tem aqui uma chave, pode assinar por um número sem ligação e enviar a assinatura depois:",
    differently: "Com outras palavras",
    inWords: "Com estas palavras",
    searchedOn: (day) => `Onde pesquisámos: ${day}`,
    sources: (n) => count(n, { one: "Fonte", other: "Fontes" }),
    saidBy: (who, day) => `Dito por ${who}, ${day}`,
    notProgress: "Não é dado ali como avanço para a promessa.",
    countsTowards: "Conta para {pledge}",
    parts: "O que conta para ele",
    partsAre: (n) =>
      count(n, {
        one: "{n} compromisso diz que é parte deste. O que alcança pode já estar contado aqui, por isso no extremo baixo de um total não acrescenta nada.",
        other:
          "{n} compromissos dizem que são parte deste. O que alcançam pode já estar contado aqui, por isso no extremo baixo de um total não acrescentam nada.",
      }),
    moreParts: (n) =>
      count(n, {
        one: "e mais {n}: a coluna counts_towards de [todos os compromissos em tabela]",
        other: "e mais {n}: a coluna counts_towards de [todos os compromissos em tabela]",
      }),
    milestones: "Marcos",
    due: "{title}, previsto para {day}",
    noReport: (day) => `nenhum relatório encontrado por nós (pesquisa: ${day})`,
    reportWanted: "procura-se um relatório",
    reachedOn: (day) => `alcançado: ${day}, declarado pelo autor`,
  },
  pairs: {
    earlier: (n) => count(n, { one: "{n} número anterior", other: "{n} números anteriores" }),
    checked: "Como foi verificado: {how}",
    filed: "prova apresentada",
    signed: "assinado",
    send: "Tem uma prova? Envie-a",
    kinds: {
      document: "documento",
      method: "método",
      census: "censo",
      measurement: "medição",
      statement: "declaração",
      survey: "inquérito",
      photo: "foto",
    },
    archived: "cópia arquivada",
    sideBySide: "lado a lado",
    source: (n) => `fonte ${n}`,
  },
  table: {
    label: "Todos os números",
    caption: "Cada número, pela data de que fala",
    date: "Data",
    figure: "Número",
    since: "Desde o compromisso",
    state: "Estado",
    wanted: "procura-se",
    notFound: "número final não encontrado por nós",
    searched: (day) => `pesquisa: ${day}`,
    arithmetic: "Desde o compromisso: a nossa conta, o total menos o que foi contado antes.",
    sincePledge: "desde o compromisso",
    inPeriod: "dentro desse período",
    notProgress: "não dado como avanço",
    saidOn: (figure, day) => `${figure}, dito em ${day}`,
    revisedTo: (figure) => `revisto para ${figure}`,
    revises: (figure) => `revê ${figure}`,
  },
  pace: {
    asks: (pace, day) => `A meta pede ${pace} por ano, do último número até ${day}.`,
    soFar: (pace) => `Os números até agora dão ${pace} por ano.`,
    about: (value) => `cerca de ${value}`,
    between: (low, high) => `entre ${low} e ${high}`,
    leads: (value) =>
      `Se continuarem assim, levam a ${value} nesse dia, nove vezes em dez. É a nossa conta sobre os números acima, não uma previsão do trabalho de ninguém.`,
  },
  chart: {
    title: (groups) => `Gráfico: ${groups}.`,
    beside: (groups, target) => `${groups}, ao lado da meta de ${target}`,
    by: (target, day) => `${target} até ${day}`,
    figures: (n, first, last) => `${n} números, de ${first} a ${last}`,
    pledged: (figure) => `${figure} prometidos`,
    unit: "Em {unit}.",
    scales: {
      thousand: "Em milhares de {unit}.",
      million: "Em milhões de {unit}.",
      billion: "Em milhares de milhões de {unit}.",
      trillion: "Em milhões de milhões de {unit}.",
    },
    drawn: (all, bars) =>
      `Dos ${all} números estão desenhados ${bars}, o último de cada período; a tabela tem todos.`,
    hatched: (words) => `Tracejado: ${words}.`,
    halfTone: "Meio-tom: documentado.",
    solid: "Cheio: atestado.",
    dashed: "Traços: o ritmo que a meta pede.",
    upright: "Vertical no fim: aonde levam os números até agora, nove vezes em dez.",
    dotted: "Pontilhado: entre dois números.",
    circles: "Círculos: a promessa como foi formulada então.",
    across: (value) => `Linha sobre uma barra: ${value} contados antes do compromisso.`,
    over: "+: mais de.",
    revised: "†: revisto depois; ficam os dois valores.",
  },
  history: {
    title: "O que lhe aconteceu aqui",
    withdrawn: {
      evidence: (day) => `Prova retirada a ${day}. O número que nela assentava fica sem ela.`,
      figure: (day) =>
        `Número retirado a ${day}. O que ele corrigia volta a valer, e nada é contado por ele.`,
      dispute: (day) =>
        `Contestação retirada a ${day}. Já não é mostrada, nem a resposta que lhe foi dada.`,
      answer: (day) =>
        `Resposta a uma contestação retirada a ${day}. A contestação fica, e pode voltar a ser respondida.`,
    },
    silent: (day, report) =>
      `Em silêncio desde ${day}: nenhum relatório encontrado por nós desde ${report}, 24 meses antes.`,
    left: "Saiu dos totais nesse dia; um novo número trá-lo de volta.",
    fields: {
      title: "título",
      summary: "resumo",
      metric: "o que se conta",
      unit: "unidade",
      target: "meta",
      baseline: "ponto de partida",
      from: "data a partir da qual conta",
      by: "data prometida",
    },
    nothing: "nada",
    quoted: (words) => `«${words}»`,
    changed: (day, field, before, after) =>
      `Mudado aqui a ${day} (${field}): antes, ${before}; agora, ${after}.`,
  },
  disputes: {
    title: "Contestado",
    answered: "respondido",
    askedFor: "pede-se resposta",
    answerOf: (who) => `Resposta de ${who}`,
    answerBy: (day) => `A resposta do autor fica aqui; pedida até ${day}`,
    about: "Sobre [este número]",
  },
};
