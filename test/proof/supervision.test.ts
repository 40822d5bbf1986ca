import { abstraction } from './supervision/abstraction.ts';
import { rules } from './supervision/rules.ts';
import { plants } from './supervision/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
