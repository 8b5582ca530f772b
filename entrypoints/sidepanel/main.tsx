/** The sidebar: renders the view of the active tab. */
import '../../components/tokens.css';
import '../../components/base.css';
import { mayShow } from '../../pages/docked.ts';
import { mountPage } from '../../pages/mount-page.tsx';
import { Sidebar } from './Sidebar.tsx';

if (await mayShow()) mountPage(<Sidebar />);
