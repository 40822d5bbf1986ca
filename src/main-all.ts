import { runProcess } from './run-process.ts';
import { serve } from './serve.ts';

// API, console and workers in one process, with a Postgres of its own unless DATABASE_URL names one.
await runProcess((stack) => serve(stack, { withWork: true }));
