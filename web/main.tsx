import '#web/style/tokens.css';
import '#web/style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queries } from '#web/api/queries.ts';
import { App } from '#web/shell/app.tsx';
import { show } from '#web/shell/theme.ts';

show();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no place for the console');
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
);
