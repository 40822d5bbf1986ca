import { abstraction } from './intake/abstraction.ts';
import { rules } from './intake/rules.ts';
import { plants } from './intake/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
