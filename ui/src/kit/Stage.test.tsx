import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LayoutDocument } from '../bridge';
import { layouts } from '../testing/layouts';
import { Stage } from './Stage';
import { pretendPeople } from './stageGeometry';

const model = layouts.find((one) => one.document.regions.length > 1)?.document as LayoutDocument;
const decorated: LayoutDocument = {
  ...model,
  regions: model.regions.map((region, index) => ({ ...region, uid: index === 1 ? '42' : null })),
  background: {
    ...model.background,
    image: 'https://example.com/wall.jpg',
    users: [{ uid: '42', url: 'https://example.com/anna.jpg', fit: 'fit' }],
  },
};
const onLoopback = (address: string | undefined) =>
  address?.replace('https://example.com', 'http://127.0.0.1:1');

function picturesIn(pictureUrl?: typeof onLoopback) {
  const { container } = render(
    <Stage document={decorated} people={pretendPeople(1, model.regions)} pictureUrl={pictureUrl} />,
  );
  return [...container.querySelectorAll('img')].map((image) => [
    image.getAttribute('src'),
    image.style.objectFit,
  ]);
}

describe('the recorded picture', () => {
  it('lies on its background and puts a user’s own picture where she is not seen', () => {
    expect(picturesIn(onLoopback)).toEqual([
      ['http://127.0.0.1:1/wall.jpg', 'cover'],
      ['http://127.0.0.1:1/anna.jpg', 'contain'],
    ]);
  });

  it('names no address that it was not given a way to', () => {
    expect(picturesIn(), 'the page never asks the internet').toEqual([]);
  });
});
