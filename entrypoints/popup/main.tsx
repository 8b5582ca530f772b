/** The popup of the toolbar icon. */
import '../../components/tokens.css';
import '../../components/base.css';
import { mountPage } from '../../pages/mount-page.tsx';
import { Popup } from './Popup.tsx';

mountPage(<Popup />);
