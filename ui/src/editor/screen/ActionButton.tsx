import { Button as AriaButton } from 'react-aria-components';
import { actionById, shortcutKeys, useActionContext } from '../../actions';
import button from '../../kit/Button.module.css';
import { useMessages } from '../../messages';
import { editorActions } from '../actions';
import { useEditor } from '../state';
import { Glyph, type GlyphName } from './Glyph';

/** A tool: what it is called, whether it can be used and what it does all come from the action registry. */
export function ActionButton({
  id,
  glyph,
  text,
  label,
  isPrimary = false,
}: {
  id: string;
  glyph?: GlyphName;
  text?: string;
  /** Says more than the action's own name, such as what would be undone. */
  label?: string;
  isPrimary?: boolean;
}) {
  const messages = useMessages();
  const context = useActionContext();
  const state = useEditor();
  const action = actionById(`layout.${id}`);
  const own = editorActions.find((one) => one.id === id);
  if (action === undefined) return null;
  const isOn = own?.isOn?.(state);
  const name = label ?? action.label(messages, context);
  const keys = action.shortcut ? ` (${shortcutKeys(action.shortcut).join(' ')})` : '';
  return (
    <span title={`${name}${keys}`}>
      <AriaButton
        aria-label={text === undefined || label ? name : undefined}
        aria-pressed={isOn}
        isDisabled={!(action.isEnabled?.(context) ?? true)}
        onPress={() => action.run(context)}
        data-testid={`do-${id}`}
        className={[
          button.button,
          isPrimary ? button.primary : button.plain,
          button.sm,
          text === undefined ? button.square : '',
          isOn ? button.on : '',
        ].join(' ')}
      >
        {glyph ? <Glyph name={glyph} /> : null}
        {text}
      </AriaButton>
    </span>
  );
}
