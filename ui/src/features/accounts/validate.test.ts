import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en';
import { vendors } from '../../testing/more';
import { type AccountDraft, accountErrors, type StorageDraft, storageErrors } from './validate';

const words = en.accounts.errors;
const good: AccountDraft = {
  name: 'Acme',
  appId: '3f9a0000000000000000000000c21e00',
  customerId: '81b00000000000000000000000007a',
  customerSecret: 's3cret',
  certificate: '',
  baseUrl: '',
  area: 'global',
};
const others = { names: ['Globex'], secretNeeded: true };
const wrong = (change: Partial<AccountDraft>) =>
  accountErrors({ ...good, ...change }, words, others);

describe('a project', () => {
  it('is fine without certificate and address', () => {
    expect(wrong({})).toEqual({});
  });

  it('needs an App ID of exactly 32 hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.string(), (appId) => {
        const isLegal = /^[0-9a-f]{32}$/i.test(appId.trim());
        expect('appId' in wrong({ appId })).toBe(!isLegal);
      }),
    );
  });

  it.each([
    ['', null],
    ['https://api.example.com', null],
    ['http://127.0.0.1:4000', null],
    ['http://localhost:4000/v1', null],
    ['http://[::1]:4000', null],
    ['http://api.example.com', words.baseUrlHttp],
    ['http://127.0.0.1.example.com', words.baseUrlHttp],
    ['ftp://127.0.0.1', words.baseUrl],
    ['https://user:secret@example.com', words.baseUrl],
    ['api.example.com', words.baseUrl],
  ])('takes %s as its address, or says why not', (baseUrl, error) => {
    expect(wrong({ baseUrl }).baseUrl ?? null).toBe(error);
  });

  it('keeps colons out of the Customer ID, which basic authentication would split at', () => {
    expect(wrong({ customerId: 'a:b' }).customerId).toBe(words.colon);
  });

  it('tells blanks around a secret, which a copy often brings along', () => {
    expect(wrong({ customerSecret: 'abc ' }).customerSecret).toBe(words.blanks);
  });

  it('has a name of its own', () => {
    expect(wrong({ name: ' globex ' }).name).toBe(words.nameTaken);
  });
});

const bucket: StorageDraft = {
  name: 'Team bucket',
  vendor: '1',
  region: '7',
  bucket: 'acme-recordings',
  endpoint: '',
  accessKey: 'AKIA',
  secretKey: 'abc',
};
const judge = (change: Partial<StorageDraft>, keys: 'needed' | 'optional' = 'needed') =>
  storageErrors({ ...bucket, ...change }, words, { names: [], vendors, keys });

describe('a storage', () => {
  it('is fine as a whole', () => {
    expect(judge({})).toEqual({});
  });

  it('needs a region of its provider', () => {
    expect(judge({ region: '99' }).region).toBe(words.region);
    expect(judge({ vendor: '5', region: '' }).region, 'Azure has no regions').toBeUndefined();
  });

  it('needs a bare host where the provider has none of its own', () => {
    expect(judge({ vendor: '11', endpoint: '' }).endpoint).toBe(words.required);
    expect(judge({ vendor: '11', endpoint: 'https://s3.example.com' }).endpoint).toBe(
      words.endpoint,
    );
    expect(judge({ vendor: '11', endpoint: 's3.example.com' })).toEqual({});
  });

  it('replaces both keys or none', () => {
    expect(judge({ accessKey: '', secretKey: '' }, 'optional')).toEqual({});
    expect(judge({ secretKey: '' }, 'optional').secretKey).toBe(words.bothKeys);
    expect(judge({ accessKey: '', secretKey: '' }).accessKey).toBe(words.required);
  });
});
