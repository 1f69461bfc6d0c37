import { formatNumber } from '../../../kit';
import { type Messages, useMessages } from '../../../messages';
import { useWindow } from '../answer/useWindow';
import styles from './PeopleTable.module.css';
import type { ChannelList, Part } from './people';

const ROW = 26;

/** Who is in the channel, hosts before listeners; thousands are no trouble. */
export function PeopleTable({ people: list }: { people: ChannelList }) {
  const m = useMessages();
  const words = m.consoleAnswers.people;
  const { box, from, to } = useWindow(list.people.length, ROW);
  if (!list.exists) {
    return (
      <div data-testid="people-absent">
        <p>{words.absent}</p>
        <p className="sub">{words.absentText}</p>
      </div>
    );
  }
  return (
    <div className={styles.whole} data-testid="people">
      <p className={styles.facts}>
        <span>
          {words.profile}: <b>{profile(list.mode, m)}</b>
        </span>
        <span className="sub">{counts(list, m)}</span>
      </p>
      {list.people.length === 0 ? (
        <p className="sub">{words.nobody}</p>
      ) : (
        // A scrolling box must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section ref={box} aria-label={words.table} tabIndex={0} className={styles.box}>
          <table aria-rowcount={list.people.length + 1} className={styles.table}>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col">{words.id}</th>
                <th scope="col">{words.part}</th>
              </tr>
            </thead>
            <tbody>
              <Space height={from * ROW} />
              {list.people.slice(from, to).map(({ id, part }, index) => (
                <tr key={`${part} ${id}`} aria-rowindex={from + index + 2} style={{ height: ROW }}>
                  <td className="mono">{id}</td>
                  <td>{words.parts[part]}</td>
                </tr>
              ))}
              <Space height={(list.people.length - to) * ROW} />
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

function Space({ height }: { height: number }) {
  return height === 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row that only keeps room takes no focus
    <tr aria-hidden="true">
      <td colSpan={2} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function profile(mode: number | null, m: Messages): string {
  const { profiles } = m.consoleAnswers.people;
  if (mode === 1) return profiles.communication;
  return mode === 2 ? profiles.live : profiles.unknown(String(mode ?? '–'));
}

function counts({ people, audienceTotal }: ChannelList, m: Messages): string {
  const words = m.consoleAnswers.people;
  const number = (value: number) => formatNumber(value, m.locale);
  const of = (part: Part) => people.filter((one) => one.part === part).length;
  const listed = of('audience');
  const all = audienceTotal ?? listed;
  const said = [
    of('person') > 0 ? words.total(number(of('person'))) : null,
    of('host') > 0 ? words.hosts(number(of('host'))) : null,
    all > 0 ? words.listeners(number(all)) : null,
    all > listed ? words.listed(number(listed), number(all)) : null,
  ];
  return said.filter((part) => part !== null).join(' · ');
}
