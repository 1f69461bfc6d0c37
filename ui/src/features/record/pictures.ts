import type { Canvas, ContractData, Picture } from '../../bridge';
import type { Messages } from '../../messages';

export interface PictureChoice {
  id: string;
  label: string;
  description: string;
  picture: Picture;
}

/** The sizes that the form offers, of those that the contract recommends a bit rate for. */
const offered: readonly (Canvas & { fps: number })[] = [
  { width: 848, height: 480, fps: 30 },
  { width: 1280, height: 720, fps: 15 },
  { width: 1280, height: 720, fps: 30 },
  { width: 1920, height: 1080, fps: 30 },
  { width: 720, height: 1280, fps: 30 },
  { width: 480, height: 480, fps: 30 },
];

export function pictureId({ width, height, fps }: Omit<Picture, 'bitrate'>): string {
  return `${width}x${height}@${fps}`;
}

/** What people call a size, such as `720p`. */
export function pictureLabel(picture: Omit<Picture, 'bitrate'>, { record }: Messages): string {
  const { width, height, fps } = picture;
  if (width === height) return record.pictureName(record.square(width), fps);
  const size = `${Math.min(width, height)}p`;
  return record.pictureName(width > height ? size : record.portrait(size), fps);
}

/** The contract's row for a picture; portrait sizes share the row of the turned one. */
function rowOf(contract: ContractData, { width, height, fps }: Omit<Picture, 'bitrate'>) {
  return contract.pictures.find(
    (row) =>
      row.fps === fps &&
      ((row.width === width && row.height === height) ||
        (row.width === height && row.height === width)),
  );
}

/** The choices, and the present picture first where it is none of them. */
export function pictureChoices(
  contract: ContractData | undefined,
  present: Picture,
  isLive: boolean,
  messages: Messages,
): PictureChoice[] {
  const known = offered.filter((size) => contract && rowOf(contract, size) !== undefined);
  const isKnown = known.some((size) => pictureId(size) === pictureId(present));
  const sizes = isKnown ? known : [present, ...known];
  return sizes.map(({ width, height, fps }) => {
    const picture = { width, height, fps, bitrate: null };
    const row = contract && rowOf(contract, picture);
    const kbps = row && (isLive ? row.liveKbps : row.communicationKbps);
    const number = new Intl.NumberFormat(messages.locale);
    return {
      id: pictureId(picture),
      label: pictureLabel(picture, messages),
      description:
        kbps === undefined
          ? `${width} × ${height}`
          : messages.record.pictureDetail(width, height, number.format(kbps)),
      picture,
    };
  });
}
