import type { VendorData } from '../../bridge';
import type { Messages } from '../../messages';

type Words = Messages['accounts']['errors'];

/** What is typed into the dialog of a project. Secrets are part of it until they are sent. */
export interface AccountDraft {
  name: string;
  appId: string;
  customerId: string;
  customerSecret: string;
  certificate: string;
  baseUrl: string;
  area: 'global' | 'china';
}

export interface StorageDraft {
  name: string;
  vendor: string;
  region: string;
  bucket: string;
  endpoint: string;
  accessKey: string;
  secretKey: string;
}

export type Errors<D> = Partial<Record<keyof D, string>>;

const HEX_32 = /^[0-9a-f]{32}$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** What is wrong with a project, field by field, in words. The service and the studio have the last word. */
export function accountErrors(
  draft: AccountDraft,
  words: Words,
  others: { names: readonly string[]; secretNeeded: boolean },
): Errors<AccountDraft> {
  return onlyErrors<AccountDraft>({
    name: nameError(draft.name, others.names, words),
    appId: appIdError(draft.appId.trim(), words),
    customerId: customerIdError(draft.customerId.trim(), words),
    customerSecret: others.secretNeeded ? secretError(draft.customerSecret, words) : null,
    certificate: certificateError(draft.certificate, words),
    baseUrl: baseUrlError(draft.baseUrl.trim(), words),
  });
}

export function storageErrors(
  draft: StorageDraft,
  words: Words,
  others: { names: readonly string[]; vendors: readonly VendorData[]; keys: 'needed' | 'optional' },
): Errors<StorageDraft> {
  const vendor = others.vendors.find((known) => String(known.vendor) === draft.vendor);
  const keysMissing =
    others.keys === 'optional' && draft.accessKey === '' && draft.secretKey === '';
  return onlyErrors<StorageDraft>({
    name: nameError(draft.name, others.names, words),
    vendor: vendor === undefined ? words.vendor : null,
    region:
      vendor !== undefined &&
      vendor.regions.length > 0 &&
      !vendor.regions.some((region) => String(region.region) === draft.region)
        ? words.region
        : null,
    bucket: bucketError(draft.bucket.trim(), words),
    endpoint: vendor?.needsEndpoint ? endpointError(draft.endpoint.trim(), words) : null,
    accessKey: keysMissing ? null : keyError(draft.accessKey, others.keys, words),
    secretKey: keysMissing ? null : keyError(draft.secretKey, others.keys, words),
  });
}

function onlyErrors<D>(all: Partial<Record<keyof D, string | null>>): Errors<D> {
  const found: Errors<D> = {};
  for (const key of Object.keys(all) as (keyof D)[]) {
    const error = all[key];
    if (error) found[key] = error;
  }
  return found;
}

function nameError(name: string, taken: readonly string[], words: Words): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return words.required;
  return taken.some((other) => other.toLowerCase() === trimmed.toLowerCase())
    ? words.nameTaken
    : null;
}

function appIdError(appId: string, words: Words): string | null {
  if (appId === '') return words.required;
  if (HEX_32.test(appId)) return null;
  return appId.length === 32 ? words.appId : words.appIdLength([...appId].length);
}

function customerIdError(id: string, words: Words): string | null {
  if (id === '') return words.required;
  if (/\s/.test(id)) return words.blanksInside;
  // Basic authentication puts a colon between ID and secret.
  return id.includes(':') ? words.colon : null;
}

export function secretError(secret: string, words: Words): string | null {
  if (secret === '') return words.required;
  return secret.trim() === secret ? null : words.blanks;
}

export function certificateError(certificate: string, words: Words): string | null {
  if (certificate === '') return null;
  if (certificate.trim() !== certificate) return words.blanks;
  return HEX_32.test(certificate) ? null : words.hex32;
}

export function baseUrlError(text: string, words: Words): string | null {
  if (text === '') return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return words.baseUrl;
  }
  if (url.hostname === '' || url.username !== '' || url.password !== '') return words.baseUrl;
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return words.baseUrl;
  return LOOPBACK.test(url.hostname) ? null : words.baseUrlHttp;
}

function bucketError(bucket: string, words: Words): string | null {
  if (bucket === '') return words.required;
  return /[\s/:]/.test(bucket) ? words.bucket : null;
}

function endpointError(endpoint: string, words: Words): string | null {
  if (endpoint === '') return words.required;
  return /^[a-z0-9.-]+(:\d{1,5})?$/i.test(endpoint) ? null : words.endpoint;
}

function keyError(key: string, need: 'needed' | 'optional', words: Words): string | null {
  if (key === '') return need === 'needed' ? words.required : words.bothKeys;
  return key.trim() === key ? null : words.blanks;
}
