import '@fontsource-variable/inter/wght.css';
import './kit/tokens.css';
import './kit/base.css';
import { startPage } from './app/start';

startPage();
