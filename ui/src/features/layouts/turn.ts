import type { Canvas, Picture } from '../../bridge';

/** The picture in the layout's orientation: a portrait layout turns a landscape picture, and back. */
export function turnTo(picture: Picture, canvas: Canvas): Picture {
  const isTurned = (canvas.width - canvas.height) * (picture.width - picture.height) < 0;
  return isTurned ? { ...picture, width: picture.height, height: picture.width } : picture;
}
