import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Account, KeychainReport, Storage } from '../../bridge';
import { backendWith, vendors } from '../../testing/more';
import { renderScreen, violations } from '../../testing/renderScreen';
import {
  appInfo,
  failure,
  practiceAccount,
  practiceStorage,
  realAccount,
  realStorage,
  recording,
} from '../../testing/samples';
import AccountsScreen from './AccountsScreen';

type Change = NonNullable<Parameters<typeof backendWith>[1]>;

function open(change: Change = {}, recordings = [recording()], tongue: 'en' | 'zh' = 'en') {
  const backend = backendWith(recordings, change);
  return { backend, ...renderScreen(AccountsScreen, backend, { screen: 'accounts' }, tongue) };
}

const onlyPractice: Change = {
  account_list: () => [practiceAccount],
  storage_list: () => [practiceStorage],
};

const using = (accountId: string): Change => ({
  app_info: () => ({ ...appInfo, settings: { ...appInfo.settings, accountId } }),
});

const SECRET = 'customer-secret-of-acme';
const CERTIFICATE = '0123456789abcdef0123456789abcdef';

type User = ReturnType<typeof open>['user'];

async function typeAccount(user: User) {
  await user.click(await screen.findByTestId('account-add'));
  await paste(user, 'field-name', 'Acme');
  await paste(user, 'field-appId', realAccount.appId);
  await paste(user, 'field-customerId', realAccount.customerId);
  await paste(user, 'field-customerSecret', SECRET);
}

/** As people do it: values come from the console by copy and paste. */
async function paste(user: User, field: string, value: string) {
  await user.click(screen.getByTestId(field));
  await user.paste(value);
}

describe('adding a project', () => {
  it('sends nothing until every field makes sense, and says what does not', async () => {
    const { backend, user } = open(onlyPractice);
    await user.click(await screen.findByTestId('account-add'));
    await user.type(screen.getByTestId('field-appId'), '3f9a');
    await user.click(screen.getByTestId('account-save'));
    const dialog = screen.getByTestId('account-dialog');
    expect(dialog.textContent).toContain('An App ID is 32 characters; this is 4.');
    expect(within(dialog).getAllByText('This is needed.'), 'name, ID and secret').toHaveLength(3);
    expect(backend.asked('account_add')).toEqual([]);
  });

  it('sends what was typed, forgets the secrets, checks it, and takes the place of practice', async () => {
    const added: Account = { ...realAccount, id: 'new', name: 'Acme', check: null };
    const { backend, user } = open({ ...onlyPractice, account_add: () => added });
    await typeAccount(user);
    await paste(user, 'field-certificate', CERTIFICATE);
    await user.click(screen.getByTestId('account-save'));
    await screen.findAllByText('Acme added');
    expect(backend.asked('account_add')).toEqual([
      {
        name: 'Acme',
        appId: realAccount.appId,
        customerId: realAccount.customerId,
        customerSecret: SECRET,
        certificate: CERTIFICATE,
        baseUrl: null,
        area: 'global',
      },
    ]);
    expect(screen.queryByTestId('account-dialog')).toBeNull();
    expect(pageText(), 'a sent secret must not stay in the page').not.toContain(SECRET);
    expect(backend.asked('settings_save').at(-1)?.accountId).toBe('new');
    expect(backend.asked('account_check')).toEqual([{ id: 'new' }]);
  });

  it('is sent by Enter', async () => {
    const { backend, user } = open(onlyPractice);
    await typeAccount(user);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.asked('account_add')).toHaveLength(1));
  });

  it('loses nothing of what was typed when the keychain is locked, and goes on when it is not', async () => {
    let isLocked = true;
    const { backend, user } = open({
      ...onlyPractice,
      account_add: () => {
        if (isLocked) throw failure({ code: 'keychainLocked', status: null });
        return { ...realAccount, id: 'new' };
      },
    });
    await typeAccount(user);
    await user.click(screen.getByTestId('account-save'));
    const note = await screen.findByTestId('failure');
    expect(note.dataset.code).toBe('keychainLocked');
    expect(screen.getByTestId<HTMLInputElement>('field-customerSecret').value).toBe(SECRET);
    isLocked = false;
    await user.click(within(note).getByTestId('failure-action'));
    await waitFor(() => expect(screen.queryByTestId('account-dialog')).toBeNull());
    expect(backend.asked('account_add')).toHaveLength(2);
  });

  it('shows beside the field what the studio found wrong with it', async () => {
    const { user } = open({
      ...onlyPractice,
      account_add: () => {
        throw failure({
          code: 'invalid',
          status: null,
          issues: [
            { code: 'surroundingBlanks', path: '/customerId', severity: 'error', params: {} },
          ],
        });
      },
    });
    await typeAccount(user);
    await user.click(screen.getByTestId('account-save'));
    await screen.findByTestId('failure');
    expect(screen.getByTestId('field-customerId').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByTestId('field-appId').getAttribute('aria-invalid')).toBeNull();
  });

  it('takes another address only by https, or http on this computer', async () => {
    const { backend, user } = open(onlyPractice);
    await typeAccount(user);
    await user.click(screen.getByTestId('account-advanced'));
    await user.type(screen.getByTestId('field-baseUrl'), 'http://api.example.com');
    await user.click(screen.getByTestId('account-save'));
    expect(backend.asked('account_add')).toEqual([]);
    await user.clear(screen.getByTestId('field-baseUrl'));
    await user.type(screen.getByTestId('field-baseUrl'), 'http://127.0.0.1:4000');
    await user.click(screen.getByTestId('account-save'));
    await waitFor(() =>
      expect(backend.asked('account_add')[0]?.baseUrl).toBe('http://127.0.0.1:4000'),
    );
  });
});

