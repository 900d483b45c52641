/** What stands on every page, in Chinese (simplified). */
import { counting } from "../../words/counted.ts";
import type { Chrome } from "./en.ts";

const count = counting("zh");

export const zh: Chrome = {
  lang: "zh",
  skip: "跳到正文",
  main: "主导航",
  nav: {
    "/stories": "故事",
    "/do-good": "做好事",
    "/pledges": "承诺",
    "/conversation": "对话",
    "/take-part": "参与",
  },
  weight: (weight) =>
    `本页连同样式共 ${weight} kB。没有脚本，没有网络字体，没有 cookie。不保存任何读者信息。`,
  weightWithScript: (weight) =>
    `本页连同样式共 ${weight} kB。只有一个自己的小脚本，没有网络字体，没有 cookie。不保存任何读者信息。`,
  review: "界面的中文用语等待母语者校阅。",
  languages: "语言",
  search: "搜索",
  feed: "订阅源",
  data: "开放数据",
  honest: "我们如何保持诚实",
  about: "关于",
  privacy: "隐私",
  press: "媒体",
  events: "活动",
  updates: "邮件更新",
  lost: "这个地址没有内容",
  lostHint: "页面可能已撤回，或者地址有误。这里的一切从首页开始。",
  failed: "无法生成这个页面",
  failedHint: "问题在我们，不在您，已经记录下来。请一分钟后再试。",
  away: "我们的数据库暂时无法连接",
  awayHint: "先前读过的页面仍在这里；没有丢失任何内容，也没有保存任何新内容。请一分钟后再试。",
  full: "我们的磁盘已没有空间",
  fullHint: "您发送的内容没有保存，请先自己留着。本站的管理者会看到原因；请稍后再试。",
  patterns: {
    title: "图案的含义",
    claimed: "自行报告",
    claimedMeans: "由承诺者自己所说。对所有人我们都这样写。有名有姓的第三方给出的数字称为“转述”。",
    evidenced: "有证据",
    evidencedMeans: "附有他人可以核对的来源或数据。",
    attested: "有人证明",
    attestedMeans: "由承诺者以外的人在此签名。",
    notFound: "我们没有找到的，就写明我们未找到，并注明查找日期。更正与被更正的内容并列。",
    log: "每一条记录都有签名和日期，保存在[任何人都可以复制和比对的日志]中。",
  },
  share: {
    title: "转给别人",
    link: "复制链接",
    message: "短信",
    mail: "邮件",
    print: "打印：不需要图片",
  },
  form: {
    choose: "请选择",
    done: "已完成。",
    nothingSent: "还没有发送任何内容。",
    fields: (n) => count(n, { other: "有 {n} 处需要再看一看。" }),
  },
};
