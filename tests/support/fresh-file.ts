import { vi } from 'vitest';

// The files of the unit tests run one after another in the same processes: a process for each took longer than its tests. Each still
// begins with modules, globals and timers of its own.
vi.useRealTimers();
vi.unstubAllGlobals();
vi.resetModules();