describe('a project', () => {
  it('shows everything but its secrets', async () => {
    open();
    const card = await screen.findByTestId('account-card');
    expect(card.textContent).toContain(realAccount.appId);
    expect(card.textContent).toContain('•••••••• in keychain');
  });

  it('is checked for real, line by line, with the way out', async () => {
    const checked: Account = {
      ...realAccount,
      check: {
        at: Date.now(),
        ok: false,
        lines: [
          { step: 'keychain', level: 'ok', failure: null },
          { step: 'reach', level: 'ok', failure: null },
          { step: 'credentials', level: 'bad', failure: failure() },
        ],
      },
    };
    const { backend, user } = open({ account_check: () => checked });
    await user.click(await screen.findByTestId('account-check'));
    const line = await screen.findByTestId('check-line-credentials');
    await waitFor(() => expect(line.dataset.level).toBe('bad'));
    expect(line.textContent).toContain('Customer ID or secret is refused');
    expect(line.textContent).toContain('Developer Toolkit, RESTful API');
    expect(backend.asked('account_check')).toEqual([{ id: 'acme' }]);
    expect(screen.getByText('not working')).toBeTruthy();
  });

  it('is chosen for new recordings', async () => {
    const { backend, user } = open(using('practice'));
    await user.click(await screen.findByTestId('account-use'));
    await waitFor(() => expect(backend.asked('settings_save').at(-1)?.accountId).toBe('acme'));
    expect(screen.getByText('in use')).toBeTruthy();
  });

  it('is changed without asking for its secrets, and warns when they would be lost', async () => {
    const { backend, user } = open();
    await user.click(await screen.findByTestId('account-edit'));
    expect(screen.queryByTestId('field-customerSecret')).toBeNull();
    await user.clear(screen.getByTestId('field-name'));
    await user.type(screen.getByTestId('field-name'), 'Acme Europe');
    await user.click(screen.getByTestId('account-advanced'));
    await user.type(screen.getByTestId('field-baseUrl'), 'https://agora.example.com');
    expect(screen.getByText(/secrets belong to the old address/)).toBeTruthy();
    await user.click(screen.getByTestId('account-save'));
    await waitFor(() =>
      expect(backend.asked('account_update')).toEqual([
        {
          id: 'acme',
          name: 'Acme Europe',
          appId: realAccount.appId,
          customerId: realAccount.customerId,
          baseUrl: 'https://agora.example.com',
          area: 'global',
        },
      ]),
    );
  });

  it('gets a new secret, which does not stay in the page', async () => {
    const { backend, user } = open();
    await user.click(await screen.findByRole('button', { name: 'Replace: Customer secret' }));
    await user.type(screen.getByTestId('field-customerSecret'), SECRET);
    await user.click(screen.getByTestId('secret-save'));
    await screen.findAllByText('New secret is in the keychain');
    expect(backend.asked('account_secret_replace')).toEqual([
      { id: 'acme', kind: 'customerSecret', value: SECRET },
    ]);
    expect(pageText()).not.toContain(SECRET);
  });

  it('is deleted after a question that says what stays and what uses it', async () => {
    const past = recording({ accountId: 'acme', state: 'saved', endedAt: Date.now() });
    const { backend, user } = open(using('acme'), [past]);
    await user.click(await screen.findByTestId('account-delete'));
    const question = screen.getByTestId('confirm');
    expect(question.textContent).toContain('1 recording made with it stays in the Library');
    expect(question.textContent).toContain('practice takes its place');
    expect(backend.asked('account_delete')).toEqual([]);
    await user.click(within(question).getByTestId('confirm-button'));
    await waitFor(() => expect(screen.queryByTestId('account-card')).toBeNull());
    expect(backend.asked('account_delete')).toEqual([{ id: 'acme' }]);
  });

  it('is not deleted while something records with it', async () => {
    const { user } = open({}, [recording({ accountId: 'acme' })]);
    await user.click(await screen.findByTestId('account-delete'));
    expect(screen.getByTestId('delete-blocked').textContent).toContain('Stop it first');
    expect(screen.queryByTestId('confirm-button')).toBeNull();
  });
});

