// Lets tests import scripts that import strings: see strings-hooks.mjs.
import { register } from 'node:module';

register('./strings-hooks.mjs', import.meta.url);
