import { runProcess } from './run-process.ts';
import { serve } from './serve.ts';

// The API alone, for more machines: it rings the doorbell, the workers answer it elsewhere.
await runProcess((stack) => serve(stack, { withWork: false }));
