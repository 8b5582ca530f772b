/** The sidebar: renders the view of the active tab. */
import '../../components/tokens.css';
import '../../components/base.css';
import { mountPage } from '../../pages/mount-page.tsx';
import { Sidebar } from './Sidebar.tsx';

mountPage(<Sidebar />);
