/** What stands around every page of the desk, in Chinese (simplified). */
import type { DoorWords } from "./en.ts";

export const zh: DoorWords = {
  lang: "zh",
  desk: "编辑部",
  parts: {
    "/desk": "编辑部",
    "/desk/queue": "待处理",
    "/desk/conversation": "对话",
    "/desk/stories": "故事",
    "/desk/media": "影音",
    "/desk/calendar": "日历",
    "/desk/plans": "规划",
    "/desk/events": "活动",
    "/desk/updates": "邮件",
    "/desk/room": "话题标签室",
    "/desk/fediverse": "联邦宇宙",
    "/desk/letter": "公开信",
    "/desk/counts": "计数",
    "/desk/settings": "设置",
    "/desk/accounts": "账户",
    "/desk/me": "您",
  },
  foot: "编辑部页面：这里的内容都不公开。",
  closed: "不在这里",
  notDone: "什么也没有做",
  why: {
    role: "您的账户没有编辑部的这一部分。所有者可以给您开通。",
    foreign: "这张表单不是来自我们的页面，所以什么也没有做。请重新打开编辑部。",
    unread: "无法读取这张表单，所以什么也没有做。请返回后再发送一次。",
    long: "这张表单的内容超过了可接受的上限，所以什么也没有做。请返回，写短一些再发送。",
  },
  toDesk: "去编辑部",
};
