import { create } from 'zustand';
import type { Notice } from '../bridge';

interface Notices {
  shown: Notice[];
  add: (notice: Notice) => void;
  dismiss: (notice: Notice) => void;
}

const same = (a: Notice, b: Notice) => JSON.stringify(a) === JSON.stringify(b);

/** Things that the person should know and that no command of theirs caused. */
export const useNotices = create<Notices>((set) => ({
  shown: [],
  add: (notice) =>
    set(({ shown }) =>
      shown.some((one) => same(one, notice)) ? {} : { shown: [...shown, notice] },
    ),
  dismiss: (notice) => set(({ shown }) => ({ shown: shown.filter((one) => !same(one, notice)) })),
}));
