import { useEffect } from 'react';
import type { Theme } from '../bridge';

const KEY = 'theme';
const LIGHT = '(prefers-color-scheme: light)';

/** Puts a theme on the document; `system` follows the system. */
export function applyTheme(theme: Theme): void {
  const isLight = theme === 'light' || (theme === 'system' && window.matchMedia(LIGHT).matches);
  document.documentElement.dataset.theme = isLight ? 'light' : 'dark';
}

/** What was chosen at the last launch, so that the first paint has it before the settings arrive. */
export function rememberedTheme(): Theme {
  const theme = localStorage.getItem(KEY);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function useTheme(theme: Theme | undefined): void {
  useEffect(() => {
    if (theme === undefined) return;
    localStorage.setItem(KEY, theme);
    applyTheme(theme);
    const system = window.matchMedia(LIGHT);
    const follow = () => applyTheme(theme);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme]);
}
