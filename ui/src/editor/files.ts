import { call, type LayoutDocument, type LayoutForm } from '../bridge';
import { isShown } from './document/edits';
import { toPixels } from './units';

/** A document in one of the forms that can be pasted elsewhere. */
export async function textOf(
  document: LayoutDocument,
  form: LayoutForm,
  name: string,
): Promise<string> {
  return (await call('layout_export', { document, form, name })).text;
}

const COLOURS = ['#4a6fa5', '#8a5a83', '#4d8a70', '#a5764a', '#5d5aa8', '#9a4f57', '#4f8fa0'];

/** A picture from the loopback, in a form that may be drawn and read back; `null` where it is gone. */
async function load(url: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}

/** The background picture where it can be shown: scaled to fill and cropped, as the service does it. */
async function drawBackdrop(pen: CanvasRenderingContext2D, { canvas, background }: LayoutDocument) {
  if (!background.image) return;
  const source = await call('picture_source', { url: background.image });
  const image = source.state === 'shown' ? await load(source.url) : null;
  if (image === null) return;
  const scale = Math.max(canvas.width / image.naturalWidth, canvas.height / image.naturalHeight);
  const width = image.naturalWidth * scale;
  const height = image.naturalHeight * scale;
  pen.drawImage(image, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}

/** The layout as a picture, with its background and the names of its regions. */
export async function pictureOf(
  document_: LayoutDocument,
  names: ReadonlyMap<string, string>,
): Promise<Blob> {
  const { width, height } = document_.canvas;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this window draws no pictures');
  pen.fillStyle = document_.background.color;
  pen.fillRect(0, 0, width, height);
  await drawBackdrop(pen, document_);
  for (const [index, region] of document_.regions.filter(isShown).entries()) {
    const left = toPixels(region.x, width);
    const top = toPixels(region.y, height);
    const wide = toPixels(region.x + region.width, width) - left;
    const high = toPixels(region.y + region.height, height) - top;
    pen.globalAlpha = region.alpha / 1_000_000;
    pen.fillStyle = COLOURS[index % COLOURS.length] ?? '#4a6fa5';
    pen.fillRect(left, top, wide, high);
    pen.globalAlpha = 1;
    pen.strokeStyle = 'rgba(255, 255, 255, 0.5)';
    pen.lineWidth = 2;
    pen.strokeRect(left + 1, top + 1, wide - 2, high - 2);
    const size = Math.max(14, Math.min(wide, high) / 9);
    pen.font = `600 ${size}px "Inter Variable", sans-serif`;
    pen.fillStyle = '#fff';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(names.get(region.id) ?? '', left + wide / 2, top + high / 2, wide - 12);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