describe('practice', () => {
  it('is switched on and off by choosing the account', async () => {
    const { backend, user } = open(using('acme'));
    const toggle = await screen.findByRole('switch', { name: /Practice mode/ });
    await waitFor(() => expect(screen.getByText('in use')).toBeTruthy());
    await user.click(toggle);
    await waitFor(() => expect(backend.asked('settings_save').at(-1)?.accountId).toBe('practice'));
    await user.click(toggle);
    await waitFor(() => expect(backend.asked('settings_save').at(-1)?.accountId).toBe('acme'));
  });

  it('offers to add a project when there is none to leave for', async () => {
    const { backend, user } = open(onlyPractice);
    await user.click(await screen.findByRole('switch', { name: /Practice mode/ }));
    expect(screen.getByTestId('account-dialog')).toBeTruthy();
    expect(backend.asked('settings_save')).toEqual([]);
  });
});

describe('the keychain', () => {
  it.each([
    ['keychainMissing', 'GNOME Keyring or KWallet'],
    ['keychainLocked', 'Unlock it'],
    ['keychainFailed', 'Practice works without it'],
  ] as const)('says what %s means and tries again', async (code, words) => {
    let report: KeychainReport = { failure: failure({ code, status: null }), inMemory: false };
    const { user } = open({ keychain_check: () => report });
    const banner = await screen.findByTestId('keychain-banner');
    await waitFor(() => expect(banner.textContent).toContain(words));
    report = { failure: null, inMemory: false };
    await user.click(within(banner).getByTestId('keychain-again'));
    await waitFor(() => expect(screen.queryByTestId('keychain-banner')).toBeNull());
    expect(screen.getAllByText('The keychain works again').length).toBeGreaterThan(0);
  });

  it('gives way to memory when a person says so, and takes over from it', async () => {
    const missing = failure({ code: 'keychainMissing', status: null });
    let report: KeychainReport = { failure: missing, inMemory: false };
    const { backend, user } = open({
      keychain_check: () => report,
      keychain_session: ({ inMemory }) => {
        if (!inMemory && report.failure) throw report.failure;
        report = { ...report, inMemory };
        return report;
      },
    });
    await user.click(await screen.findByTestId('keychain-session'));
    const banner = await screen.findByTestId('keychain-in-memory');
    expect(banner.textContent).toContain('until Roomreel closes');
    await user.click(within(banner).getByTestId('keychain-move'));
    await waitFor(() => expect(backend.asked('keychain_session')).toHaveLength(2));
    expect(screen.getByTestId('keychain-in-memory'), 'it still does not answer').toBeTruthy();
    report = { failure: null, inMemory: true };
    await user.click(within(banner).getByTestId('keychain-move'));
    await waitFor(() => expect(screen.queryByTestId('keychain-in-memory')).toBeNull());
  });

  it('is not mentioned while it works', async () => {
    open();
    await screen.findByTestId('account-card');
    expect(screen.queryByTestId('keychain-banner')).toBeNull();
  });
});

