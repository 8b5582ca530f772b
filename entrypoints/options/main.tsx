/** The options, in a tab of their own. */
import '../../components/tokens.css';
import '../../components/base.css';
import { mountPage } from '../../pages/mount-page.tsx';
import { Options } from './Options.tsx';

mountPage(<Options />);
