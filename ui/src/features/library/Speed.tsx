import { useState } from 'react';
import { formatNumber, Select } from '../../kit';
import { useMessages } from '../../messages';

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** How fast something is played. */
export function Speed({ onChange }: { onChange: (speed: number) => void }) {
  const m = useMessages();
  const [speed, setSpeed] = useState('1');
  return (
    <Select
      label={m.library.player.speed}
      labelHidden
      items={SPEEDS.map((one) => ({ id: String(one), label: `${formatNumber(one, m.locale)}×` }))}
      value={speed}
      onChange={(chosen) => {
        setSpeed(chosen);
        onChange(Number(chosen));
      }}
      testId="player-speed"
    />
  );
}