describe('from one computer to another', () => {
  it('says how many secrets are to be added', async () => {
    open({
      account_list: () => [practiceAccount, { ...realAccount, hasSecret: false }],
      storage_list: () => [practiceStorage, { ...realStorage, hasKeys: false }],
    });
    expect((await screen.findByTestId('secrets-to-add')).textContent).toBe('3 secrets to add');
  });

  it('takes a pasted file, and says so where it is none', async () => {
    const { backend, user } = open({
      projects_import: ({ text }) => {
        if (text !== 'a file') throw failure({ code: 'invalid' });
        return { accounts: 1, storages: 0, known: 0, secrets: 2 };
      },
    });
    await user.click(await screen.findByTestId('accounts-exchange'));
    await user.click(await screen.findByRole('menuitem', { name: 'Import…' }));
    await user.type(await screen.findByTestId('import-text'), 'something');
    await user.click(screen.getByTestId('import-take'));
    expect((await screen.findByTestId('import-refused')).textContent).toContain(
      'Nothing was added',
    );
    await user.clear(screen.getByTestId('import-text'));
    await user.type(screen.getByTestId('import-text'), 'a file');
    await user.click(screen.getByTestId('import-take'));
    await waitFor(() => expect(screen.queryByTestId('import-dialog')).toBeNull());
    expect(backend.asked('projects_import')).toHaveLength(2);
    expect(screen.getByText(/2 secrets to add/)).toBeTruthy();
  });

  it('says what uses a project, and duplicates it without its secret', async () => {
    const { backend, user } = open({}, [recording({ accountId: realAccount.id })]);
    const card = await screen.findByTestId('account-card');
    await waitFor(() => expect(card.textContent).toContain('1 recording'));
    await user.click(within(card).getByTestId('account-duplicate'));
    await waitFor(() => expect(screen.getAllByTestId('account-card')).toHaveLength(2));
    expect(backend.asked('account_duplicate')).toEqual([
      { id: realAccount.id, name: `${realAccount.name} (copy)` },
    ]);
  });
});

