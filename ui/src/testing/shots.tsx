import '@fontsource-variable/inter/wght.css';
import '../kit/tokens.css';
import '../kit/base.css';
import { showOverlay } from '../app/overlay';
import { go, type Route } from '../app/route';
import { startPage } from '../app/start';
import type {
  Language,
  Layout,
  PictureRef,
  PictureSource,
  Recording,
  SetupCheck,
  Theme,
} from '../bridge';
import { setBackend } from '../bridge';
import { showProgressOf } from '../features/record/latest';
import { type FakeBackend, fakeBackend } from './fakeBackend';
import { layouts } from './layouts';
import { appInfo, failure, recording, setup } from './samples';

const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? '';
const now = Date.now();
const long = 'a-channel-name-of-sixty-four-bytes-0123456789-0123456789-0123456';

function running(): Recording[] {
  if (scene === 'empty') return [];
  const first = recording({
    channel: scene === 'long' ? long : 'board-sync',
    startedAt: now - 2_537_000,
    accountId: 'acme',
    plannedEnd: now + 4_660_000,
    controlUntil: now + 90_000_000,
    checkedAt: now - 3_000,
  });
  const second = {
    ...first,
    id: 'rec-2',
    channel: scene === 'long' ? `${long.slice(0, 60)}-two` : 'support-room-12',
    startedAt: now - 185_000,
    people: 2,
  };
  const starting = {
    ...first,
    id: 'rec-3',
    channel: 'weekly-town-hall',
    state: 'confirming' as const,
    startedAt: now - 3_000,
    firstPieceAt: null,
    people: null,
  };
  return scene === 'progress' ? [starting, first, second] : [first, second];
}

/** A layout with a background, a picture for everybody without a camera, and one that cannot be shown. */
const wall = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#23406b"/><path d="M0 900 1600 200V900z" fill="#8a5a83"/><circle cx="1200" cy="220" r="120" fill="#f0b44a"/></svg>',
)}`;
const model = layouts[0] as Layout;
const pictured = {
  layout_list: (): Layout[] => [
    ...layouts,
    {
      ...model,
      id: 'mine',
      name: 'Board meeting with everybody who has a say',
      template: false,
      document: {
        ...model.document,
        background: {
          color: '#101418',
          image: 'https://example.com/wall.jpg',
          placeholder: 'https://example.com/nobody.jpg',
          users: [{ uid: '42', url: 'https://example.com/gone.jpg', fit: 'fit' }],
        },
        regions: model.document.regions.map((region, index) => ({
          ...region,
          width: region.width - 30_000,
          height: region.height - 30_000,
          uid: index === 1 ? '42' : null,
        })),
      },
    },
  ],
  picture_source: ({ url }: PictureRef): PictureSource =>
    url.includes('gone')
      ? { state: 'unseen', trouble: 'refused', params: { status: '404' } }
      : { state: 'shown', url: wall },
};

const practice = query.get('account') !== 'acme';
const accountId = practice ? 'practice' : 'acme';
const backend: FakeBackend = fakeBackend({
  app_info: () => ({
    ...appInfo,
    settings: {
      ...appInfo.settings,
      theme: (query.get('theme') ?? 'dark') as Theme,
      language: (query.get('lang') ?? 'en') as Language,
      accountId,
      draft: {
        ...setup,
        accountId,
        channel: scene === 'empty' ? '' : scene === 'long' ? long : 'weekly-town-hall',
        ...(scene === 'tall'
          ? { picture: { width: 720, height: 1280, fps: 30, bitrate: null } }
          : {}),
      },
    },
    notices:
      scene === 'notice' ? [{ code: 'storeDamaged', params: { path: '/data/old.sqlite' } }] : [],
  }),
  recording_list: running,
  ...(scene === 'pictures' ? pictured : {}),
  ...(scene === 'issues'
    ? {
        recording_check: (): SetupCheck => ({
          issues: [
            {
              code: 'badFormat' as const,
              path: '/cname',
              severity: 'error' as const,
              params: { expected: 'channelName', character: 'é' },
            },
            {
              code: 'bucketElsewhere' as const,
              path: '/clientRequest/storageConfig/region',
              severity: 'warning' as const,
              params: {},
            },
          ],
          prefix: 'weeklytownhall/20261124…',
          bitrate: 1710,
          defaults: 8,
        }),
      }
    : {}),
  ...(scene === 'failure'
    ? {
        recording_start: () => {
          throw failure();
        },
      }
    : {}),
});
setBackend(backend);
go({
  screen: query.get('screen') ?? 'record',
  id: query.get('id') ?? undefined,
} as Route);
if (scene === 'progress') showProgressOf('rec-3');
if (scene === 'help' || scene === 'palette') showOverlay({ kind: scene });
startPage();

// Presses what a scene needs pressed, once it is there.
const press = {
  failure: 'start-button',
  more: 'more-settings',
  stop: 'stop-rule',
  account: 'account-menu',
  picture: 'picture',
}[scene];
if (press !== undefined) {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-testid=${press}]`)?.click(), 600);
}
if (scene === 'focus') {
  setTimeout(
    () => document.querySelector<HTMLElement>('[data-testid=channel-input]')?.focus(),
    600,
  );
}

// `&axe` writes what axe finds, contrast included, into the document, for `chromium --dump-dom`.
if (query.has('axe')) {
  setTimeout(async () => {
    const { default: axe } = await import('axe-core');
    const { violations } = await axe.run(document.body);
    const found = violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 140)} ${node.failureSummary}`),
    );
    const report = document.createElement('pre');
    report.id = 'axe';
    report.textContent = `axe found ${found.length}\n${found.join('\n')}`;
    document.body.append(report);
  }, 1500);
}
