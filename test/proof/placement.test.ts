import { abstraction } from './placement/abstraction.ts';
import { plants } from './placement/plants.ts';
import { rules } from './placement/rules.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
