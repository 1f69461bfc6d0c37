import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { possibleActions, useActionContext } from '../actions';
import { Icon } from '../kit';
import { useMessages } from '../messages';
import { Keys } from './Keys';
import { closeOverlay } from './overlay';
import styles from './Palette.module.css';

/** Finds every action by its words. */
export default function Palette() {
  const messages = useMessages();
  const { shell } = messages;
  const context = useActionContext();
  const { contains } = useFilter({ sensitivity: 'base' });
  const possible = possibleActions(context).filter((action) => action.id !== 'palette');
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
      className={styles.overlay}
    >
      <Modal className={styles.modal}>
        <Dialog aria-label={shell.palette} className={styles.dialog} data-testid="palette">
          <Autocomplete filter={contains}>
            <SearchField aria-label={shell.palette} className={styles.search} autoFocus>
              <Icon name="search" />
              <Input className={styles.input} placeholder={shell.paletteHint} />
            </SearchField>
            <Menu
              className={styles.list}
              aria-label={shell.palette}
              renderEmptyState={() => <p className={styles.none}>{shell.paletteEmpty}</p>}
              onAction={(key) => {
                closeOverlay();
                possible.find((action) => action.id === key)?.run(context);
              }}
            >
              {possible.map((action) => (
                <MenuItem
                  key={action.id}
                  id={action.id}
                  textValue={action.label(messages, context)}
                  className={styles.item}
                >
                  <Text slot="label" className={styles.label}>
                    <span className="ellipsis">{action.label(messages, context)}</span>{' '}
                    {action.shortcut ? <Keys shortcut={action.shortcut} /> : null}
                  </Text>
                </MenuItem>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
