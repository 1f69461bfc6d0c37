import type { IssueCode } from '../../bridge';

type Params = Record<string, string>;

const limits = ({ min, max }: Params) => {
  if (min !== undefined && max !== undefined) return `between ${min} and ${max}`;
  if (min !== undefined) return `${min} or more`;
  return max !== undefined ? `${max} or less` : 'another number';
};

/** What a text must look like, by the contract's name for its form. */
const forms: Record<string, (p: Params) => string> = {
  channelName: (p) =>
    p.character === undefined
      ? 'This can’t be a channel’s name.'
      : `“${p.character}” can’t be part of a channel name.`,
  uid: () => 'It must be a whole number from 1 to 4294967295.',
  color: () => 'It must be # and six digits of 0–9 and A–F, such as #101418.',
  host: () => 'It must be a bare host name, without https:// and without a path.',
  webAddress: () => 'It must be a web address, starting with https://.',
  rtmpAddress: () => 'It must start with rtmp:// or rtmps://.',
  lettersAndDigits: () => 'Only letters and digits are possible.',
  salt: () => 'It must be 32 bytes in Base64.',
  json: () => 'It is not valid JSON.',
};

/** What is wrong with a field, by the contract's code; `p` holds the limits. */
export const issues: Record<IssueCode, (p: Params) => string> = {
  required: () => 'This is needed.',
  advised: () => 'Better set than left out.',
  wrongType: (p) =>
    `This is not the kind of value that belongs here${p.expected ? ` (${p.expected})` : ''}.`,
  numberAsText: (p) => `It must be a number without quotation marks: ${p.value ?? 'as it is'}.`,
  outOfRange: (p) => `It must be ${limits(p)}.`,
  notAnOption: (p) => `Agora knows only ${p.options ?? 'the listed values'}.`,
  badFormat: (p) => forms[p.expected ?? '']?.(p) ?? 'It does not have the right form.',
  tooLong: (p) => `It is too long: ${p.max ?? 'the limit'} bytes at most.`,
  tooMany: (p) => `There are too many: ${p.max ?? 'the limit'} at most.`,
  empty: () => 'It must not be empty.',
  unknownMember: (p) =>
    `Agora does not know “${p.name ?? ''}”${p.meant ? `; “${p.meant}” is meant, perhaps` : ''}.`,
  misplaced: (p) =>
    `“${p.name ?? 'This'}” has no effect here${p.belongs ? `: it belongs to ${p.belongs}` : ''}.`,
  notInMode: () => 'It has no use for this way of recording.',
  legacy: () => 'Agora no longer documents this.',
  surroundingBlanks: () => 'There are blanks before or after it, and they count.',
  sceneMismatch: () => 'The scene does not go with this way of recording.',
  callNotInMode: () => 'This cannot be asked for this way of recording.',
  canvasTooLarge: () => 'The picture has more pixels than 1920 × 1080.',
  sideTooLong: (p) =>
    `One side is longer than ${p.max ?? '1920'} px; some of Agora’s servers refuse that.`,
  fpsCountsAs15: () => 'Agora counts this frame rate as 15.',
  regionOutsideCanvas: () => 'A region of the layout reaches beyond the picture.',
  regionsOverlap: () => 'A region lies over another one. As a rule, the later one is in front.',
  regionInvisible: () => 'Nobody will see this region: it is transparent or has no size.',
  sameUserTwice: (p) => `User ${p.uid ?? ''} has two regions in the layout.`,
  layoutConfigMissing: () => 'The layout has no regions.',
  layoutConfigIgnored: () => 'The regions are ignored by this kind of layout.',
  largeUserMissing: () => 'The layout does not say whose picture is the large one.',
  largeUserIgnored: () => 'A large picture is known to the vertical layout only.',
  backToDefault: () => 'This goes back to its default when the layout changes.',
  mp4Alone: () => 'MP4 files are made beside HLS only.',
  mp4InIndividual: () => 'MP4 files are not made of single streams.',
  idleForDays: (p) =>
    `With nobody there it would go on recording, and costing, for ${p.hours ?? 'many'} hours.`,
  listsExclusive: () => 'Only one of the two lists can be given.',
  allStreamsBesideOthers: () => '“All streams” cannot stand beside single users.',
  noSoundSubscribed: () => 'Only pictures are chosen: there will be no sound.',
  noPictureSubscribed: () => 'Only sound is chosen: there will be no picture.',
  listUnused: () => 'The list is for streams that are not recorded.',
  groupTooSmall: (p) =>
    `${p.count ?? 'More'} users are chosen, and the group has room for ${p.max ?? 'fewer'}.`,
  recorderAmongUsers: () => 'The recorder’s own ID is among the users.',
  encryptionIncomplete: () => 'The channel is encrypted, but the key or the salt is missing.',
  encryptionUnused: () => 'A key is given, but encryption is off.',
  originalNeedsSoundOnly: () => 'Original sound is possible for sound alone.',
  snapshotNeedsPicture: () => 'Snapshots need pictures to be recorded.',
  snapshotNeedsPictureList: () => 'With snapshots, choose whose pictures are recorded too.',
  belowReference: (p) =>
    `Agora’s reference asks for ${p.min ?? 'more'} or more; less may be refused.`,
  stsIncomplete: () => 'Temporary keys need their token and their end.',
  stsInMilliseconds: () => 'The end of the temporary keys is in milliseconds; seconds are meant.',
  stsTooShort: () => 'The temporary keys end within four hours.',
  notForVendor: () => 'This storage provider does not know it.',
  regionUnlisted: () => 'This storage region is not in Agora’s table.',
  bucketElsewhere: () => 'The bucket lies in another part of the world than the recorder.',
  controlEndsFirst: () =>
    'The recording can outlast the time in which it can be stopped from here.',
  serviceMissing: (p) => `A service is missing: ${p.name ?? ''}.`,
  serviceTwice: (p) => `A service is given twice: ${p.name ?? ''}.`,
  nothingToUpdate: () => 'Nothing would change.',
  severalUpdates: () => 'Several changes at once are not possible.',
  imageNotHttps: () => 'The picture’s address is not https: it may be left out silently.',
};
