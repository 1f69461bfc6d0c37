import type { Messages } from '../index';
import { accounts } from './accounts';
import { checks } from './checks';
import { api } from './console';
import { consoleAnswers } from './consoleAnswers';
import { contract } from './contract';
import { downloads } from './downloads';
import { editor } from './editor';
import { facts, failures, remedies } from './failures';
import { faults } from './faults';
import { issues } from './issues';
import { layouts } from './layouts';
import { library } from './library';
import { live } from './live';
import { preflight } from './preflight';
import { record } from './record';
import { setups } from './setups';
import { shell } from './shell';
import { states } from './states';
import { storages } from './storages';
import { timeline } from './timeline';
import { welcome } from './welcome';

export const zh: Messages = {
  locale: 'zh-CN',
  shell,
  record,
  preflight,
  setups,
  welcome,
  live,
  layouts,
  editor,
  library,
  downloads,
  accounts,
  failures,
  remedies,
  facts,
  issues,
  timeline,
  states,
  storages,
  checks,
  contract,
  api,
  consoleAnswers,
  faults,
};
