// Imported for its effect: when the process that started this one is gone, however it ended, this one stops in order.
// Otherwise a server whose launcher was killed would go on, hold its port and its data folder, and belong to nobody.
const LOOK_EVERY_MS = 250;

const parent = process.ppid;
const look = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(look);
  process.kill(process.pid, 'SIGTERM');
}, LOOK_EVERY_MS);
look.unref();
