import './style/tokens.css';
import './style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.ts';
import { App } from './shell/app.tsx';
import { show } from './shell/theme.ts';

show();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no place for the console');
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
);
