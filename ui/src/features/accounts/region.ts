import type { RegionData, VendorData } from '../../bridge';
import type { Messages } from '../../messages';

/** A provider as a person calls it. */
export function vendorWords(vendor: VendorData, m: Messages): string {
  const name = m.accounts.vendors[vendor.vendor] ?? vendor.name;
  return vendor.legacy ? `${name} (${m.accounts.legacy})` : name;
}

/** A place and the provider's own code for it, such as "Frankfurt (eu-central-1)". */
export function regionWords(region: RegionData, m: Messages): string {
  const place = m.accounts.places[region.place] ?? region.place;
  const words = `${place} (${region.code})`;
  return region.legacy ? `${words}, ${m.accounts.legacy}` : words;
}

/** Those that are documented today come first. */
export function currentFirst<T extends { legacy: boolean }>(all: readonly T[]): T[] {
  return [...all.filter((one) => !one.legacy), ...all.filter((one) => one.legacy)];
}
