import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--text-2)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '12px', color: 'var(--text)', backgroundColor: 'transparent' },
  '&.cm-focused': {
    outline: '2px solid var(--accent)',
    outlineOffset: '-2px',
    borderRadius: '8px',
  },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 10px 0 4px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--text-3)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 4px 0 6px' },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '2px 0 0 3px' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--text) 5%, transparent)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)',
    outline: '0',
  },
  '.cm-secret': { '-webkit-text-security': 'disc', color: 'var(--warn)' },
  '.cm-secret-chip': {
    padding: '0 6px',
    borderRadius: '99px',
    backgroundColor: 'var(--ok-soft)',
    color: 'var(--ok)',
    fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
    fontSize: '11px',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: '10px',
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-explanation': { padding: '8px 12px', maxWidth: '340px', whiteSpace: 'normal' },
  '.cm-explanation-label': { fontWeight: '600' },
  '.cm-explanation-help': { color: 'var(--text-2)' },
  '.cm-explanation-facts': { color: 'var(--text-3)', fontSize: '11px', marginTop: '3px' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionDetail': { color: 'var(--text-2)', fontStyle: 'normal', marginLeft: '10px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 12px', maxWidth: '260px' },
  '.cm-diagnostic': { padding: '7px 12px', borderLeft: '0', maxWidth: '340px' },
  '.cm-diagnosticText': { color: 'var(--text)' },
  '.cm-diagnosticAction': {
    display: 'inline-block',
    marginTop: '5px',
    marginLeft: '0',
    padding: '3px 10px',
    border: '1px solid var(--line-strong)',
    borderRadius: '7px',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    fontWeight: '550',
  },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--text)' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button': {
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    background: 'var(--field)',
    color: 'var(--text)',
  },
});

/** How the editor looks: the app's own colours, in both themes. */
export const look = [theme, syntaxHighlighting(colours)];
