import { monitorEventLoopDelay } from 'node:perf_hooks';

// Runs in the process of the desk. On SIGUSR2 it prints the longest delay of the event loop since the last signal.

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
process.on('SIGUSR2', () => {
  process.stderr.write(`longest delay: ${delays.max / 1e6} ms\n`);
  delays.reset();
});
