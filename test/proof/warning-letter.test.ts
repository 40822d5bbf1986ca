import { abstraction } from './warning-letter/abstraction.ts';
import { rules } from './warning-letter/rules.ts';
import { plants } from './warning-letter/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
