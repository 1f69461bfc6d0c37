import { createContext, useContext } from 'react';
import type { Language, Layout, Region } from '../bridge';
import { en } from './en';
import { zh } from './zh';

/** One catalogue. The Chinese one has the same type, so a missing key does not compile. */
export type Messages = typeof en;

export type Tongue = 'en' | 'zh';

export const catalogues: Record<Tongue, Messages> = { en, zh };

const MessagesContext = createContext<Messages>(en);
export const MessagesProvider = MessagesContext.Provider;

export function useMessages(): Messages {
  return useContext(MessagesContext);
}

/** The language to show: what was chosen, else what the system speaks, else English. */
export function tongueOf(chosen: Language, system: readonly string[]): Tongue {
  if (chosen !== 'system') return chosen;
  for (const language of system) {
    if (language.toLowerCase().startsWith('zh')) return 'zh';
    if (language.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

/** A layout's name: its own, or a template's from the catalogue. */
export function layoutName(messages: Messages, layout: Pick<Layout, 'id' | 'name'>): string {
  return layout.name ?? messages.layouts.templates[layout.id] ?? layout.id;
}

/** A region's name: its own, or role and number. */
export function regionName(
  messages: Messages,
  region: Pick<Region, 'role' | 'number' | 'name'>,
): string {
  if (region.name !== null) return region.name;
  const role = messages.layouts.roles[region.role];
  return region.number === 0 ? role : messages.layouts.numbered(role, region.number);
}

/** The locale of dates and numbers, such as `en-GB`. */
export function useLocale(): string {
  return useMessages().locale;
}
