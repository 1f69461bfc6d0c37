/** What happened, a sentence for each `TimelineCode`. `layout` is the name to show. */
export const timeline = {
  asked: () => 'You pressed record',
  acquired: () => 'A recorder is reserved',
  started: () => 'Agora accepted the recording',
  joined: (p: { people: string | null }) =>
    p.people === null
      ? 'The recorder is in the channel'
      : `The recorder is in the channel, ${p.people === '1' ? '1 person' : `${p.people} people`} there`,
  firstPiece: (p: { people: string | null }) =>
    p.people === null
      ? 'First piece saved'
      : `First piece saved: ${p.people === '1' ? '1 person' : `${p.people} people`} in the channel`,
  layoutChanged: (p: { layout: string }) => `Layout changed to ${p.layout}`,
  layoutRefused: (p: { layout: string; reason: string | null }) =>
    `Layout ${p.layout} was refused${p.reason === null ? '' : `: ${p.reason}`}`,
  contactLost: () => 'Agora can’t be reached. The recording goes on in the cloud',
  contactBack: (p: { length: string | null }) =>
    p.length === null
      ? 'Back in touch, nothing lost'
      : `Back in touch after ${p.length}, nothing lost`,
  outOfSight: () => 'Agora does not see the recording at the moment',
  inSight: (p: { length: string | null }) =>
    p.length === null
      ? 'In sight again, still recording'
      : `In sight again after ${p.length}, still recording`,
  trouble: (p: { reason: string | null }) =>
    `Agora had a hiccup and was asked again${p.reason === null ? '' : `: ${p.reason}`}`,
  reopened: () => 'Roomreel was opened again and found it running',
  extended: (p: { minutes: string | null }) =>
    p.minutes === null
      ? 'The planned end was moved back'
      : `The planned end was moved back by ${p.minutes} min`,
  stopAsked: () => 'You pressed stop',
  plannedEnd: () => 'The planned end came',
  stopped: () => 'Agora ended the recording',
  saved: (p: { files: string | null }) =>
    p.files === null
      ? 'All files are saved'
      : `All files are saved: ${p.files === '1' ? '1 file' : `${p.files} files`}`,
  backuped: () => 'Some files are in Agora’s backup and follow within a day',
  endedByItself: () => 'It ended by itself',
  empty: () => 'Nobody sent sound or picture, so there is no file',
  failed: (p: { reason: string | null }) =>
    `It did not record${p.reason === null ? '' : `: ${p.reason}`}`,
  sidUnknown: () => 'It runs, but Agora’s answer with its ID was lost',
  sidFound: () => 'Its ID was read from the first file',
};
