import { type Action, actions, useActionContext } from '../actions';
import type { Language, Theme } from '../bridge';
import { useAppInfo, useSettings } from '../data';
import { Button, Dialog, Select } from '../kit';
import { useMessages } from '../messages';
import styles from './Help.module.css';
import { Keys } from './Keys';
import { closeOverlay } from './overlay';
import { go } from './route';
import { useChange } from './useChange';

/** How it works, every key, and the few settings of the app as a whole. */
export default function Help() {
  const { shell, layouts, api, welcome } = useMessages();
  return (
    <Dialog title={shell.helpTitle} isOpen onClose={closeOverlay} size="lg" testId="help">
      <div className={styles.columns}>
        <section className={styles.topics}>
          <h3>{shell.helpTopics}</h3>
          <dl>
            {shell.topics.map((topic) => (
              <div key={topic.title}>
                <dt>{topic.title}</dt>
                <dd>{topic.text}</dd>
              </div>
            ))}
          </dl>
          <h3 className={styles.group}>{layouts.title}</h3>
          <div className={styles.twoColumns}>
            <KeysOf group="layouts" />
          </div>
          <h3 className={styles.group}>{api.title}</h3>
          <div className={styles.twoColumns}>
            <KeysOf group="console" />
          </div>
        </section>
        <div className={styles.side}>
          <KeyList />
          <Button
            onPress={() => {
              closeOverlay();
              go({ screen: 'welcome' });
            }}
            testId="help-welcome"
          >
            {welcome.show}
          </Button>
          <AppSettings />
        </div>
      </div>
    </Dialog>
  );
}

function KeyList() {
  const { shell } = useMessages();
  return (
    <section>
      <h3>{shell.helpKeys}</h3>
      <KeysOf group={undefined} />
      <p className={styles.note}>{shell.stopHow}</p>
    </section>
  );
}

function KeysOf({ group }: { group: Action['group'] }) {
  const messages = useMessages();
  const context = useActionContext();
  const listed = actions.filter(
    (action) => action.shortcut !== undefined && action.group === group,
  );
  return (
    <ul className={styles.keys}>
      {listed.map((action) => (
        <li key={action.id}>
          {action.label(messages, context)}
          <Keys shortcut={action.shortcut ?? ''} />
        </li>
      ))}
    </ul>
  );
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const languages: readonly Language[] = ['system', 'en', 'zh'];

function AppSettings() {
  const { shell } = useMessages();
  const { settings } = useSettings();
  const change = useChange();
  const info = useAppInfo().data;
  return (
    <section className={styles.settings}>
      <h3>{shell.settings}</h3>
      <Select
        label={shell.theme}
        items={themes.map((id) => ({ id, label: shell.themes[id] }))}
        value={settings.theme}
        onChange={(id) => change({ theme: id as Theme })}
      />
      <Select
        label={shell.language}
        items={languages.map((id) => ({ id, label: shell.languages[id] }))}
        value={settings.language}
        onChange={(id) => change({ language: id as Language })}
      />
      {info ? (
        <p className={styles.note}>
          {shell.version(info.version)}
          <br />
          {shell.dataFolder}: <span className="mono">{info.dataDir}</span>
        </p>
      ) : null}
    </section>
  );
}
