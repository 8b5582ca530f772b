/** The page that opens at install. */
import '../../components/tokens.css';
import '../../components/base.css';
import { mountPage } from '../../pages/mount-page.tsx';
import { Welcome } from './Welcome.tsx';

mountPage(<Welcome />);
