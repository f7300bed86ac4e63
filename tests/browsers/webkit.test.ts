import { describe } from 'vitest';
import { startWebkit } from './drivers/webkit';
import { walk } from './walk';

describe.skipIf(process.env.MINIBROWSER_PATH === undefined)('WebKitGTK', () =>
  walk(startWebkit, (index) => (index % 2 === 0 ? 'ko' : 'en'))
);
