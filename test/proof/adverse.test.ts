import { abstraction } from './adverse/abstraction.ts';
import { rules } from './adverse/rules.ts';
import { plants } from './adverse/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
