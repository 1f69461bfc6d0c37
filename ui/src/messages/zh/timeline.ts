import type { timeline as en } from '../en/timeline';

export const timeline: typeof en = {
  asked: () => '您按下了录制',
  acquired: () => '已预留录制器',
  started: () => '声网接受了录制',
  joined: (p) =>
    p.people === null ? '录制器已加入频道' : `录制器已加入频道，频道内 ${p.people} 人`,
  firstPiece: (p) => (p.people === null ? '已保存第一段' : `已保存第一段：频道内 ${p.people} 人`),
  layoutChanged: (p) => `布局改为${p.layout}`,
  layoutRefused: (p) => `布局${p.layout}被拒绝${p.reason === null ? '' : `：${p.reason}`}`,
  contactLost: () => '联系不上声网。录制在云端继续',
  contactBack: (p) =>
    p.length === null ? '恢复联系，没有丢失' : `${p.length}后恢复联系，没有丢失`,
  outOfSight: () => '声网此刻看不到这个录制',
  inSight: (p) => (p.length === null ? '又看到了，仍在录制' : `${p.length}后又看到了，仍在录制`),
  trouble: (p) => `声网出了小故障，已再次询问${p.reason === null ? '' : `：${p.reason}`}`,
  reopened: () => 'Roomreel 重新打开，发现它仍在运行',
  extended: (p) =>
    p.minutes === null ? '计划结束时间已延后' : `计划结束时间延后 ${p.minutes} 分钟`,
  stopAsked: () => '您按下了停止',
  plannedEnd: () => '到了计划结束时间',
  stopped: () => '声网结束了录制',
  saved: (p) => (p.files === null ? '所有文件已保存' : `所有文件已保存：${p.files} 个文件`),
  backuped: () => '部分文件在声网备份中，一天内到达',
  endedByItself: () => '自行结束',
  empty: () => '没有人发送声音或画面，因此没有文件',
  failed: (p) => `没有录成${p.reason === null ? '' : `：${p.reason}`}`,
  sidUnknown: () => '它在运行，但带有其 ID 的回答丢失了',
  sidFound: () => '已从第一个文件读出其 ID',
};
