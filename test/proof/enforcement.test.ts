import { abstraction } from './enforcement/abstraction.ts';
import { rules } from './enforcement/rules.ts';
import { plants } from './enforcement/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
