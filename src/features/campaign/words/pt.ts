/** The words of the front page and of the pages that invite, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { CampaignWords } from "./en.ts";

const count = counting("pt");

export const pt: CampaignWords = {
  lang: "pt",
  doors: {
    tell: {
      name: "Contar uma história",
      short:
        "Por escrito, de voz ou em língua de sinais, na sua língua. A sua, ou a de um vizinho com o seu consentimento.",
      say: "O que aconteceu, como contaria a um vizinho; onde; quem aparece, e que cada pessoa concordou. Uma mensagem de voz ou um vídeo em língua de sinais vale tanto como um texto.",
    },
    ask: {
      name: "Pedir uma ligação",
      short: "Para uma escola, um posto de saúde, uma rua. Basta o lugar para começar.",
      say: "Que lugar, para quem, e como lhe responder. Basta o nome do lugar para começar.",
    },
    offer: {
      name: "Oferecer um telhado, tempo ou equipamento",
      short: "Um telhado com vista pode ser o que um vale espera.",
      say: "O que pode dar e onde: um telhado ou um monte com vista, um sábado, um roteador a mais. As coisas pequenas contam.",
    },
    join: {
      name: "Tornar-se parceiro",
      short: "Operadores, redes comunitárias, ONG, agências, escolas.",
      say: "Quem são e o que fazem. Ficam com o seu nome, as suas palavras e a sua chave; sair é uma linha.",
    },
    measure: {
      name: "Medir uma ligação",
      short: "O lugar entra nos dados abertos, você não.",
      say: "O lugar, o dia, a velocidade, e com que a mediu. O seu nome não é preciso.",
    },
    figure: {
      name: "Enviar um número",
      short: "Uma prova, uma correção, um número final: datado e guardado.",
      say: "O número, a data de que fala, quem o diz, e onde se pode ler. Uma correção fica ao lado do que corrige.",
    },
  },
  front: {
    wantedStory: "Procura-se: a primeira história",
    leads: "Abrirá esta página. Conte a sua, ou a de um vizinho com o seu consentimento.",
    read: "Ler a história",
    sources: (n) => count(n, { one: "{n} fonte", other: "{n} fontes" }),
    photo: "Foto",
    film: "Filme",
    wanted: "procura-se",
    upTo: "até 3 MB",
    captions: "com legendas",
    signWanted: "procura-se vídeo em língua de sinais",
    globe: (place) => `Globo: uma linha sai da margem da página e chega a ${place}.`,
    portrait: "Procura-se um retrato. O globo fica no seu lugar até haver um com consentimento.",
    doGood: "Fazer o bem",
    allDoGood: "Todos os programas, pedidos, ofertas e lugares",
    tellTheWorld: "Contar ao mundo",
    tellYours: "Procura-se: conte a sua",
    allStories: "Todas as histórias",
    pledges: "Compromissos",
    goal: "A meta: {goal}",
    aim: "O objetivo: {metric}, de {from} a {by}.",
    saidBy: "declarado pelo autor, {who}",
    begins: "A contagem começa com um compromisso de novas ligações. [O seu pode ser o primeiro.]",
    sameForm:
      "Compromissos de quem quiser, na mesma forma e com as mesmas palavras. Tracejado: dito pelo autor ou por um terceiro. Meio-tom: apresentado para que outros verifiquem. Cheio: assinado aqui por alguém que não é o autor.",
    history: "História, não se soma:",
    wantedPledge: "Procura-se: o primeiro compromisso",
    allPledges: (n) =>
      count(n, {
        one: "O compromisso",
        many: "Os {n} de compromissos",
        other: "Os {n} compromissos",
      }),
    ledger: "O registo",
    conversation: "Conversa",
    join: "Participe",
    joinWith: (hashtag) => `Participe, com ${hashtag}`,
    takePart: "Participar",
  },
  takePart: {
    about:
      "Contar uma história, pedir uma ligação, oferecer um telhado, tempo ou equipamento, tornar-se parceiro, medir, enviar um número.",
    promise:
      "Nada do que enviar é publicado antes de uma pessoa o ter lido e de você ter concordado.",
    onPage: "Nesta página",
    reach: "Como falar connosco hoje",
    form: "Usar o formulário",
    measureNow: "Medir agora",
    choosePledge: "Escolher o compromisso",
    write: "Escrever",
    takeBack:
      "Você escolhe o nome com que aparece. Pode retirar o que enviou a qualquer momento: o texto desaparece, e o registo guarda que algo foi retirado.",
    byMail: "por correio, em qualquer língua",
    inPublic: "em público, a partir de qualquer rede",
    operator: "Quem mantém este sítio",
    imprint: "indicado na ficha técnica",
    inPerson: "Em pessoa, em papel, por um vizinho",
    passedOn: "quem lhe trouxe esta página pode passar adiante",
  },
  about: {
    partOne: "Primeira parte: fazer o bem",
    programmes: "Programas, pedidos e ofertas",
    partTwo: "Segunda parte: contar ao mundo",
    links: "[Histórias], [compromissos], [conversa]",
  },
  privacy: {
    title: "Privacidade",
    summary: "Ler aqui não deixa rasto.",
    reading: "Quando você lê",
    readingIs: [
      "Não é posto nenhum cookie, e não é preciso nenhum script.",
      "O seu navegador consulta um só servidor, este: nenhum pedido a terceiros, nenhuma fonte a carregar, nenhum contador de fora.",
      "O seu endereço de rede serve para lhe enviar a página e não é guardado. Nada se conserva sobre quem lê.",
      "Fotos, som e filmes vêm quando os pede, com o peso no botão.",
    ],
    people: "As pessoas das histórias",
    peopleAre:
      "As pessoas são nomeadas numa função pública documentada, ou por consentimento próprio: para quê, em que línguas, até quando. Quando um consentimento termina, o que cobria deixa de ser mostrado.",
    takingBack: "Retirar algo",
    takingBackIs:
      "O que é apagado desaparece deste sítio; o registo guarda que algo lá esteve e foi retirado. Para mandar apagar algo, [fale connosco aqui].",
    elsewhere: "Noutros sítios",
    elsewhereIs:
      "Uma fonte ou um filme noutro sítio segue as regras desse sítio. Quem mantém esta cópia pode pôr outros servidores à frente dela, com regras próprias.",
  },
  press: {
    title: "Imprensa",
    about: "O que é isto, como citar, e imagens para levar.",
    description: (name) => `${name}: textos, números, imagens.`,
    ownWords: "Nas suas próprias palavras",
    imprint: "Quem mantém esta cópia está indicado na [ficha técnica].",
    contact: "Contacto: {contact}",
    figures: (stories, places, day) =>
      `Histórias: ${stories}; lugares no mapa da primeira página: ${places}; situação em ${day}. Cada número acima leva às suas fontes.`,
    cite: "Como citar",
    citeIs:
      "Autor da página, «título da página», {name}, o dia em que foi publicada, o seu endereço, o dia em que a leu. Para um número: quem o diz, em que dia, de que data fala, e o seu estado.",
    data: "Dados, licença e um endereço para cada anotação",
    cards: "Imagens para levar",
    cardsAre:
      "Desenhadas a partir de dados públicos da terra e das palavras da campanha; cada uma tem no máximo 30 kB.",
    mark: "O sinal",
    cardWords: {
      "wide-day": "Larga, de dia",
      "wide-night": "Larga, de noite",
      "square-day": "Quadrada, de dia",
      "square-night": "Quadrada, de noite",
    },
  },
};
