import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useAppInfo, useNotices, useSettings } from '../data';
import { loadDraft } from '../draft';
import { useDraftSaving } from '../draft/saving';
import { FailureNote, ToastRegion } from '../kit';
import { catalogues, MessagesProvider, tongueOf } from '../messages';
import { go } from './route';
import { Shell } from './Shell';
import { useTheme } from './theme';

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>
  );
}

function Page() {
  const info = useAppInfo();
  const settings = info.data?.settings;
  const tongue = tongueOf(settings?.language ?? 'system', navigator.languages);
  useTheme(settings?.theme);

  useEffect(() => {
    document.documentElement.lang = tongue;
  }, [tongue]);

  const launch = info.data?.notices;
  useEffect(() => {
    for (const notice of launch ?? []) useNotices.getState().add(notice);
  }, [launch]);

  const isLoaded = settings !== undefined;
  const draft = settings?.draft ?? null;
  useEffect(() => {
    if (isLoaded) loadDraft(draft);
  }, [isLoaded, draft]);
  // Before anything is drawn, so that nothing flashes by.
  const isFirst = info.data?.firstRun ?? false;
  useLayoutEffect(() => {
    if (isFirst) go({ screen: 'welcome' });
  }, [isFirst]);
  useDraftSaving(useSettings().save);

  return (
    <MessagesProvider value={catalogues[tongue]}>
      <I18nProvider locale={catalogues[tongue].locale}>
        <Shell isReady={isLoaded}>
          {info.error ? (
            <FailureNote failure={info.error} action={{ onPress: () => info.refetch() }} />
          ) : null}
        </Shell>
        <ToastRegion />
      </I18nProvider>
    </MessagesProvider>
  );
}
