/** The words of the front page and of the pages that invite, in Chinese (simplified). */
import { counting } from "../../../platform/words/counted.ts";
import type { CampaignWords } from "./en.ts";

const count = counting("zh");

export const zh: CampaignWords = {
  lang: "zh",
  doors: {
    tell: {
      name: "讲一个故事",
      short: "用文字、语音或手语，用您的语言。讲自己的，或经邻居同意讲邻居的。",
      say: "像讲给邻居听一样：发生了什么，在哪里，谁出现在其中，而且每个人都已同意。语音或手语视频和文字一样好。",
    },
    ask: {
      name: "请求连接",
      short: "为一所学校、一个诊所、一条街。先告诉我们地点就行。",
      say: "哪个地方，为谁，怎样答复您。有地名就可以开始。",
    },
    offer: {
      name: "提供屋顶、时间或设备",
      short: "一个视野开阔的屋顶，也许正是山谷所等的。",
      say: "您能提供什么，在哪里：视野开阔的屋顶或山头、一个星期六、一台闲置的路由器。小东西也有用。",
    },
    join: {
      name: "成为合作伙伴",
      short: "运营商、社区网络、非政府组织、机构、学校。",
      say: "你们是谁，做什么。名称、文字和密钥都归你们自己；离开只需一行字。",
    },
    measure: {
      name: "测量网络连接",
      short: "地点进入开放数据，您本人不会。",
      say: "地点、日期、速度，以及用什么测的。不需要您的姓名。",
    },
    figure: {
      name: "提交一个数字",
      short: "证据、更正、最终数字：注明日期并保存。",
      say: "数字本身、它所指的日期、由谁所说、在哪里可以读到。更正与被更正的内容并列。",
    },
  },
  front: {
    wantedStory: "征集：第一个故事",
    leads: "它将放在本页最前面。讲讲您的故事，或经邻居同意讲邻居的故事。",
    read: "阅读故事",
    sources: (n) => count(n, { other: "{n} 个来源" }),
    photo: "照片",
    film: "影片",
    wanted: "征集中",
    upTo: "不超过 3 MB",
    captions: "附字幕",
    signWanted: "征集手语视频",
    globe: (place) => `地球：一条线从页面边缘出发，到达${place}。`,
    portrait: "征集肖像。在有经本人同意的肖像之前，先用地球代替。",
    doGood: "做好事",
    allDoGood: "全部项目计划、请求、提供和地点",
    tellTheWorld: "告诉世界",
    tellYours: "征集：讲讲您的故事",
    allStories: "全部故事",
    pledges: "承诺",
    goal: "目标：{goal}",
    aim: "目的：{metric}，{from}至{by}。",
    saidBy: "自行报告，{who}",
    begins: "从第一个新增连接的承诺开始计数。[可以是您的承诺。]",
    sameForm:
      "任何人的承诺，都用同样的形式、同样的用语。斜线：由承诺者或第三方所说。网点：附有材料，他人可以核对。实心：由承诺者以外的人在此签名。",
    history: "历史记录，不计入：",
    wantedPledge: "征集：第一个承诺",
    allPledges: (n) => count(n, { other: "全部 {n} 个承诺" }),
    ledger: "承诺簿",
    conversation: "对话",
    join: "加入对话",
    joinWith: (hashtag) => `用 ${hashtag} 加入对话`,
    takePart: "参与",
  },
  takePart: {
    about: "讲一个故事，请求连接，提供屋顶、时间或设备，成为合作伙伴，测量，提交数字。",
    promise: "您发来的内容，在有人读过并且您同意之前，不会发表。",
    onPage: "本页内容",
    reach: "今天怎样联系我们",
    form: "填写表单",
    measureNow: "现在测量",
    choosePledge: "选择承诺",
    write: "写信",
    takeBack:
      "您自己选择以什么名字出现。您随时可以收回发来的内容：文字会消失，日志只保留“有内容被撤回”这一事实。",
    byMail: "通过邮件，任何语言都可以",
    inPublic: "公开地，在您所用的任何网络上",
    operator: "本站运营者",
    imprint: "见网站声明",
    inPerson: "当面、写在纸上、托邻居转达",
    passedOn: "把这一页带给您的人可以转交",
  },
  about: {
    partOne: "第一部分：做好事",
    programmes: "项目计划、请求和提供",
    partTwo: "第二部分：告诉世界",
    links: "[故事]、[承诺]、[对话]",
  },
  privacy: {
    title: "隐私",
    summary: "在这里阅读不留痕迹。",
    reading: "当您阅读时",
    readingIs: [
      "不设置 cookie，也不需要脚本。",
      "您的浏览器只访问一台服务器，就是这一台：没有第三方请求，没有网络字体，没有外来的计数器。",
      "您的网络地址只用来把页面发给您，不会保存。不存储任何读者信息。",
      "照片、声音和影片在您点选时才下载，按钮上写着大小。",
    ],
    people: "故事中的人",
    peopleAre:
      "人物以有据可查的公开身份出现，或经本人同意：用于什么，用哪些语言，到什么时候。同意到期后，它所涵盖的内容不再显示。",
    takingBack: "收回内容",
    takingBackIs:
      "被删除的内容从本站消失；日志只保留“此处曾有内容，已撤回”。要删除内容，[请从这里联系我们]。",
    elsewhere: "其他网站",
    elsewhereIs:
      "其他网站上的来源或影片遵循那个网站的规则。运行本副本的人可能在前面放置其他服务器，它们可以有自己的规则。",
  },
  press: {
    title: "媒体",
    about: "这是什么，如何引用，以及可以带走的图片。",
    description: (name) => `${name}：文字、数字、图片。`,
    ownWords: "用它自己的话",
    imprint: "谁运行这个副本，见[版本说明]。",
    contact: "联系：{contact}",
    figures: (stories, places, day) =>
      `故事：${stories}；首页地图上的地点：${places}；截至${day}。上面每个数字都可通向来源。`,
    cite: "如何引用",
    citeIs:
      "页面作者、“页面标题”、{name}、发布日期、地址、您阅读的日期。引用数字：由谁所说、何时所说、所指的日期，以及它的状态。",
    data: "数据、许可和每个记录的地址",
    cards: "可以带走的图片",
    cardsAre: "根据公开的陆地数据和本活动自己的文字绘制；每张不超过 30 kB。",
    mark: "标志",
    cardWords: {
      "wide-day": "横幅，日间",
      "wide-night": "横幅，夜间",
      "square-day": "方形，日间",
      "square-night": "方形，夜间",
    },
  },
};
