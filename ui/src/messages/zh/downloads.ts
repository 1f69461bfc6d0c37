import type { downloads as en } from '../en/downloads';

export const downloads: typeof en = {
  title: '在这台电脑上',
  all: '全部下载',
  asOne: '合为一个文件',
  one: (name) => `下载 ${name}`,
  progress: '已下载',
  form: {
    files: (n) => `${n} 个文件`,
    mp4: () => '一个 MP4 文件',
    joined: (n) => (n === 1 ? '一个 .ts 文件' : `${n} 个 .ts 文件，每条轨道一个`),
  },
  joinedNote:
    '没有唯一的 MP4，因此各片段被合并为一个 MPEG 传输流（.ts）。播放器可以播放；未做格式转换。',
  state: {
    waiting: '等待中',
    running: '下载中',
    paused: '已暂停',
    done: '已完成',
    failed: '已停下',
  },
  of: (done, size) => `${done} / ${size}`,
  speed: (size) => `${size}/秒`,
  compared: (sums, sizes) =>
    sizes === 0
      ? `${sums} 个文件已按校验和核对`
      : sums === 0
        ? `${sizes} 个文件已按大小核对`
        : `${sums} 个文件已按校验和核对，${sizes} 个按大小`,
  missing: (n) => `存储中缺少 ${n} 个片段。`,
  pause: '暂停',
  resume: '继续',
  open: '用播放器打开',
  reveal: '在文件夹中显示',
  forget: '从列表移除；文件保留',
  cancel: '取消并删除未完成的部分',
  link: {
    button: (name) => `${name} 的链接`,
    title: '此文件的链接',
    lifetime: '有效期',
    lifetimes: { hour: '1 小时', day: '1 天', week: '7 天' },
    note: '在此之前，持有链接的人可以观看和下载这一个文件，且无法撤回。链接中有您的 Access Key，但没有 Secret Key；存储桶仍是私有的。',
    copy: '复制链接',
    copied: (until) => `链接已复制，有效至 ${until}。`,
  },
  remove: {
    button: '删除文件…',
    title: (n) => `删除 ${n} 个文件？`,
    text: (channel, size, place) =>
      `${channel} 的录制的所有文件，共 ${size}，位于 ${place}。删除后无法恢复。录制仍保留在列表中。`,
    more: (n) => `以及另外 ${n} 个`,
    confirm: (n) => `删除 ${n} 个文件`,
    done: (n) => `已删除 ${n} 个文件`,
  },
};