describe('storages', () => {
  async function choose(user: User, field: string, option: string) {
    await user.click(screen.getByTestId(field));
    await user.click(await screen.findByRole('option', { name: option }));
  }

  it('are added by the names of provider and place', async () => {
    const { backend, user } = open(onlyPractice);
    await user.click(await screen.findByTestId('storage-add'));
    await user.type(screen.getByTestId('field-name'), 'Team bucket');
    await choose(user, 'field-vendor', 'Amazon S3');
    await choose(user, 'field-region', 'Frankfurt (eu-central-1)');
    await user.type(screen.getByTestId('field-bucket'), 'acme-recordings');
    await user.type(screen.getByTestId('field-accessKey'), 'AKIA');
    await user.type(screen.getByTestId('field-secretKey'), SECRET);
    await user.click(screen.getByTestId('storage-save'));
    await screen.findAllByText('Team bucket added');
    expect(backend.asked('storage_add')).toEqual([
      {
        name: 'Team bucket',
        vendor: 1,
        region: 7,
        bucket: 'acme-recordings',
        endpoint: null,
        accessKey: 'AKIA',
        secretKey: SECRET,
      },
    ]);
    expect(pageText()).not.toContain(SECRET);
    expect(screen.getByTestId('storage-card').textContent).toContain('Frankfurt (eu-central-1)');
  });

  it('of a provider without regions need none, and those without a host need one', async () => {
    const { backend, user } = open(onlyPractice);
    await user.click(await screen.findByTestId('storage-add'));
    await user.type(screen.getByTestId('field-name'), 'Own store');
    await choose(user, 'field-vendor', 'S3-compatible');
    await user.type(screen.getByTestId('field-endpoint'), 's3.example.com');
    await user.type(screen.getByTestId('field-bucket'), 'rec');
    await user.type(screen.getByTestId('field-accessKey'), 'a');
    await user.type(screen.getByTestId('field-secretKey'), 'b');
    await user.click(screen.getByTestId('storage-save'));
    await waitFor(() =>
      expect(backend.asked('storage_add')[0]).toMatchObject({
        vendor: 11,
        region: 0,
        endpoint: 's3.example.com',
      }),
    );
  });

  it('use the words of the provider', async () => {
    const { user } = open(onlyPractice);
    await user.click(await screen.findByTestId('storage-add'));
    await choose(user, 'field-vendor', 'Microsoft Azure Blob');
    expect(screen.getByLabelText('Storage account name')).toBeTruthy();
  });

  it('keep their keys when others are not typed', async () => {
    const { backend, user } = open();
    await user.click(await screen.findByTestId('storage-edit'));
    await user.click(screen.getByTestId('storage-save'));
    await waitFor(() =>
      expect(backend.asked('storage_update')[0]).toMatchObject({
        id: 'team',
        accessKey: null,
        secretKey: null,
      }),
    );
  });

  it('are deleted after a question that says what saves to them', async () => {
    const draft = { ...recording().setup, storageId: 'team' };
    const { backend, user } = open({
      app_info: () => ({ ...appInfo, settings: { ...appInfo.settings, draft } }),
    });
    await user.click(await screen.findByTestId('storage-delete'));
    expect(screen.getByTestId('confirm').textContent).toContain('The Record form saves to it');
    await user.click(screen.getByTestId('confirm-button'));
    await waitFor(() => expect(backend.asked('storage_delete')).toEqual([{ id: 'team' }]));
    await waitFor(() => expect(screen.queryByTestId('storage-card')).toBeNull());
  });
});

it.each(['en', 'zh'] as const)(
  'has nothing that axe objects to (%s)',
  async (tongue) => {
    const { container, user } = open(
      { keychain_check: () => ({ failure: failure({ code: 'keychainLocked' }), inMemory: false }) },
      [recording()],
      tongue,
    );
    await screen.findByTestId('keychain-banner');
    await screen.findByTestId('account-card');
    expect(await violations(container)).toEqual([]);
    await user.click(screen.getByTestId('account-add'));
    expect(await violations(screen.getByTestId('account-dialog'))).toEqual([]);
  },
  60_000,
);

it('never shows a provider or a region as a number', async () => {
  const odd: Storage = { ...realStorage, vendor: 99, region: 42 };
  open({
    storage_list: () => [practiceStorage, odd],
    contract_get: () => ({ fields: [], answers: [], vendors, pictures: [] }),
  });
  const card = await screen.findByTestId('storage-card');
  await act(async () => undefined);
  expect(card.textContent, 'what is not known is said in words').not.toMatch(/99|42/);
});

/** All text and all field contents of the page. */
function pageText(): string {
  const fields = [...document.querySelectorAll('input')].map((input) => input.value);
  return `${document.body.innerHTML}\n${fields.join('\n')}`;
}
