export const library = {
  title: 'Library',
  search: 'Search recordings',
  searchPlaceholder: 'Search channel, date, state…',
  clear: 'Clear search',
  count: (shown: number, all: number) =>
    shown === all
      ? all === 1
        ? '1 recording'
        : `${all} recordings`
      : `${shown} of ${all} recordings`,
  noneFound: (text: string) => `Nothing matches “${text}”.`,
  noneSo: 'No recording stands so.',
  everyState: 'Every state',
  emptyTitle: 'No recordings yet',
  emptyText:
    'Every recording that you make shows up here, with its files. Practice needs no account: try one.',
  emptyAction: 'Make a recording',
  list: 'Recordings',
  columns: {
    channel: 'Channel',
    started: 'Started',
    length: 'Length',
    files: 'Files',
    state: 'State',
  },
  today: 'Today',
  yesterday: 'Yesterday',
  pick: 'Pick a recording to see its files and play it.',
  details: 'Recording',
  practice: 'practice',
  player: {
    label: (channel: string) => `Recording of ${channel}`,
    loading: 'Getting it ready…',
    fromBeginning: 'Watch from the beginning',
    growing: 'Still recording: what is saved so far can be watched, and more keeps coming.',
    nothingYet:
      'Nothing is saved yet. The first piece comes about half a minute after somebody joins.',
    nothing: 'There is nothing to play.',
    external: 'Open in player',
    again: 'Try again',
    failed: 'The file could not be played here.',
    failedNetwork: 'The file could not be read.',
    stillWorks: 'The recording itself is fine: another player on this computer may play it.',
    codecs: {
      title: 'This window can’t play H.264 video yet',
      linux:
        'Two packages are missing. Install them, then open Roomreel again. The recording itself is fine.',
      debian: 'Debian, Ubuntu, Mint',
      fedora: 'Fedora',
      otherLinux: 'Others: GStreamer’s “libav” plugin and its “bad” plugins.',
      macos: 'macOS brings what is needed; an update of macOS usually repairs it.',
      windows:
        'Windows N editions leave the codecs out: install the “Media Feature Pack” under Settings, Apps, Optional features.',
    },
  },
  files: {
    title: (place: string) => `Files in ${place}`,
    pieces: (n: number) => (n === 1 ? '1 video piece' : `${n} video pieces`),
    none: 'No files.',
    noneYet: 'No files yet.',
    play: (name: string) => `Play ${name}`,
    reveal: 'Show in folder',
    external: 'Open in player',
    location: 'Where',
    kind: { playlist: 'playlist', video: 'video', other: 'file' },
    unknownSize: 'size not known',
    onItsWay: 'not in the storage yet',
    part: (n: number) => `part ${n}`,
    missing: (n: number, first: string) =>
      n === 1
        ? `1 piece is missing in the storage: ${first}`
        : `${n} pieces are missing in the storage, the first of them ${first}`,
    missingWhy:
      'They may still be on their way from Agora’s backup, for up to a day. After that they were deleted or never arrived.',
  },
  bucket: {
    text: (bucket: string) =>
      `The files are in your bucket ${bucket}. Roomreel could not list it, so it knows only the names that Agora told or uses.`,
    how: 'How to find them',
    folder: 'Folder',
    copyFolder: 'Copy folder',
    copied: 'Folder copied',
    unnamed: 'Agora has not told any names yet.',
    find: (where: string) => `Open ${where}, choose the bucket and go into the folder below.`,
    playlist:
      'The .m3u8 file is the whole recording as a list of pieces; an .mp4 file is a whole video.',
    /** Where a provider's console lists files, by the contract's vendor number. */
    console: {
      0: 'Qiniu’s console, Kodo object storage',
      1: 'the AWS console, S3, Buckets',
      2: 'the Alibaba Cloud console, Object Storage Service, Buckets',
      3: 'the Tencent Cloud console, Cloud Object Storage, Bucket List',
      4: 'Kingsoft’s console, KS3',
      5: 'the Azure portal, your storage account, Containers',
      6: 'the Google Cloud console, Cloud Storage, Buckets',
      7: 'the Huawei Cloud console, Object Storage Service',
      8: 'the Baidu AI Cloud console, Object Storage BOS',
      11: 'your store’s own console',
    } as Record<number, string>,
    consoleOther: 'your provider’s console',
  },
  settings: {
    title: 'Settings used',
    account: 'Account',
    saveTo: 'Save to',
    recordAs: 'Record as',
    combinedVideo: 'One combined video',
    combinedSound: 'One combined sound track',
    picture: 'Picture',
    pictureText: (width: number, height: number, fps: number) =>
      `${width} × ${height} · ${fps} fps`,
    bitrate: 'Bit rate',
    kbps: (n: string) => `${n} kbps`,
    recommended: 'as recommended',
    layout: 'Layout',
    planned: 'Planned end',
    after: (length: string) => `after ${length}`,
    never: 'none',
    idle: 'If everyone leaves',
    idleAfter: (length: string) => `ends after ${length}`,
    formats: 'Formats',
    hls: 'HLS',
    hlsMp4: 'HLS and MP4',
    channelType: 'Channel type',
    auto: 'as found in the channel',
    communication: 'Everybody may speak',
    live: 'Hosts and audience',
    recorderId: 'Recorder ID',
  },
  again: 'Record again',
  openLive: 'Open in Live',
  timeline: 'What happened',
};
