import { abstraction } from './crisis/abstraction.ts';
import { rules } from './crisis/rules.ts';
import { plants } from './crisis/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
