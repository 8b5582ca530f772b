/** The sidebar: renders the view of the active tab. */
import '../../components/tokens.css';
import '../../components/base.css';
import { mayShow } from '../../pages/docked.ts';
import { mountPage } from '../../pages/mount-page.tsx';
import { database } from '../../storage/database.ts';
import { Sidebar } from './Sidebar.tsx';

// Opened while the page is made; whoever needs it meets the trouble itself.
database()
  .opened()
  .catch(() => undefined);
if (await mayShow()) mountPage(<Sidebar />);
